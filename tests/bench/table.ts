// Prints figures in columns that line up.

const pad = (text: string, width: number, number: boolean) =>
  number ? text.padStart(width) : text.padEnd(width);

/** The first column is words, the others numbers. */
export function printTable(title: string, head: string[], rows: string[][]): void {
  const widths = head.map((cell, at) => Math.max(cell.length, ...rows.map((row) => (row[at] ?? '').length)));
  const line = (cells: string[]) => cells.map((cell, at) => pad(cell, widths[at] ?? 0, at > 0)).join('  ');
  console.log(`\n${title}\n`);
  console.log(line(head));
  console.log(widths.map((width) => '-'.repeat(width)).join('  '));
  for (const row of rows) console.log(line(row));
}

export const whole = (value: number): string => Math.round(value).toLocaleString('en-US');
export const times = (value: number): string =>
  `${value >= 10 ? Math.round(value).toLocaleString('en-US') : value.toFixed(2)}x`;

/** What a goal says of a figure: a ratio that may be at most, or must be at least, so much. */
export function goal(words: string, value: number, limit: { atMost: number } | { atLeast: number }): void {
  const held = 'atMost' in limit ? value <= limit.atMost : value >= limit.atLeast;
  const bound = 'atMost' in limit ? `at most ${limit.atMost}x` : `at least ${limit.atLeast}x`;
  console.log(`${held ? 'held    ' : 'not held'}  ${words}: ${times(value)} (goal: ${bound})`);
}
