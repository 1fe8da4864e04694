// A playbook whose criteria are called like what every object has: answered, taken back, quoted and written like others.
// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/react';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { hashPlaybook, parsePlaybook } from '@/lib/playbook';
import { defaultPlaybook } from '@/lib/playbook/builtin/default';
import { requests } from '@/lib/protocol/messages';
import { settle, showSidebar } from './screen';

const NAMES = {
  twoWay: 'constructor',
  fitsMarket: 'toString',
  hasProblem: 'valueOf',
  couldUse: 'hasOwnProperty',
  decides: 'isPrototypeOf',
};

function renamed() {
  let text = JSON.stringify(defaultPlaybook);
  for (const [name, odd] of Object.entries(NAMES)) text = text.replaceAll(`"${name}"`, `"${odd}"`);
  const parsed = parsePlaybook(JSON.parse(text));
  if (!parsed.ok) throw new Error('Not a playbook.');
  return parsed.playbook;
}

test('each answer is kept, undone, quoted and written', async () => {
  const playbook = renamed();
  const active = { playbook, hash: hashPlaybook(playbook), origin: 'built-in' as const };
  const page = showSidebar({ 'playbook.active': () => ({ ok: true, value: active }) });
  await page.goTo('101');
  const answers = () => page.sheet()?.draft?.answers ?? {};
  page.press('y');
  await settle();
  const [first] = Object.keys(answers());
  expect(Object.values(NAMES)).toContain(first);
  page.press('z');
  await settle();
  expect(Object.keys(answers())).toEqual([]);
  page.press('y', 'q');
  await settle();
  fireEvent.change(screen.getByLabelText(/^Their words on/), { target: { value: 'We do that by hand.' } });
  fireEvent.submit(screen.getByLabelText(/^Their words on/));
  await settle();
  page.press('y', 'y', 'y', 'Enter');
  await settle();
  const draft = page.sheet()?.draft;
  expect(Object.values(answers()).map(({ quote }) => quote)).toContain('We do that by hand.');
  expect(v.parse(requests['draft.save'].body, { draft, base: null }).draft).toEqual(draft);
  page.press('Enter');
  await settle();
  const submission = page.memory.submissions[0];
  expect(v.parse(requests['submission.send'].body, { submission })).toEqual({ submission });
  for (const name of Object.keys(answers())) expect(submission?.answers).toHaveProperty(name, 'yes');
  const note = submission?.steps.find(({ write }) => write.kind === 'note')?.write;
  expect(note?.kind === 'note' && note.body).toContain('We do that by hand.');
});
