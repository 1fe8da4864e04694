// The playbook's rules for json-logic-engine, interpreted. It knows two values, so every rule is asked twice.
import { LogicEngine } from 'json-logic-engine';
import { group, isAtom, isNot, isUnless } from '../../../lib/playbook/rules.ts';
import type { Rule } from '../../../lib/playbook/schema.ts';
import type { Asked, Engine, Truths } from './truths.ts';

type Logic = boolean | Record<string, unknown>;

/** Logic that is true when the rule is `want`; an answer that is null makes it neither. */
function logic(rule: Rule, want: 'yes' | 'no'): Logic {
  if (isNot(rule)) return logic(rule.not, want === 'yes' ? 'no' : 'yes');
  if (isUnless(rule)) throw new Error('Only rules without "unless" are compared here.');
  if (isAtom(rule)) {
    if (!('is' in rule)) throw new Error('Only tests with "is" are compared here.');
    const value = { var: rule.criterion };
    if (want === 'yes') return { '===': [value, rule.is] };
    return { and: [{ '!==': [value, null] }, { '!==': [value, rule.is] }] };
  }
  const { need, of } = group(rule);
  const count = want === 'yes' ? need : of.length - need + 1;
  const parts = of.map((part) => logic(part, want));
  if (count <= 0) return true;
  if (count > of.length) return false;
  if (count === of.length) return { and: parts };
  if (count === 1) return { or: parts };
  const ones = parts.map((part) => ({ if: [part, 1, 0] }));
  return { '>=': [{ '+': ones }, count] };
}

export function jsonLogic(asked: readonly Asked[]): Engine {
  const engine = new LogicEngine();
  const rules = asked.map(({ name, rule }) => ({ name, yes: logic(rule, 'yes'), no: logic(rule, 'no') }));
  return (answers) => {
    const truths: Truths = {};
    for (const { name, yes, no } of rules)
      truths[name] = engine.run(yes, answers) ? 'yes' : engine.run(no, answers) ? 'no' : 'unknown';
    return truths;
  };
}
