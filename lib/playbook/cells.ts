// The values a criterion could have, cut into the few cells between which a rule can tell a difference.
import type { AnswerValue, Truth } from './answer';
import { isDay } from './known';
import { testAtom } from './logic';
import { valuesOf } from './rules';
import type { Atom, Criterion } from './schema';

/** One end of a cell of numbers or days; `open` where the end itself isn't in it. */
export type End = { at: AnswerValue; open: boolean };

/** Values that every test of a rule treats alike, told by one of them. Ends are null where nothing limits it. */
export type Cell = { value: AnswerValue; low: End | null; high: End | null };

const DAY = 86_400_000;

function shiftDay(day: string, by: number): string | null {
  const moved = new Date(Date.parse(`${day}T00:00:00Z`) + by * DAY);
  // Years past 9999 are written with a sign and have no place in YYYY-MM-DD.
  const text = moved.toISOString().slice(0, 10);
  return isDay(text) ? text : null;
}

/** A number or day strictly between two others (null: no limit on that side); null where there is none. */
function between(low: AnswerValue | null, high: AnswerValue | null): AnswerValue | null {
  if (typeof low === 'string' || typeof high === 'string') {
    const value = typeof low === 'string' ? shiftDay(low, 1) : shiftDay(String(high), -1);
    return value !== null && (high === null || value < high) ? value : null;
  }
  if (low === null) return high === null ? 0 : outside(high, -1);
  if (high === null) return outside(low, 1);
  const middle = low / 2 + high / 2;
  return middle > low && middle < high ? middle : null;
}

/** A finite number beyond `edge`: one further, or as much further as its size needs to be told apart. */
function outside(edge: number, sign: 1 | -1): number | null {
  const value = edge + sign * Math.max(1, Math.abs(edge));
  const near = edge + sign;
  if (near !== edge && Number.isFinite(near)) return near;
  return Number.isFinite(value) && value !== edge ? value : null;
}

/** The numbers or days that the tests name, lowest first. */
function thresholds(criterion: Criterion, atoms: readonly Atom[]): AnswerValue[] {
  const named = atoms.flatMap(valuesOf);
  const fitting = named.filter((value) =>
    criterion.kind === 'date' ? isDay(value) : Number.isFinite(value),
  );
  return [...new Set(fitting)].sort((a, b) => (a < b ? -1 : 1));
}

/** Each option, or each threshold and each gap beside one, lowest first. Gaps that hold no value are left out. */
export function cellsOf(criterion: Criterion, atoms: readonly Atom[]): Cell[] {
  const single = (value: AnswerValue): Cell => ({ value, low: null, high: null });
  if (criterion.kind === 'yesno') return [single('yes'), single('no')];
  if (criterion.kind === 'choice') return (criterion.options ?? []).map((option) => single(option.id));
  const cuts = thresholds(criterion, atoms);
  const cells: Cell[] = [];
  for (let i = 0; i <= cuts.length; i++) {
    const low = cuts[i - 1] ?? null;
    const high = cuts[i] ?? null;
    const value = cuts.length === 0 ? null : between(low, high);
    if (value !== null) {
      const end = (at: AnswerValue | null): End | null => (at === null ? null : { at, open: true });
      cells.push({ value, low: end(low), high: end(high) });
    }
    if (high !== null)
      cells.push({ value: high, low: { at: high, open: false }, high: { at: high, open: false } });
  }
  return cells;
}

/** The cells in classes: two cells are in one class when every test gives both the same truth. */
export function classesOf(criterion: Criterion, atoms: readonly Atom[]): Cell[][] {
  const cells = cellsOf(criterion, atoms);
  // One test after the other parts what was alike so far. Classes stand in the order of their first cells.
  let classes: Cell[][] = cells.length > 0 ? [cells] : [];
  for (const atom of atoms) {
    if (classes.length === cells.length) break;
    const parted: Cell[][] = [];
    for (const own of classes) parted.push(...split(own, atom));
    classes = parted;
  }
  const place = new Map(cells.map((cell, at) => [cell, at]));
  const first = (own: readonly Cell[]): number => (own[0] ? (place.get(own[0]) ?? 0) : 0);
  return classes.sort((a, b) => first(a) - first(b));
}

/** The cells of one class by what the test says of them, each in the order they had. */
function split(cells: Cell[], atom: Atom): Cell[][] {
  if (cells.length === 1) return [cells];
  const found = new Map<Truth, Cell[]>();
  for (const cell of cells) {
    const truth = testAtom(atom, cell.value);
    const own = found.get(truth);
    if (own) own.push(cell);
    else found.set(truth, [cell]);
  }
  return [...found.values()];
}
