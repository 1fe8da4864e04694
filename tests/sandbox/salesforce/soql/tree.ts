// A WHERE clause as a tree. The parser gives a chain of conditions with counted brackets.
import type { ConditionWithValueQuery, WhereClause } from '@jetstreamapp/soql-parser-js';
import { malformed } from '../problem';

export type Comparison = Extract<ConditionWithValueQuery, { operator: string }>;
export type Tree =
  | { kind: 'is'; condition: Comparison }
  | { kind: 'not'; of: Tree }
  | { kind: 'and' | 'or'; of: Tree[] };
type Token = '(' | ')' | 'AND' | 'OR' | 'NOT' | Comparison;

function tokens(clause: WhereClause): Token[] {
  const out: Token[] = [];
  let rest: WhereClause | null = clause;
  while (rest) {
    const left: WhereClause['left'] = rest.left;
    if (left) {
      out.push(...Array<Token>(left.openParen ?? 0).fill('('));
      if ('operator' in left) {
        out.push(left);
        out.push(...Array<Token>(left.closeParen ?? 0).fill(')'));
      }
    }
    if (!('operator' in rest)) break;
    out.push(rest.operator);
    rest = rest.right;
  }
  return out;
}

/** AND and OR side by side without brackets are refused, as Salesforce does. */
export function treeOf(clause: WhereClause): Tree {
  const list = tokens(clause);
  let at = 0;
  const tree = chain();
  if (at < list.length) throw malformed('unexpected token: )');
  return tree;

  function chain(): Tree {
    const parts = [unary()];
    let joined: 'AND' | 'OR' | null = null;
    for (let next = list[at]; next === 'AND' || next === 'OR'; next = list[at]) {
      if (joined && joined !== next) throw malformed(`unexpected token: '${next}': AND and OR need brackets`);
      joined = next;
      at += 1;
      parts.push(unary());
    }
    const [only] = parts;
    if (!joined && only) return only;
    return { kind: joined === 'OR' ? 'or' : 'and', of: parts };
  }

  function unary(): Tree {
    const token = list[at];
    at += 1;
    if (token === 'NOT') return { kind: 'not', of: unary() };
    if (token === '(') {
      const inner = chain();
      if (list[at] !== ')') throw malformed('expecting a right parentheses');
      at += 1;
      return inner;
    }
    if (token === undefined || typeof token === 'string')
      throw malformed(`unexpected token: '${token ?? '<EOF>'}'`);
    return { kind: 'is', condition: token };
  }
}
