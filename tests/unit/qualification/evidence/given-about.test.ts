// Whose answers a draft holds.
import { expect, it } from 'vitest';
import { aboutAnother, answer, emptyDraft, givenAbout } from '@/lib/qualification';
import { now, ref, snapshot } from '../fixture';

const who = (id: string, name: string) => ({ ref: { ...ref, id }, name, title: '' });
const of = (about: ReturnType<typeof who> | null) => ({ ...snapshot(), about });
const empty = emptyDraft(ref, { id: 'd', version: '1', hash: 'h' }, now);
const said = answer(empty, 'a', 'yes', null, now);

it('is whom the record was about at the first answer, and stays so until the rep says otherwise', () => {
  const first = givenAbout(said, of(who('1', 'Ann')));
  expect(first.about).toEqual({ ref: { ...ref, id: '1' }, name: 'Ann' });
  expect(givenAbout(first, of(who('2', 'Bo'))).about?.name).toBe('Ann');
  expect(givenAbout(first, of(who('2', 'Bo')), true).about?.name).toBe('Bo');
  expect(givenAbout(said, snapshot())).toEqual(said);
});

it('is another one only where both are known, the read is whole, and something was answered', () => {
  const first = givenAbout(said, of(who('1', 'Ann')));
  const bo = of(who('2', 'Bo'));
  expect(aboutAnother(first, bo)).toMatchObject({ before: { name: 'Ann' }, after: { name: 'Bo' } });
  expect(aboutAnother(first, of(who('1', 'Ann Lee')))).toBeNull();
  expect(aboutAnother(first, { ...bo, complete: false })).toBeNull();
  expect(aboutAnother(first, of(null))).toBeNull();
  expect(aboutAnother({ ...first, answers: {} }, bo)).toBeNull();
  expect(aboutAnother(said, bo)).toBeNull();
  expect(aboutAnother(null, bo)).toBeNull();
});
