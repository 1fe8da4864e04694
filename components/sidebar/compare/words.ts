// Where two playbooks part, in a few words for the row and in sentences for its reasons.
import { type Compiled, valueInWords } from '@/lib/playbook';
import type { AnswerValue } from '@/lib/playbook/answer';
import type { Parting } from '@/lib/playbook/compare';
import type { Group } from '../store/compared';

const label = ({ byId }: Compiled, id: string) => byId.get(id)?.label ?? id;

/** "not known", "yes", "no", an option's label, a number with its unit. */
export function partValue(compiled: Compiled, id: string, value: AnswerValue | null): string {
  const criterion = compiled.byId.get(id);
  if (value === null || !criterion) return 'not known';
  const words = valueInWords(criterion, value);
  return criterion.kind === 'yesno' ? words.toLowerCase() : words;
}

const stageName = ({ playbook }: Compiled, id: string) =>
  playbook.stages.find((stage) => stage.id === id)?.name ?? id;

const sides = (parts: Parting, first: Compiled, second: Compiled) =>
  parts.seenBy === 'first' ? { has: first, lacks: second } : { has: second, lacks: first };

const more = (others: number) => `${others} more answer${others === 1 ? '' : 's'}`;

/** "Two-way contact: not known" for the row; `first` is the active playbook. */
export function partsOn(parts: Parting, first: Compiled, second: Compiled): string {
  const { has, lacks } = sides(parts, first, second);
  if (parts.on === 'stages') return `a stage of its own: ${stageName(has, parts.stage)}`;
  const whose = parts.on === 'asked' ? lacks : has;
  const value = partValue(whose, parts.criterion, parts.value);
  const others = parts.on === 'asked' && parts.others > 0 ? `, and ${more(parts.others)}` : '';
  return `${label(whose, parts.criterion)}: ${value}${others}`;
}

/** Why they part, in one or two sentences. */
export function whyParts(parts: Parting, first: Compiled, second: Compiled): string {
  const { has, lacks } = sides(parts, first, second);
  const stage = stageName(has, parts.stage);
  const [seer, other] = [has.playbook.name, lacks.playbook.name];
  if (parts.on === 'stages') return `${seer} has the stage ${stage}; ${other} has no such stage.`;
  if (parts.on === 'enough') {
    const value = partValue(has, parts.criterion, parts.value);
    return `For ${seer} “${label(has, parts.criterion)}” (${value}) is enough for ${stage}. No answer would be for ${other}.`;
  }
  const value = partValue(lacks, parts.criterion, parts.value);
  const others = parts.others > 0 ? ` and for ${more(parts.others)}` : '';
  const there =
    parts.there === undefined
      ? `${seer} doesn’t ask for it.`
      : parts.there === parts.value
        ? `${seer} does without it.`
        : `${seer} takes it as ${partValue(has, parts.criterion, parts.there)}.`;
  return `For ${stage}, ${other} asks for “${label(lacks, parts.criterion)}” (${value})${others}. ${there}`;
}

/** "4 say Prospect, 3 say Lead", the active one's stage first. */
export function countWords(groups: readonly Group[]): string {
  return groups
    .map(({ name, rows }) => `${rows.length} ${rows.length === 1 ? 'says' : 'say'} ${name ?? 'no stage yet'}`)
    .join(', ');
}
