// A run in a few lines for a person, and whether it passed.
import { printTable } from '../bench/table.ts';
import type { Counted } from './faults.ts';
import { type Options, replay } from './options.ts';
import type { Book } from './pressing/book.ts';
import type { Way } from './pressing/plan.ts';
import type { Outcome } from './soak.ts';

const STORIES = 3;

/** Prints the figures; true: nothing was lost, doubled, wrongly ordered or hidden. */
export function report(outcome: Outcome, options: Options): boolean {
  const { ledger, thrown, written, byItself, refused, withdrawn, wrong, seconds } = outcome;
  const counted = (crm: string) =>
    [...ledger.entries.values()].filter(({ submission }) => submission.ref.crm === crm).length;
  const faults = [...thrown].sort(([a], [b]) => a.localeCompare(b)).map(([name, n]) => [name, String(n)]);
  printTable('Faults that struck', ['', 'times'], [...faults, ['in all', total(thrown)]]);
  printTable(
    `Submissions, in ${Math.round(seconds)} s`,
    ['', 'count'],
    [
      ['HubSpot', String(counted('hubspot'))],
      ['Salesforce', String(counted('salesforce'))],
      ['sent', String(ledger.entries.size)],
      ['written', String(written.length)],
      ['  of these without the rep', String(byItself)],
      ['taken back by the rep', String(withdrawn.length)],
      ['refused, with the reason', String(refused.length)],
    ],
  );
  printTable(
    'What wanted the rep, how often',
    ['', 'count'],
    [...outcome.wantedTheRep].map(([kind, n]) => [kind, String(n)]),
  );
  const rows = Object.entries(wrong).map(([name, list]) => [name, String(list.length)]);
  const { wrongPressed, strangers } = outcome;
  printTable(
    'What must not be',
    ['', 'count'],
    [
      ...rows,
      ['otherwise than the sidebar said', String(wrongPressed.length)],
      ['confirmed by nobody', String(strangers.length)],
      ['could not be sent', String(outcome.unsent)],
    ],
  );
  const bad = [...new Set(Object.values(wrong).flat())];
  for (const entry of bad.slice(0, STORIES))
    console.log(`\n#${entry.number} ${entry.submission.id} on ${entry.record}\n${ledger.story(entry)}`);
  if (options.stories)
    for (const one of ledger.pressed.all.values())
      console.log(
        `\nVisit ${one.number} to ${one.name} (${one.record}), by hand, told "${one.told}"\n${ledger.storyPressed(one)}`,
      );
  for (const { one, why } of wrongPressed.slice(0, STORIES))
    console.log(`\nVisit ${one.number} to ${one.name}, by hand: ${why}\n${ledger.storyPressed(one)}`);
  for (const id of strangers.slice(0, STORIES)) console.log(`Nobody confirmed ${id}`);
  for (const why of ledger.breaks.values()) console.log(why);
  console.log(pressedWords(ledger.pressed));
  const sound = bad.length === 0 && wrongPressed.length === 0 && strangers.length === 0;
  const passed = sound && outcome.unsent === 0;
  console.log(passed ? '\npassed' : `\nNOT passed. The same run again: ${replay(options)}`);
  return passed;
}

/** "12 in the sidebar itself: 3 taken back, ...". */
function pressedWords(book: Book): string {
  const done: [string, Way][] = [
    ['taken back', 'take it back'],
    ['changed', 'change it'],
    ['tried again', 'try again'],
    ['left for the next record', 'next record'],
  ];
  const counts = done.map(([words, way]) => `${book.count(way)} ${words}`).join(', ');
  return `\nPressed in the sidebar itself: ${book.all.size}; of these ${counts}`;
}

const total = (thrown: Map<Counted, number>): string =>
  String([...thrown.values()].reduce((sum, n) => sum + n, 0));
