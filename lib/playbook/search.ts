// Finds the boxes of answers that would make a rule yes (or no), with a bound on the work.
import { anything, type Box, covers, join, type Layout, layoutOf, only } from './boxes';
import { type Cell, classesOf } from './cells';
import type { CriteriaIndex } from './criteria-index';
import { testAtom } from './logic';
import { compileRule, type NO, OPEN, type Places, type Row, type Test, YES } from './program';
import { atomsOf, group, isAtom, isNot, isUnless, presumes } from './rules';
import type { Atom, Criterion, Rule } from './schema';

/** Most boxes kept at any place of the search. A playbook for people needs a few dozen. */
const KEPT = 256;
/** After as many comparisons as are free, and as many again with only so few boxes kept, the search ends. */
const FEW = 8;

type Want = typeof NO | typeof YES;

/** A criterion of the rule, with the classes of values between which the rule can tell, and its place in a row. */
export type Domain = { criterion: Criterion; classes: Cell[][]; place: number };

/**
 * A part of a rule made ready for the search. A test's boxes are null where no class would do. `presumes`: what it is now
 * may rest on an `unless` of which nothing is known.
 */
type Node = { test: Test; presumes: boolean } & (
  | { kind: 'atom'; place: number; yes: Box | null; no: Box | null }
  | { kind: 'not'; inner: Node }
  | { kind: 'unless'; inner: Node }
  | { kind: 'group'; need: number; of: Node[] }
);

/** A rule with what every search in it needs, made once. */
export type Plan = {
  root: Node;
  /** In the order of asking. */
  domains: readonly Domain[];
  layout: Layout;
  /** Tests, groups and negations of the rule: what one look at it costs. */
  size: number;
};

export type Search = {
  row: Row;
  /** Comparisons of two boxes that are left. */
  steps: number;
  /** How many there were at first; so many more are made while hardly anything is kept. */
  readonly most: number;
  /** false once something had to be left out: what was found is still right, but there may be more. */
  complete: boolean;
};

function domainsOf(atoms: readonly Atom[], places: Places, { byId, order }: CriteriaIndex): Domain[] {
  const tests = new Map<string, Atom[]>();
  for (const atom of atoms) {
    const own = tests.get(atom.criterion);
    if (own) own.push(atom);
    else tests.set(atom.criterion, [atom]);
  }
  const rank = (id: string): number => order.get(id) ?? order.size;
  return [...tests]
    .sort(([a], [b]) => rank(a) - rank(b))
    .flatMap(([id, own]) => {
      const criterion = byId.get(id);
      const place = places.get(id);
      return criterion === undefined || place === undefined
        ? []
        : [{ criterion, classes: classesOf(criterion, own), place }];
    });
}

/** Makes a rule ready to be searched. A row is in the order of `byId`, which is that of the playbook's criteria. */
export function planOf(rule: Rule, needs: CriteriaIndex): Plan {
  const places = new Map([...needs.byId.keys()].map((id, at) => [id, at]));
  const domains = domainsOf(atomsOf(rule), places, needs);
  const layout = layoutOf(domains.map(({ classes }) => classes.length));
  const index = new Map(domains.map(({ criterion }, at) => [criterion.id, at]));
  let size = 0;
  const node = (part: Rule): Node => {
    size++;
    const known = { test: compileRule(part, places), presumes: presumes(part) };
    if (isNot(part)) return { ...known, kind: 'not', inner: node(part.not) };
    if (isUnless(part)) return { ...known, kind: 'unless', inner: node(part.unless) };
    if (!isAtom(part)) {
      const { need, of } = group(part);
      return { ...known, kind: 'group', need, of: of.map(node) };
    }
    const at = index.get(part.criterion);
    const box = (want: 'yes' | 'no'): Box | null => {
      const classes = (at === undefined ? [] : (domains[at]?.classes ?? [])).flatMap((cells, number) =>
        testAtom(part, cells[0]?.value) === want ? [number] : [],
      );
      return at === undefined || classes.length === 0 ? null : only(layout, at, classes);
    };
    const place = places.get(part.criterion) ?? -1;
    return { ...known, kind: 'atom', place, yes: box('yes'), no: box('no') };
  };
  return { root: node(rule), domains, layout, size };
}

