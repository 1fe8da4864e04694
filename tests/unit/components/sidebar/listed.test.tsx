// What is saved with a draft about its record: at once, and after the read where the answer came before it.
// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import type { Snapshot } from '@/lib/record/snapshot';
import { snapshot } from './fixtures';
import { held } from './memory-backend';
import { settle, showSidebar } from './screen';

it('an answer is saved with who it is about and how far it is', async () => {
  const { memory, goTo, press } = showSidebar();
  await goTo('101');
  press('n');
  await settle();
  const [draft] = [...memory.drafts.values()];
  expect(draft?.listed).toMatchObject({ name: 'Ann Meyer', company: 'Northwind Logistics', stage: 'lead' });
  expect(draft?.listed?.unknown.length).toBeGreaterThan(0);
});

it('what was answered before the record was read gets its name when it is', async () => {
  const read = held<{ ok: true; value: Snapshot }>();
  const { memory, goTo, press } = showSidebar({ 'record.read': () => read.promise });
  await goTo('101');
  press('y');
  await settle();
  const draft = () => [...memory.drafts.values()][0];
  expect(Object.keys(draft()?.answers ?? {})).toHaveLength(1);
  expect(draft()?.listed).toBeUndefined();
  const touched = draft()?.updatedAt;
  read.release({ ok: true, value: snapshot('101') });
  await settle();
  expect(draft()?.listed?.name).toBe('Ann Meyer');
  expect(draft()?.updatedAt).toBe(touched);
});

it('a record that is only looked at leaves nothing behind', async () => {
  const { memory, goTo } = showSidebar();
  await goTo('101');
  expect(memory.bodies('draft.save')).toEqual([]);
});
