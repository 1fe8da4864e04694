// What is loaded at the first call: once, kept, and again after a failure.
import { expect, it, vi } from 'vitest';
import { once } from '@/lib/util/lazy';

it('loads when it is first asked, and once', async () => {
  const load = vi.fn(async () => ({}));
  const thing = once(load);
  expect(load).not.toHaveBeenCalled();
  const [first, second] = await Promise.all([thing(), thing()]);
  expect(first).toBe(second);
  expect(await thing()).toBe(first);
  expect(load).toHaveBeenCalledTimes(1);
});

it('tries again after a failure, which all that waited hear of', async () => {
  let works = false;
  const thing = once(async () => {
    if (!works) throw new Error('not there');
    return 1;
  });
  await Promise.all([thing(), thing()].map((asked) => expect(asked).rejects.toThrow('not there')));
  works = true;
  expect(await thing()).toBe(1);
});
