// What the CRMs hold of what was sent by messages, held against what was decided.
import type { Sandbox } from '../sandbox/server.ts';
import type { Caretaker } from './caretaker.ts';
import type { Entry, Ledger } from './ledger.ts';
import { wrongPairs, wrongValues } from './order.ts';
import { look } from './truth.ts';

export type Wrongs = Record<
  'lost' | 'doubled' | 'wrongly ordered' | 'not shown to the rep' | 'stuck under way',
  Entry[]
>;

/** Everything of it that is not as it should be. `told`: those that the popup has shown; `pressed`: tried again there. */
export function judge(
  sandbox: Sandbox,
  ledger: Ledger,
  { told, wanted, pressed }: Pick<Caretaker, 'told' | 'wanted' | 'pressed'>,
  { hidden, stuck }: { hidden: Entry[]; stuck: string[] },
) {
  const truth = look(sandbox);
  const all = [...ledger.entries.values()];
  const written = all.filter(({ submission }) => truth.whole(submission));
  const open = all.filter((entry) => !written.includes(entry));
  const refused = open.filter((one) => one.refused !== null && !one.withdrawn);
  const wrong: Wrongs = {
    lost: open.filter((one) => !one.withdrawn && !one.refused && !stuck.includes(one.submission.id)),
    doubled: all.filter(({ submission }) => truth.doubled(submission)),
    'wrongly ordered': [...new Set([...wrongPairs(all, truth).flat(), ...wrongValues(all, truth, sandbox)])],
    'not shown to the rep': [
      ...new Set([...hidden, ...open.filter((one) => !told.has(one.submission.id) && !one.refused?.message)]),
    ],
    'stuck under way': stuck.flatMap((id) => ledger.entries.get(id) ?? []),
  };
  return {
    written,
    byItself: written.filter(({ submission }) => !pressed.has(submission.id)).length,
    refused,
    withdrawn: open.filter(({ withdrawn }) => withdrawn),
    wantedTheRep: wanted,
    wrong,
  };
}
