// A run in a few lines for a person, and whether it passed.
import { printTable } from '../bench/table.ts';
import type { Counted } from './faults.ts';
import { type Options, replay } from './options.ts';
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
  printTable('What must not be', ['', 'count'], [...rows, ['could not be sent', String(outcome.unsent)]]);
  const bad = [...new Set(Object.values(wrong).flat())];
  for (const entry of bad.slice(0, STORIES))
    console.log(`\n#${entry.number} ${entry.submission.id} on ${entry.record}\n${ledger.story(entry)}`);
  for (const why of ledger.breaks.values()) console.log(why);
  const passed = bad.length === 0 && outcome.unsent === 0;
  console.log(passed ? '\npassed' : `\nNOT passed. The same run again: ${replay(options)}`);
  return passed;
}

const total = (thrown: Map<Counted, number>): string =>
  String([...thrown.values()].reduce((sum, n) => sum + n, 0));
