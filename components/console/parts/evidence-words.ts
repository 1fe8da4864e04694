// What a playbook takes from a CRM's facts, in plain words, gathered by the answer that they give.
import type { Criterion, EvidenceRule } from '@/lib/playbook/schema';
import { factKind } from '@/lib/record/facts';
import { orList, valueWords } from './rule-words';

/** `answer`: what the facts say, null where they are only shown. `facts`: each in words, its freshness limit last. */
export type EvidenceGroup = { answer: string | null; facts: string[] };

/** A criterion's evidence rules in the playbook's order, those that only show something last. */
export function evidenceGroups(criterion: Criterion): EvidenceGroup[] {
  const groups = new Map<string | null, string[]>();
  for (const rule of criterion.evidence) {
    const answer = answerWords(rule, criterion);
    const before = groups.get(answer) ?? [];
    groups.set(answer, [...before, before.length > 0 ? inList(factWords(rule)) : factWords(rule)]);
  }
  return [...groups]
    .map(([answer, facts]) => ({ answer, facts: gatherFresh(facts) }))
    .sort((a, b) => Number(a.answer === null) - Number(b.answer === null));
}

/** A capital only where a line begins; names in capitals keep them. */
function inList(words: string): string {
  return /^[A-Z][a-z]/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;
}

const FRESH = / \((within \d+ days)\)$/;

/** Where all of several facts have the same limit, it is said once: "Last reply, last call (each within 90 days)". */
function gatherFresh(facts: string[]): string[] {
  const limits = new Set(facts.map((fact) => FRESH.exec(fact)?.[1]));
  const [limit] = limits;
  if (facts.length < 2 || limits.size !== 1 || !limit) return facts;
  return facts.map((fact, index) =>
    fact.replace(FRESH, index === facts.length - 1 ? ` (each ${limit})` : ''),
  );
}

function factWords(rule: EvidenceRule): string {
  const fresh = rule.freshDays ? ` (within ${rule.freshDays} days)` : '';
  return `${factKind(rule.fact).label}${whenWords(rule)}${fresh}`;
}

function whenWords({ when }: EvidenceRule): string {
  if (!when || 'present' in when) return '';
  if ('is' in when) return ` is ${when.is}`;
  if ('oneOf' in when) return ` is ${orList(when.oneOf.map(String))}`;
  if ('atLeast' in when) return ` is at least ${when.atLeast}`;
  if ('atMost' in when) return ` is at most ${when.atMost}`;
  return ` mentions ${orList(when.mentions)}`;
}

function answerWords({ gives }: EvidenceRule, criterion: Criterion): string | null {
  if (gives === null) return null;
  if (gives === 'value') return 'As the CRM has it';
  const words = valueWords(gives, criterion);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
