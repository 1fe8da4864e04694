// A worker that dies with a request in hand: questions are asked again, once, and changes are told as lost at once.
import { expect, it } from 'vitest';
import { fail, ok, type Problem } from '@/lib/problem/problem';
import type { Reply, RequestName } from '@/lib/protocol/messages';
import { askAgain } from '../../entrypoints/sidebar/ask-again';
import { contact } from './components/sidebar/fixtures';
import { memoryBackend } from './components/sidebar/memory-backend';

const ref = contact('101');
const LOST: Problem = { kind: 'unexpected', message: 'The background stopped.' };
const never = new Promise<never>(() => undefined);

function world(overrides: Parameters<typeof memoryBackend>[0]) {
  const { backend } = memoryBackend(overrides);
  const asked: RequestName[] = [];
  const drops: (() => void)[] = [];
  const taken = { times: 0 };
  const ask = askAgain({
    send: (name, body) => {
      asked.push(name);
      return backend.send(name, body);
    },
    take: () => {
      taken.times += 1;
    },
    dropped: () => new Promise((resolve) => drops.push(resolve)),
    lost: () => LOST,
    isLost: (problem) => problem === LOST,
  });
  return { ask, asked, taken, drop: () => drops.splice(0).map((tell) => tell()) };
}

/** Each answer in turn. */
const inTurn = <T>(...answers: (T | Promise<never>)[]) => {
  return async (): Promise<T> => (await answers.shift()) ?? never;
};

it('asks a question again that nobody answers any more, with the line taken up again', async () => {
  const answers = inTurn<Reply<'draft.load'>>(never, ok(null));
  const { ask, asked, taken, drop } = world({ 'draft.load': answers });
  const reply = ask('draft.load', { ref });
  drop();
  expect(await reply).toEqual({ ok: true, value: null });
  expect([asked, taken.times]).toEqual([['draft.load', 'draft.load'], 2]);
});

it('asks once more where the browser says itself that the answer is lost, and not a third time', async () => {
  const { ask, asked } = world({ 'draft.load': () => fail(LOST) });
  expect(await ask('draft.load', { ref })).toEqual(fail(LOST));
  expect(asked).toHaveLength(2);
});

it('says at once of a change that it is not known, and makes it no second time', async () => {
  const { ask, asked, drop } = world({ 'submission.withdraw': () => never });
  const reply = ask('submission.withdraw', { ref, id: 'one' });
  drop();
  expect(await reply).toEqual(fail(LOST));
  expect(asked).toEqual(['submission.withdraw']);
});

it('takes a refusal as it is', async () => {
  const gone = fail<null>({ kind: 'gone', message: 'Not here.' });
  const { ask, asked } = world({ 'draft.load': () => gone });
  expect(await ask('draft.load', { ref })).toEqual(gone);
  expect(asked).toHaveLength(1);
});
