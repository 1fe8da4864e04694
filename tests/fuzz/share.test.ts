// A small share of each target in every test run, with a fresh seed; and growth of the record detector with its input.
import { describe, expect, it } from 'vitest';
import { answerTarget } from './answers';
import { messageTarget } from './messages';
import { playbookTarget } from './playbooks';
import { playback, record } from './recorded';
import { misread, urlTarget } from './urls';

const seed = Date.now() & 0x7fffffff;

describe(`a share of the fuzzing, seed ${seed}`, () => {
  it.each([urlTarget, messageTarget, playbookTarget, answerTarget])(
    '$name',
    async (one) => {
      const { failure } = await one.run(seed, one.share);
      expect(failure, `npm run fuzz -- --seed ${seed} --only ${one.name}`).toBeNull();
    },
    120_000,
  );
});

describe('recorded answers', () => {
  it('played back whole, give what the CRM gives', async () => {
    for (const tape of await record())
      await expect(
        tape.run(tape.open(playback(tape, 0, (answer) => answer))),
        tape.name,
      ).resolves.toBeDefined();
  }, 60_000);
});

describe('the record detector', () => {
  const rows: [string, (length: number) => string][] = [
    ['a long path', (n) => `https://app.hubspot.com/contacts/1/record/0-1/${'1'.repeat(n)}`],
    ['many slashes', (n) => `https://acme.lightning.force.com/lightning/r/${'/'.repeat(n)}`],
    ['a long word', (n) => `https://acme.lightning.force.com/lightning/r/${'w'.repeat(n)}`],
    ['a long id', (n) => `https://acme.my.salesforce.com/003${'w'.repeat(n)}`],
    ['a long host', (n) => `https://${'a-'.repeat(n)}.hubspot.com/`],
    ['many labels', (n) => `https://${'my.'.repeat(n)}salesforce.com/`],
    ['a long hash', (n) => `https://acme.lightning.force.com/one/one.app#${'eyJh'.repeat(n)}`],
    ['a hash of percents', (n) => `https://acme.lightning.force.com/one/one.app#${'%25'.repeat(n)}`],
    ['a long ws', (n) => `https://acme.lightning.force.com/x?ws=${'%2Flightning%2Fr%2F'.repeat(n)}`],
  ];
  // Far above what reading them once takes, far below what reading them over and over would.
  it.each(rows)('reads %s of 100,000 in a moment', (_, make) => {
    expect(misread(make(10_000))).toEqual([]);
    const timed = () => {
      const start = performance.now();
      expect(misread(make(100_000))).toEqual([]);
      return performance.now() - start;
    };
    // The machine may have been busy elsewhere: only what is slow twice is slow.
    const first = timed();
    expect(first < 3_000 ? first : timed()).toBeLessThan(3_000);
  });
});
