// Damaged answers of a CRM, through the real session: it settles, blames no mistake of ours, and yields nothing false.
import * as fc from 'fast-check';
import * as v from 'valibot';
import { ProblemError } from '@/lib/problem/problem';
import { type Snapshot, SnapshotSchema } from '@/lib/record/snapshot';
import { type Damage, damaged, damages } from './damage';
import { type Answer, playback, record } from './recorded';
import { type Outcome, target } from './target';

type Input = { tape: number; at: number; how: number; damage: Damage[]; share: number };

const inputs: fc.Arbitrary<Input> = fc.record({
  tape: fc.nat(999),
  at: fc.nat(99),
  how: fc.nat(15),
  damage: damages(3),
  share: fc.nat(100),
});

function spoil({ how, damage, share }: Input): (answer: Answer) => Answer {
  return (answer) => {
    const { text } = answer;
    if (how === 0) return { ...answer, text: text.slice(0, Math.floor((text.length * share) / 100)) };
    if (how === 1) return { ...answer, text: '<html><body>Sign in</body></html>', type: 'text/html' };
    if (how === 2) return { ...answer, type: 'text/html' };
    if (how === 3) return { ...answer, text: ['null', '[]', '{}', '""', '0', ''][share % 6] ?? '' };
    if (how === 4)
      return {
        ...answer,
        status: [200, 201, 204, 400, 401, 403, 404, 409, 429, 500, 503][share % 11] ?? 200,
      };
    if (how === 5) return { ...answer, text: text.replace(/\d{4}-\d\d-\d\d/g, '9999-99-99') };
    try {
      return { ...answer, text: JSON.stringify(damaged(JSON.parse(text), damage)) ?? '' };
    } catch {
      return { ...answer, text: text.slice(share) };
    }
  };
}

const isTime = (text: string | null): boolean => text === null || !Number.isNaN(Date.parse(text));

/** Pages of the CRMs that were recorded: nothing that an answer says leads anywhere else. */
const PAGES = /^https:\/\/(app(-[a-z0-9]+)?\.hubspot\.com|acme\.lightning\.force\.com)\//;

/** Every address that a snapshot gives to be followed. */
function addresses(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return key === 'url' ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => addresses(inner, name));
}

function lies(snapshot: Snapshot, id: string): string[] {
  const wrong = addresses(snapshot)
    .filter((url) => !PAGES.test(url))
    .map((url) => `it leads to ${url}`);
  if (snapshot.ref.id !== id && snapshot.mergedFrom === null)
    wrong.push(`another record: ${snapshot.ref.id}`);
  for (const { name, value, at } of snapshot.facts) {
    if (typeof value === 'number' && !Number.isFinite(value)) wrong.push(`${name} is ${value}`);
    if (!isTime(at)) wrong.push(`${name} was at ${at}`);
    if (name.endsWith('At') && typeof value === 'string' && !isTime(value)) wrong.push(`${name} is ${value}`);
  }
  return wrong;
}

let tapes: ReturnType<typeof record> | undefined;

async function check(input: Input): Promise<Outcome> {
  tapes ??= record();
  const list = await tapes;
  const tape = list[input.tape % list.length];
  if (!tape) throw new Error('nothing was recorded');
  const session = tape.open(playback(tape, input.at, spoil(input)));
  try {
    const result = await tape.run(session);
    const snapshot = v.safeParse(SnapshotSchema, result);
    if (tape.name.endsWith(' read')) {
      if (!snapshot.success) throw new TypeError(`${tape.name}: no snapshot: ${snapshot.issues[0].message}`);
      const wrong = lies(snapshot.output, tape.ref.id);
      if (wrong.length > 0) throw new TypeError(`${tape.name}: ${wrong.join('; ')}`);
    }
    return 'accepted';
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const { message } = error.problem;
    if (/made a mistake/.test(message)) throw new TypeError(`${tape.name}: ${message}`);
    return 'refused';
  }
}

export const answerTarget = target({ name: 'answers', full: 20_000, share: 150, inputs, check });
