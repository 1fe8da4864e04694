// Ways to spoil a JSON document: any place in it taken away, doubled, renamed, or filled with what doesn't belong.
import * as fc from 'fast-check';

export const junk: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -0,
    -1,
    1.5,
    1e308,
    Number.POSITIVE_INFINITY,
    Number.NaN,
    2 ** 53,
    '',
    'yes',
    'value',
    '__proto__',
    'constructor',
    '2026-02-30',
    '\ud800',
    '\u0000',
    '<img src=x onerror=alert(1)>',
    [],
    {},
    [[]],
    { zz: 1 },
  ),
  fc.constantFrom(1_000, 30_000).map((length) => 'x'.repeat(length)),
  fc.constantFrom(10, 500).map((length) => Array.from({ length }, () => ({ zz: 1 }))),
  fc.constantFrom(10, 60, 300).map((depth) => JSON.parse(`${'{"all":['.repeat(depth)}${']}'.repeat(depth)}`)),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.double(),
  fc.jsonValue({ maxDepth: 2 }),
);

const HOWS = ['drop', 'set', 'set', 'set', 'twice', 'swap', 'add', 'rename', 'poison', 'copy'] as const;
/** One change. `steps` lead to its place: each a share of what there is to choose from. */
export type Damage = { steps: number[]; how: (typeof HOWS)[number]; value: unknown };

export const damages = (most: number): fc.Arbitrary<Damage[]> =>
  fc.array(
    fc.record({
      steps: fc.array(fc.nat(999), { minLength: 1, maxLength: 7 }),
      how: fc.constantFrom(...HOWS),
      value: junk,
    }),
    { maxLength: most },
  );

type Node = Record<string, unknown> | unknown[];
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;
const put = (node: Node, key: string, value: unknown): void => {
  Object.defineProperty(node, key, { value, enumerable: true, configurable: true, writable: true });
};

function spoil(root: Node, { steps, how, value }: Damage): void {
  let node = root;
  let key = '';
  for (const step of steps) {
    const keys = Object.keys(node);
    key = keys[step % Math.max(1, keys.length)] ?? '0';
    const inner: unknown = Object.entries(node).find(([name]) => name === key)?.[1];
    if (!isNode(inner) || step === steps.at(-1)) break;
    node = inner;
  }
  const old: unknown = Object.entries(node).find(([name]) => name === key)?.[1];
  if (how === 'drop') Array.isArray(node) ? node.splice(Number(key), 1) : Reflect.deleteProperty(node, key);
  else if (how === 'set') put(node, key, structuredClone(value));
  else if (how === 'twice' && Array.isArray(node)) node.push(structuredClone(old));
  else if (how === 'swap' && Array.isArray(node)) node.reverse();
  else if (how === 'add') put(node, 'zz', 1);
  else if (how === 'poison') put(node, steps.length % 2 ? '__proto__' : 'constructor', { zz: 1, is: 'yes' });
  else if (how === 'rename') {
    Reflect.deleteProperty(node, key);
    put(node, Array.isArray(node) ? key : `${key}s`, old);
  } else if (how === 'copy') put(node, key, structuredClone(Object.values(node)[0]));
}

/** A damaged copy; the original stays as it is. */
export function damaged(whole: unknown, list: readonly Damage[]): unknown {
  const copy: unknown = structuredClone(whole);
  if (isNode(copy)) for (const one of list) spoil(copy, one);
  return copy;
}
