// The part of the note that a person reads and may edit: what it is, why, what is missing, what comes next.
import { presumedWords } from '@/lib/playbook/presumed';
import type { Playbook, Rule } from '@/lib/playbook/schema';
import type { MissingItem, Verdict } from '@/lib/playbook/verdict';
import type { Person, RecordRef } from '@/lib/record/record';
import { dayIn, dayWords } from '@/lib/util/dates';
import { shortText } from '@/lib/util/text';
import type { Decision, NextStep } from '../answers/draft';
import type { Answered } from '../answers/types';
import { valueLabel } from '../answers/values';
import { decisionName, isOverride, keptOf, reasonLabel } from '../draft/decision';
import { plainAnswers } from '../evidence/answered';
import { otherSide } from '../evidence/disagreement';
import { scalesDerived, scaleWords } from '../evidence/scales';

export type NoteInput = {
  playbook: Playbook;
  verdict: Verdict;
  answered: Record<string, Answered>;
  decision: Decision;
  person: Person;
  now: Date;
  /** The time zone in which the CRM shows times to the rep. */
  zone?: string | undefined;
  /** The record that it is noted on, and whose answers they are where that is no person; left out: nothing is named. */
  of?: readonly RecordRef[] | undefined;
  /** How long the call was, where the rep wants it in the note. */
  callMinutes?: number | null | undefined;
  /** The task that is made with it. */
  next?: NextStep | null | undefined;
};

/** The criteria that a rule asks for, each once, in the rule's order. */
export function criteriaOf(rule: Rule): string[] {
  if ('criterion' in rule) return [rule.criterion];
  if ('not' in rule) return criteriaOf(rule.not);
  if ('unless' in rule) return criteriaOf(rule.unless);
  const parts = 'all' in rule ? rule.all : 'any' in rule ? rule.any : rule.of;
  return [...new Set(parts.flatMap(criteriaOf))];
}

const criterionOf = (playbook: Playbook, id: string) => playbook.criteria.find((one) => one.id === id);
const labelOf = (playbook: Playbook, id: string) => criterionOf(playbook, id)?.label ?? id;

function missingWords(playbook: Playbook, item: MissingItem): string {
  const label = labelOf(playbook, item.criterion);
  return item.words === undefined ? label : `${label} (${item.words})`;
}

/** "yes to Two-way contact, Pain; no to Fit; Team size: 40 people" for the criteria that have an answer. */
function knownWords(playbook: Playbook, ids: string[], answered: Record<string, Answered>): string {
  const yes: string[] = [];
  const no: string[] = [];
  const others: string[] = [];
  for (const id of ids) {
    const criterion = criterionOf(playbook, id);
    const value = answered[id]?.value ?? null;
    if (criterion === undefined || value === null) continue;
    if (criterion.kind === 'yesno') (value === 'yes' ? yes : no).push(criterion.label);
    else others.push(`${criterion.label}: ${valueLabel(criterion, value)}`);
  }
  return [
    ...(yes.length > 0 ? [`yes to ${yes.join(', ')}`] : []),
    ...(no.length > 0 ? [`no to ${no.join(', ')}`] : []),
    ...others,
  ].join('; ');
}

function headline({ playbook, verdict, answered, decision }: NoteInput): string {
  const name = decisionName(decision, playbook);
  if (decision.kind === 'outcome') {
    const reason = [reasonLabel(decision, playbook), shortText(decision.comment, 400)].filter(Boolean);
    return `${name}: ${reason.join('. ') || 'no reason given'}.`.replace(/([.?!…])\.$/, '$1');
  }
  if (isOverride(decision, verdict)) {
    const reason = shortText(decision.override?.reason ?? '', 400) || 'no reason given';
    const supported = playbook.stages.find((one) => one.id === verdict.stage)?.name ?? 'no stage';
    return `${name}, decided by the rep: ${reason}. The answers support ${supported}.`.replace('..', '.');
  }
  const at = playbook.stages.findIndex((one) => one.id === decision.stage);
  const asked = (upTo: number) => [
    ...new Set(playbook.stages.slice(0, upTo + 1).flatMap((stage) => criteriaOf(stage.rule))),
  ];
  // The lowest stage asks for nothing: what is known of the next one says more.
  const ids = asked(at).length > 0 ? asked(at) : asked(at + 1);
  const why = knownWords(playbook, ids, answered);
  const kept = keptOf(decision);
  if (kept !== null) {
    const supported = verdict.stage === null ? 'no stage yet' : name;
    return `${shortText(kept, 120)} kept; the answers support ${supported}${why === '' ? '' : `: ${why}`}.`;
  }
  return why === '' ? `${name}: not enough is known for more.` : `${name}: ${why}.`;
}

