// Facts to evidence: what each fact of a snapshot says to one criterion, and whether it may answer.
import type { AnswerValue } from '@/lib/playbook/answer';
import type { Criterion, EvidenceRule } from '@/lib/playbook/schema';
import { factWords } from '@/lib/record/facts';
import type { Fact, Snapshot } from '@/lib/record/snapshot';
import { DAY_MS, timeOf } from '@/lib/util/dates';
import { fold, foldedValue, mentionsAny, onceFor } from '../answers/folded';
import type { Evidence, EvidenceState } from '../answers/types';
import { fits, toAnswer } from '../answers/values';
import { isFiller } from './filler-fact';
import { spanOfFact } from './spans';
import { takenAway } from './taken-away';

/** The words of a fact, made once: they stand under every criterion that it speaks to, at every key. */
const wordsOnce = onceFor((fact: Fact): string => factWords(fact));

const dayOf = ({ day }: Fact): Pick<Evidence, 'day'> => (day === undefined ? {} : { day });

/** Whether the rule's condition holds for a fact that is there. A comparison with something that is no number fails. */
function applies({ when, gives }: EvidenceRule, fact: Fact): boolean {
  if (when === undefined || 'present' in when) return true;
  const same = (wanted: string | number) =>
    wanted === fact.value || fold(String(wanted)) === foldedValue(fact);
  if ('is' in when) return same(when.is);
  if ('oneOf' in when) return when.oneOf.some(same);
  if ('mentions' in when)
    return mentionsAny(fact, when.mentions) && !(gives === 'yes' && takenAway(fact, when.mentions));
  // Of a span all has to lie on that side.
  const span = spanOfFact(fact);
  if (span === null) return false;
  return 'atLeast' in when ? span.least >= when.atLeast : span.most <= when.atMost;
}

/** A time more than a day ahead has not happened, except where the fact is about the future. */
function isAhead(criterion: Criterion, rule: EvidenceRule, fact: Fact, at: number, now: number): boolean {
  if (at <= now + DAY_MS || fact.name === 'engagement.lastMeetingBookedAt') return false;
  return !(rule.gives === 'value' && criterion.kind === 'date');
}

/**
 * The fact's own value as an answer: a number however it is written, anything else as it is. "1,200" is enough to
 * compare with; as an answer that is kept and written it could be either of two numbers, and is neither.
 */
function valueFor(criterion: Criterion, fact: Fact): AnswerValue | null {
  if (criterion.kind !== 'number') return toAnswer(criterion, fact);
  if (/^\s*\d{1,3}[.,]\d{3}\s*$/.test(String(fact.value)))
    return typeof fact.value === 'number' ? fact.value : null;
  const span = spanOfFact(fact);
  return span !== null && span.least === span.most ? span.least : null;
}

/** null: the rule says nothing of this fact. */
function speak(
  criterion: Criterion,
  rule: EvidenceRule,
  fact: Fact,
  source: string,
  now: Date,
): Evidence | null {
  const base = { fact: fact.name, text: wordsOnce(fact), at: fact.at, ...dayOf(fact), url: fact.url, source };
  if (isFiller(fact)) return { ...base, says: null, state: 'placeholder' };
  if (!applies(rule, fact)) return null;
  const given = rule.gives === 'value' ? valueFor(criterion, fact) : rule.gives;
  if (given === null || !fits(criterion, given)) return { ...base, says: null, state: 'shown' };
  const at = timeOf(fact.at);
  const limit = rule.freshDays === undefined ? {} : { freshDays: rule.freshDays };
  let state: EvidenceState = 'answers';
  if (at !== null && isAhead(criterion, rule, fact, at, now.getTime())) state = 'shown';
  else if (rule.freshDays !== undefined) {
    // A fact without a time can't show that it is fresh.
    if (at === null) state = 'shown';
    else if (now.getTime() - at > rule.freshDays * DAY_MS) state = 'stale';
  }
  return { ...base, says: given, state, ...limit };
}

/** The facts that say something, by name: a criterion's rules look each at one name of them. */
const byName = onceFor((facts: readonly Fact[]): ReadonlyMap<string, readonly Fact[]> => {
  const found = new Map<string, Fact[]>();
  for (const fact of facts) {
    // An empty field is no fact at all.
    if (fact.value === '') continue;
    const own = found.get(fact.name);
    if (own) own.push(fact);
    else found.set(fact.name, [fact]);
  }
  return found;
});

const rank: Record<EvidenceState, number> = { answers: 0, overruled: 1, stale: 2, shown: 3, placeholder: 4 };

/**
 * What the facts say to a criterion, in the order of its rules; each fact once, by the rule that lets it say most
 * (of equal ones the first). `facts` are the snapshot's with those derived from them; `now` decides what is fresh.
 */
export function evidenceFor(criterion: Criterion, facts: Fact[], snapshot: Snapshot, now: Date): Evidence[] {
  const best = new Map<Fact, Evidence>();
  const named = byName(facts);
  for (const rule of criterion.evidence) {
    for (const fact of named.get(rule.fact) ?? []) {
      const evidence = speak(criterion, rule, fact, snapshot.crmName, now);
      if (evidence === null) continue;
      const before = best.get(fact);
      if (before === undefined || rank[evidence.state] < rank[before.state]) best.set(fact, evidence);
    }
  }
  return [...best.values()];
}
