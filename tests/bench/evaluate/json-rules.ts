// The playbook's rules for json-rules-engine. It knows two values, so every rule is asked twice: is it yes, is it no.
import { type NestedCondition, Engine as RulesEngine, type TopLevelCondition } from 'json-rules-engine';
import { group, isAtom, isNot, isUnless } from '../../../lib/playbook/rules.ts';
import type { Rule } from '../../../lib/playbook/schema.ts';
import type { Asked, Engine, Truths } from './truths.ts';

/** Of a condition that always holds, or never. */
const always = (holds: boolean): TopLevelCondition => (holds ? { all: [] } : { any: [never] });
const never: NestedCondition = { fact: 'nothing', operator: 'equal', value: true };

/** A condition that holds when the rule is `want`; an answer that is null makes it neither. */
function condition(rule: Rule, want: 'yes' | 'no'): NestedCondition {
  if (isNot(rule)) return condition(rule.not, want === 'yes' ? 'no' : 'yes');
  if (isUnless(rule)) throw new Error('Only rules without "unless" are compared here.');
  if (isAtom(rule)) {
    if (!('is' in rule)) throw new Error('Only tests with "is" are compared here.');
    const fact = rule.criterion;
    if (want === 'yes') return { fact, operator: 'equal', value: rule.is };
    return {
      all: [
        { fact, operator: 'notEqual', value: null },
        { fact, operator: 'notEqual', value: rule.is },
      ],
    };
  }
  const { need, of } = group(rule);
  const count = want === 'yes' ? need : of.length - need + 1;
  const parts = of.map((part) => condition(part, want));
  if (count <= 0) return always(true);
  if (count > of.length) return always(false);
  if (count === of.length) return { all: parts };
  if (count === 1) return { any: parts };
  throw new Error('This engine has no "at least so many of".');
}

const top = (inner: NestedCondition): TopLevelCondition =>
  'all' in inner || 'any' in inner ? inner : { all: [inner] };

export function jsonRules(asked: readonly Asked[]): Engine {
  const engine = new RulesEngine([], { allowUndefinedFacts: true });
  for (const { name, rule } of asked)
    for (const want of ['yes', 'no'] as const)
      engine.addRule({ conditions: top(condition(rule, want)), event: { type: name, params: { want } } });
  return async (answers) => {
    const { events } = await engine.run({ ...answers, nothing: false });
    const truths: Truths = Object.fromEntries(asked.map(({ name }) => [name, 'unknown']));
    for (const event of events) truths[event.type] = event.params?.want === 'yes' ? 'yes' : 'no';
    return truths;
  };
}
