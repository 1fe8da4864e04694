// Derives lead.derivedType (IQL, MQL, SQL, SRL, MSRL) and what the last form asks for; says from which facts it follows.

import { factWords } from '@/lib/record/facts';
import type { Fact } from '@/lib/record/snapshot';
import { timeOf } from '@/lib/util/dates';
import { onceFor } from '../answers/folded';
import { asksForSales, formKind } from './form-kind';
import type { FormKind } from './form-words';

/** Told once for each fact: neither a key press nor another question changes a form's name. */
const kindOfForm = onceFor((fact: Fact): FormKind | null => formKind(String(fact.value)));

type Form = { kind: FormKind; fact: Fact };

function formsOf(facts: readonly Fact[]): Form[] {
  return facts
    .filter((fact) => fact.name === 'web.lastFormName' || fact.name === 'web.firstFormName')
    .flatMap((fact) => {
      const kind = kindOfForm(fact);
      return kind === null ? [] : [{ kind, fact }];
    });
}

const TALKS = [
  'engagement.lastConnectedCallAt',
  'engagement.lastMeetingHeldAt',
  'engagement.lastInboundTalkAt',
];

/** The newest talk that came after `since`. Times ahead of `now` have not happened. */
function talkAfter(facts: readonly Fact[], since: string | null, now: Date): Fact | null {
  const from = timeOf(since) ?? Number.NEGATIVE_INFINITY;
  const talks = facts
    .filter((fact) => TALKS.includes(fact.name))
    .map((fact) => ({ fact, at: timeOf(fact.at) ?? Number.NaN }))
    .filter(({ at }) => at >= from && at <= now.getTime())
    .sort((a, b) => b.at - a.at);
  return talks[0]?.fact ?? null;
}

/** What shows that they want to decide: a deal that is open, or a meeting that lies ahead. */
function wantsToDecide(facts: readonly Fact[], now: Date): Fact | null {
  const meeting = facts.find(
    (fact) => fact.name === 'engagement.lastMeetingBookedAt' && (timeOf(fact.at) ?? 0) > now.getTime(),
  );
  return meeting ?? facts.find((fact) => fact.name === 'deals.open' && Number(fact.value) > 0) ?? null;
}

const words = { iql: 'IQL', mql: 'MQL', sql: 'SQL', srl: 'SRL', msrl: 'MSRL' } as const;

function told(type: keyof typeof words, behind: Fact[], now: Date, more = ''): Fact {
  const past = behind.filter((fact) => (timeOf(fact.at) ?? 0) <= now.getTime());
  const times = past.flatMap((fact) => (fact.at === null ? [] : [fact.at])).sort();
  return {
    name: 'lead.derivedType',
    value: type,
    at: times.at(-1) ?? null,
    url: behind[0]?.url ?? null,
    field: behind.map((fact) => fact.field).join(', '),
    text: `${words[type]}: ${behind.map(factWords).join('; ')}${more}`,
  };
}

/** A call from them whose own record says that they asked for sales; that they called says nothing of it. */
const callForSales = (facts: readonly Fact[]): Fact | undefined =>
  facts.find(
    (fact) =>
      fact.name === 'engagement.lastInboundCallAt' && fact.text !== undefined && asksForSales(fact.text),
  );

/**
 * SRL: a form or a call that asks for sales. SQL: a form, a talk with sales after it, and a sign that they want to
 * decide. IQL: a form for free information. MQL: one for content, which takes more work than an IQL, so that who sent
 * both is an IQL. MSRL: from a lead subscription service, and no form. null where none of these is told. The text names
 * every fact it rests on; the time is that of the newest of them that has happened.
 */
export function leadTypeFact(facts: readonly Fact[], now: Date): Fact | null {
  const forms = formsOf(facts);
  const asked = forms.find(({ kind }) => kind === 'sales')?.fact ?? callForSales(facts);
  if (asked) return told('srl', [asked], now);
  const form = forms.find(({ kind }) => kind === 'information') ?? forms[0];
  if (form) {
    const talk = talkAfter(facts, form.fact.at, now);
    const wants = talk === null ? null : wantsToDecide(facts, now);
    // A meeting that lies ahead says what they want now; it is no time at which they became this.
    if (talk !== null && wants !== null) return told('sql', [form.fact, talk, wants], now);
    const more = talk === null ? '' : `; ${factWords(talk)}, ask whether they want to decide for SQL`;
    return told(form.kind === 'content' ? 'mql' : 'iql', [form.fact], now, more);
  }
  const bought = facts.find((fact) => fact.name === 'source.kind' && fact.value === 'subscription');
  return bought === undefined ? null : told('msrl', [bought], now);
}

/** What the last form asks for, under the form's own name; "other" where that says nothing that we know. */
export function lastFormFact(facts: readonly Fact[]): Fact | null {
  const form = facts.find(({ name, value }) => name === 'web.lastFormName' && value !== '');
  if (form === undefined) return null;
  const said = String(form.text ?? form.value);
  return { ...form, name: 'web.lastFormKind', value: kindOfForm(form) ?? 'other', text: said };
}
