// What keeps a value from being a rule, part by part: the schema itself can only say that no alternative fits.
import * as v from 'valibot';
import { AtomSchema } from './rule-schema';

const Keyed = v.record(v.string(), v.unknown());
const FORMS = 'all, any, atLeast with of, not, unless, or a test on a criterion';
const TESTS = 'is, oneOf, atLeast, atMost, between, before or after';
const MOST = 40;
const Count = v.pipe(v.number(), v.integer(), v.minValue(0));

function groupProblems(parts: unknown, where: string): string[] {
  if (!Array.isArray(parts)) return [`${where}: is not a list of rules`];
  if (parts.length > MOST) return [`${where}: has ${parts.length} parts; ${MOST} is the most`];
  return parts.flatMap((part: unknown, index) => ruleProblems(part, `${where}, part ${index + 1}`));
}

/** Sentences that say which part of the rule is wrong and why; none when it is a rule. */
export function ruleProblems(rule: unknown, where: string): string[] {
  const read = v.safeParse(Keyed, rule);
  if (!read.success || Array.isArray(rule)) return [`${where}: is not a rule (${FORMS})`];
  // Of the rule itself: a parsed record leaves out "constructor" and the like, which are then refused without a word.
  const keys = Object.keys(Object(rule)).sort();
  const { all, any, not, unless, of, atLeast, criterion } = read.output;
  switch (keys.join()) {
    case 'all':
      return groupProblems(all, `${where}, all`);
    case 'any':
      return groupProblems(any, `${where}, any`);
    case 'not':
      return ruleProblems(not, `${where}, not`);
    case 'unless':
      return ruleProblems(unless, `${where}, unless`);
    case 'atLeast,of': {
      const inner = groupProblems(of, `${where}, atLeast of`);
      if (inner.length > 0 || v.is(Count, atLeast)) return inner;
      return [`${where}, atLeast: is no whole number from 0 up`];
    }
  }
  if (typeof criterion !== 'string') return [`${where}: has "${keys.join('", "')}"; a rule is ${FORMS}`];
  if (v.is(AtomSchema, rule)) return [];
  const tests = keys.filter((key) => key !== 'criterion');
  if (tests.length !== 1) return [`${where}: a test on "${criterion}" needs exactly one of ${TESTS}`];
  return [`${where}: "${tests[0]}" is no test on "${criterion}" that can be understood (${TESTS})`];
}
