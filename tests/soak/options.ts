// What the soak is told on the command line.
import { PRESSED } from './pressing/plan.ts';

export type Options = {
  /** Everything that is left to chance comes of it. */
  seed: number;
  /** Submissions. */
  count: number;
  /** The run gives up sending after so long, and fails for that. */
  minutes: number;
  crms: readonly ('hubspot' | 'salesforce')[];
  /** Faults that keep somebody waiting for over 20 s. */
  slow: boolean;
  /** Of so many visits one is made in the sidebar itself. */
  pressed: number;
  /** Tells of each of these what happened, also where all is well. */
  stories: boolean;
  /** At the end so long what waits is left to itself before the rep tries it again. */
  aloneMs: number;
  /** What has not moved for so long then is stuck: longer than it is left alone, and than an account rests. */
  stillMs: number;
};

const USAGE =
  'npm run soak -- [--seed n] [--count n] [--minutes n] [--crm hubspot|salesforce] [--pressed n] [--stories]';

/** Throws with one line where an option is not known. */
export function optionsFrom(args: readonly string[]): Options {
  const options: Options = {
    seed: Math.floor(Math.random() * 2 ** 31),
    count: 1000,
    minutes: 25,
    crms: ['hubspot', 'salesforce'],
    slow: true,
    pressed: PRESSED,
    stories: false,
    aloneMs: 240_000,
    stillMs: 420_000,
  };
  const given = args.flatMap((arg) => arg.split('='));
  while (given.length > 0) {
    const name = given.shift();
    if (name === '--stories') {
      options.stories = true;
      continue;
    }
    const value = given.shift() ?? '';
    if (name === '--crm' && (value === 'hubspot' || value === 'salesforce')) options.crms = [value];
    else if (name === '--seed') options.seed = number(value);
    else if (name === '--count') options.count = number(value);
    else if (name === '--minutes') options.minutes = number(value);
    else if (name === '--pressed') options.pressed = number(value);
    else throw new Error(USAGE);
  }
  return options;
}

function number(text: string): number {
  const value = Number(text);
  if (!Number.isFinite(value) || value <= 0) throw new Error(`"${text}" is no number to go by.`);
  return value;
}

/** The command that plays the same run again. */
export const replay = ({ seed, count, crms, pressed }: Options): string =>
  [
    `npm run soak -- --seed ${seed} --count ${count}`,
    ...(crms.length === 1 ? [`--crm ${crms[0]}`] : []),
    ...(pressed === PRESSED ? [] : [`--pressed ${pressed}`]),
  ].join(' ');
