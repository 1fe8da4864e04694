// Numbers and days in words: which values would do.
import type { AnswerValue } from './answer';
import type { Cell, End } from './cells';
import type { Criterion } from './schema';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** 2027-01-01 as "1 Jan 2027". */
export function dayInWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${date} ${MONTHS[(month ?? 1) - 1]} ${year}`;
}

/** An answer as a person would say it: "Yes", an option's label, "50 people", "1 Jan 2027". */
export function valueInWords(criterion: Criterion, value: AnswerValue): string {
  if (criterion.kind === 'yesno') return value === 'yes' ? 'Yes' : 'No';
  if (criterion.kind === 'choice')
    return criterion.options?.find((option) => option.id === value)?.label ?? String(value);
  if (criterion.kind === 'date') return dayInWords(String(value));
  return criterion.unit ? `${value} ${criterion.unit}` : String(value);
}

type Run = { low: End | null; high: End | null };

/** Neighbouring cells become one stretch. */
function runs(all: readonly Cell[], chosen: ReadonlySet<Cell>): Run[] {
  const found: Run[] = [];
  let open = false;
  for (const cell of all) {
    const last = found.at(-1);
    if (!chosen.has(cell)) open = false;
    else if (open && last) last.high = cell.high;
    else {
      found.push({ low: cell.low, high: cell.high });
      open = true;
    }
  }
  return found;
}

function runInWords({ low, high }: Run, date: boolean, say: (value: AnswerValue) => string): string {
  if (low && high && low.at === high.at) return `${date ? 'on' : 'exactly'} ${say(low.at)}`;
  if (low && high && !low.open && !high.open) return `between ${say(low.at)} and ${say(high.at)}`;
  const from = date ? ['on or after', 'after'] : ['at least', 'more than'];
  const to = date ? ['on or before', 'before'] : ['at most', 'less than'];
  const parts = [
    low && `${from[low.open ? 1 : 0]} ${say(low.at)}`,
    high && `${to[high.open ? 1 : 0]} ${say(high.at)}`,
  ];
  return parts.filter(Boolean).join(' and ') || (date ? 'any day' : 'any number');
}

/** The chosen ones of a number or date criterion's cells in words: "at least 50 people", "before 1 Jan 2027". */
export function cellsInWords(criterion: Criterion, all: readonly Cell[], chosen: ReadonlySet<Cell>): string {
  const date = criterion.kind === 'date';
  const text = runs(all, chosen)
    .map((run) => runInWords(run, date, (value) => (date ? dayInWords(String(value)) : String(value))))
    .join(', or ');
  return criterion.unit && text !== 'any number' ? `${text} ${criterion.unit}` : text;
}
