// A decision that was taken back and may arrive yet keeps its place, and nothing that a person has typed or is called.
import { describe, expect, it } from 'vitest';
import { bare } from '@/lib/background/outbox/bare';
import { linesOf } from '@/lib/background/outbox/records';
import { lost, outboxWorld, ref, submission } from './world';

const SAYS = /Noor|Haddad|Ada Reyes|ada@|text|Lifecycle|salesqualified|"D"/;
const fieldsOnly = () => ({ ...submission(), steps: submission().steps.slice(0, 1) });

async function takenBack() {
  const world = outboxWorld();
  const life = world.worker();
  world.crm.faults.write.push({ when: 'late', problem: lost });
  const one = await life.outbox.send(fieldsOnly());
  await life.outbox.withdraw(ref, one.id);
  const row = async () => JSON.stringify(await world.kept.store.get(one.id));
  return { ...world, ...life, one, row };
}

describe('its content is removed', () => {
  it('at once, and does not come back once nothing of it can arrive any more', async () => {
    const { outbox, clock, row } = await takenBack();
    expect(await row()).toMatch(SAYS);
    await outbox.strip(() => true);
    expect(await row()).not.toMatch(SAYS);
    clock.move(600_000);
    await outbox.send(fieldsOnly());
    await outbox.send({ ...fieldsOnly(), ref: { ...ref, id: '502' } });
    expect(await row()).not.toMatch(SAYS);
  });

  it('and the next of its record waits for it all the same, in the next life too', async () => {
    const { outbox, kill, worker, crm, clock } = await takenBack();
    await outbox.strip(() => true);
    const two = await outbox.send(fieldsOnly());
    expect(two).toMatchObject({ state: 'waiting', steps: [{ problem: { kind: 'in-line' } }] });
    kill();
    const next = worker();
    await next.outbox.wake('start');
    expect(await next.outbox.get(ref, two.id)).toMatchObject({ state: 'waiting' });
    expect(crm.effects).toEqual([]);
    crm.catchUp(true);
    clock.move(120_000);
    await next.outbox.wake('alarm');
    await expect.poll(() => crm.effects.at(-1)).toBe(`${two.id} fields`);
  });

  it('and not that of others', async () => {
    const { outbox, row } = await takenBack();
    await outbox.strip((of) => of.ref.account !== ref.account);
    expect(await row()).toMatch(SAYS);
  });
});

it('what is left of one names all records that it may still reach', () => {
  const [fields, ...rest] = submission().steps;
  if (fields?.write.kind !== 'fields') throw new Error('no fields');
  const record = { ...ref, object: 'leads', id: '9' };
  const changes = fields.write.changes.map((one) => ({ ...one, record }));
  const of = submission({ steps: [{ ...fields, write: { ...fields.write, changes } }, ...rest] });
  expect(linesOf(bare(of))).toEqual(linesOf(of));
  expect(JSON.stringify(bare(of))).not.toMatch(SAYS);
});
