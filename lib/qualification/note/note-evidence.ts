// The evidence list of a note: one line per answered criterion, grouped by level, with who or what says so.
import type { Criterion } from '@/lib/playbook/schema';
import { dayWords } from '@/lib/util/dates';
import { shortText } from '@/lib/util/text';
import type { Answered, Evidence } from '../answers/types';
import { valueLabel } from '../answers/values';
import { decisionName, isOverride, keptOf, reasonLabel } from '../draft/decision';
import { quoted } from '../record-line/claimed';
import { VIA_MOST } from '../record-line/vouched';
import type { NoteInput } from './note-text';

const says = (one: Evidence) => `${one.text} (${one.source})`;

/** What stands behind the answer (`value` in words): the facts that agree, or whose word it is. */
function behind(one: Answered, value: string): string {
  const agreeing = one.evidence.filter((item) => item.state === 'answers' && item.fact !== 'earlier');
  const facts = agreeing
    .slice(0, 2)
    .map((item) => (item.text === value ? `(${item.source})` : says(item)))
    .join('; ');
  if (one.from === 'crm') return facts;
  const who = shortText(one.by ?? 'the rep', 60);
  const via = one.via === undefined ? '' : `, ${shortText(one.via, VIA_MOST)}`;
  const day = one.evidence.find((item) => item.fact === 'earlier' && item.at === one.at)?.day ?? one.at ?? '';
  const said =
    one.from === 'rep' ? `(${who}, on the call)` : `(${who}, ${dayWords(day)}, earlier note${via})`;
  return facts === '' ? said : `${said}; ${facts}`;
}

/** "- Two-way contact: yes, replied 3 Oct 2026 (HubSpot)"; null for what nobody answered or asked. */
function line(criterion: Criterion, one: Answered | undefined, quoteMost: number): string | null {
  if (one === undefined || (one.value === null && !one.asked)) return null;
  const value = one.value === null ? 'not known' : valueLabel(criterion, one.value);
  const source = behind(one, value);
  const against = one.evidence
    .filter((item) => item.state === 'overruled' && item.says !== null)
    .slice(0, 2)
    .map((item) => `${says(item)} says ${valueLabel(criterion, item.says ?? '')}`);
  const quote =
    one.quote === undefined || quoteMost === 0 ? '' : ` Their words: ${quoted(one.quote, quoteMost)}`;
  const although = against.length === 0 ? '' : `, although ${against.join('; ')}`;
  return `- ${criterion.label}: ${value}${source.startsWith('(') ? ' ' : ', '}${source}${although}.${quote}`;
}

function decisionLines({ playbook, verdict, decision }: NoteInput): string[] {
  const name = decisionName(decision, playbook);
  const supported = playbook.stages.find((one) => one.id === verdict.stage)?.name ?? 'no stage';
  if (decision.kind === 'stage') {
    const kept = keptOf(decision);
    if (kept !== null)
      return [`Decision: ${shortText(kept, 120)} stays, although the answers support ${supported}.`];
    if (!isOverride(decision, verdict)) return [`Decision: ${name}, as the answers support.`];
    const reason = shortText(decision.override?.reason ?? '', 400);
    return [`Decision: ${name}, although the answers support ${supported}. Reason: ${reason}`];
  }
  const comment = decision.comment === '' ? '' : ` ${shortText(decision.comment, 400)}`;
  return [
    `Decision: ${name}. Reason: ${reasonLabel(decision, playbook)}.${comment}`,
    ...(decision.returnOn === null ? [] : [`Come back on: ${dayWords(decision.returnOn)}`]),
  ];
}

/** The lines of the list, decision first. `quoteMost`: longest quote in characters, 0 for none. */
export function evidenceLines(input: NoteInput, quoteMost: number): string[] {
  const { playbook, answered } = input;
  const levels = playbook.levels.flatMap((level) => {
    const lines = playbook.criteria
      .filter((one) => one.level === level.id)
      .flatMap((one) => line(one, answered[one.id], quoteMost) ?? []);
    return lines.length === 0 ? [] : [`${level.name}`, ...lines];
  });
  return [...decisionLines(input), ...levels];
}