const countIn = (box: Box, layout: Layout): number => {
  let count = 0;
  for (let at = 0; at + 1 < layout.length; at++) if (((box[layout[at] ?? 0] ?? 0) & 1) === 0) count++;
  return count;
};

/** The boxes that ask for the fewest criteria first; of equals, in the order found. */
export function smallestFirst(boxes: readonly Box[], layout: Layout): Box[] {
  const counted = boxes.map((box) => ({ box, count: countIn(box, layout) }));
  return counted.sort((a, b) => a.count - b.count).map(({ box }) => box);
}

/** Adds a box unless another covers it, and drops those that it covers. When there's no room, the smallest stay. */
function add(list: Box[], box: Box, layout: Layout, search: Search): Box[] {
  search.steps -= list.length;
  for (const other of list) if (covers(other, box)) return list;
  let kept = 0;
  for (const other of list) if (!covers(box, other)) list[kept++] = other;
  list.length = kept;
  list.push(box);
  if (list.length <= KEPT) return list;
  search.complete = false;
  return smallestFirst(list, layout).slice(0, KEPT);
}

/** Adds what lies both in one of `left` and in one of `right`. */
function addJoined(
  list: Box[],
  [left, right]: readonly [readonly Box[], readonly Box[]],
  layout: Layout,
  search: Search,
): Box[] {
  let found = list;
  for (const a of left) {
    for (const b of right) {
      if (search.steps < -search.most || (search.steps < 0 && found.length >= FEW)) {
        search.complete = false;
        return found;
      }
      search.steps--;
      const both = join(layout, a, b);
      if (both) found = add(found, both, layout, search);
    }
  }
  return found;
}

const opposite = (want: Want): Want => (want === YES ? 0 : YES);

/**
 * Boxes of answers to unknown criteria that make the part `want`. Each one is enough by itself. Together they are all
 * that there is, as long as `search.complete` stays true: a group is yes when enough parts are, and no when enough are no.
 * An `unless` of which nothing is known asks for nothing to be yes: whether the answers that another part asks for speak
 * against it is for the caller to look at.
 */
function boxesFor(node: Node, want: Want, layout: Layout, search: Search): Box[] {
  const level = node.test(search.row);
  if (level === want) return [anything(layout)];
  if (level !== OPEN && !node.presumes) return [];
  if (node.kind === 'unless') return want === YES ? [] : boxesFor(node.inner, YES, layout, search);
  if (node.kind === 'not') return boxesFor(node.inner, opposite(want), layout, search);
  if (node.kind === 'atom') {
    // What is known, and is nothing that the test can be put to, no answer can change.
    const box = search.row[node.place] !== undefined ? null : want === YES ? node.yes : node.no;
    return box === null ? [] : [box];
  }
  const { need, of } = node;
  const count = want === YES ? need : of.length - need + 1;
  if (count > of.length) return [];
  // enough[n]: boxes that make n of the parts seen so far what is wanted.
  const enough: Box[][] = [[anything(layout)]];
  of.forEach((part, index) => {
    const found = boxesFor(part, want, layout, search);
    if (found.length === 0) return;
    const fewest = Math.max(1, count - (of.length - index - 1));
    for (let n = Math.min(count, index + 1); n >= fewest; n--) {
      enough[n] = addJoined(enough[n] ?? [], [enough[n - 1] ?? [], found], layout, search);
    }
  });
  return enough[count] ?? [];
}

/** Boxes that make the plan's rule `want` where it is unknown, and whether they are all; `steps`: comparisons that are free. */
export function findBoxes(
  { root, layout }: Plan,
  row: Row,
  want: Want,
  steps: number,
): { boxes: Box[]; complete: boolean } {
  const search: Search = { row, steps, most: steps, complete: true };
  const boxes = boxesFor(root, want, layout, search);
  return { boxes: smallestFirst(boxes, layout), complete: search.complete };
}