/** What keeps it from the stage above the decided one (or, below the supported one, nothing). */
function towards({ playbook, verdict, decision }: NoteInput): string[] {
  if (decision.kind === 'outcome') return [];
  const next = playbook.stages.find((one) => one.id === verdict.nextStage);
  const stage = verdict.stages.find((one) => one.id === verdict.nextStage);
  if (next === undefined || stage === undefined) return [];
  const missing = (stage.missing[0] ?? []).map((item) => missingWords(playbook, item));
  const against = stage.against.map((id) => labelOf(playbook, id));
  return [
    ...(missing.length > 0 ? [`Missing for ${next.name}: ${missing.join(', ')}.`] : []),
    ...(against.length > 0 ? [`Speaks against ${next.name}: ${against.join(', ')}.`] : []),
  ];
}

/** What the stage that is noted rests on without anybody's word. */
function presumed({ playbook, answered, decision }: NoteInput): string[] {
  const stage = decision.kind === 'stage' ? decision.stage : null;
  const words = presumedWords(playbook, stage, plainAnswers(answered));
  return words === '' ? [] : [`${words}.`];
}

function marks({ playbook, verdict, answered }: NoteInput): string[] {
  const flags = verdict.flags.filter((flag) => flag.value === 'yes').map((flag) => flag.name);
  const scales = scalesDerived(playbook, verdict, plainAnswers(answered)).map(scaleWords);
  const labels = verdict.labels.flatMap(({ id, name, option }) => {
    const label = playbook.labels.find((one) => one.id === id);
    const criterion = label === undefined ? undefined : criterionOf(playbook, label.criterion);
    return option === null || criterion === undefined ? [] : [`${name}: ${valueLabel(criterion, option)}`];
  });
  const all = [...flags, ...scales, ...labels];
  return all.length === 0 ? [] : [`${all.join('; ')}.`];
}

function nextStep({ playbook, verdict, decision, next = null }: NoteInput): string[] {
  if (next !== null && decision.kind === 'stage')
    return [`Next: ${shortText(next.subject, 200)}, on ${dayWords(next.dueOn)}.`];
  if (decision.kind === 'outcome')
    return decision.returnOn === null ? [] : [`Next: come back on ${dayWords(decision.returnOn)}.`];
  const ask = verdict.next === null ? undefined : criterionOf(playbook, verdict.next)?.ask;
  if (ask !== undefined && verdict.nextStage !== null) return [`Next: ask "${shortText(ask, 160)}"`];
  const guidance = playbook.stages.find((one) => one.id === decision.stage)?.guidance;
  return guidance === undefined || guidance === '' ? [] : [`Next: ${shortText(guidance, 300)}`];
}

/** Both sides of what sources disagree on, the one that counts first. */
function disagreements({ playbook, answered, person }: NoteInput): string[] {
  return playbook.criteria.flatMap((criterion) => {
    const one = answered[criterion.id];
    const other = one === undefined ? '' : otherSide(criterion, one);
    if (one === undefined || other === '') return [];
    const who = shortText(one.from === 'rep' ? (one.by ?? person.name) : (one.by ?? 'the CRM'), 60);
    const value = one.value === null ? 'not known' : valueLabel(criterion, one.value);
    return [`Sources disagree on ${criterion.label}: ${value} (${who}); ${other}.`];
  });
}

/** The generated summary: a headline with the reason, what is presumed, what is missing, what sources disagree on, marks, who and when, the next step. */
export function noteText(input: NoteInput): string {
  const { playbook, person, now } = input;
  const call = input.callMinutes ? [`Call of ${input.callMinutes} min.`] : [];
  const who = `Qualified by ${shortText(person.name, 60)} on ${dayWords(dayIn(now.toISOString(), input.zone))} with the playbook ${playbook.name} ${playbook.version}.`;
  return [
    headline(input),
    ...presumed(input),
    ...towards(input),
    ...disagreements(input),
    ...marks(input),
    ...nextStep(input),
    ...call,
    who,
  ].join('\n');
}
