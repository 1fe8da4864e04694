// The console's choice of playbooks: read any, use a built-in one, save each as a file.
// @vitest-environment happy-dom
import { act, fireEvent, screen } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { Console } from '@/components/console/Console';
import { parsePlaybook } from '@/lib/playbook';
import { builtins } from '@/lib/playbook/builtin';
import { templates } from '@/lib/playbook/templates';
import { fail, ok } from '@/lib/problem/problem';
import { background, shellWithAccess, active as small } from './fixtures';
import { expectAccessible, open, press } from './page';

const activeOf = (id: string) => {
  const playbook = builtins.find((one) => one.id === id) ?? small.playbook;
  return { playbook, hash: `hash of ${playbook.id}`, origin: 'Built in' };
};

function working(start = activeOf('default')) {
  return background({
    'connections.list': () => ok([]),
    'playbook.active': () => ok(start),
    'playbook.choose': ({ id }) => ok(activeOf(id)),
  });
}

const title = () => screen.getByRole('heading', { level: 1 }).textContent;
const look = async (name: string) => act(async () => fireEvent.click(screen.getByRole('radio', { name })));

beforeEach(() => {
  location.hash = 'playbook';
});

it('offers the built-in playbooks and the frameworks, the one in use marked and on show', async () => {
  const page = await open(<Console send={working().send} shell={shellWithAccess} />);
  expect(title()).toBe('Stagecheck default');
  const offered = screen.getAllByRole('radio').map((radio) => radio.closest('label')?.textContent);
  const names = [...builtins, ...templates].map(({ name }) => name);
  expect(offered).toEqual(names.map((name) => `${name} ${name === 'Stagecheck default' ? 'in use' : ''}`));
  expect(screen.getByRole('button', { name: /^In use/ }).getAttribute('aria-disabled')).toBe('true');
  await expectAccessible(page);
});

it.each([...builtins, ...templates].map(({ name }) => name))('shows %s to read', async (name) => {
  const page = await open(<Console send={working().send} shell={shellWithAccess} />);
  await look(name === 'Stagecheck default' ? `${name} in use` : name);
  expect(title()).toBe(name);
  await expectAccessible(page);
});

it('uses another built-in playbook, and says so; the keyboard stays on the button', async () => {
  const { send, asked } = working();
  const page = await open(<Console send={send} shell={shellWithAccess} />);
  await look('Value');
  screen.getByRole('button', { name: 'Use this playbook' }).focus();
  await press('Use this playbook');
  expect(asked.at(-1)).toEqual({ name: 'playbook.choose', body: { id: 'value' } });
  expect(screen.getByRole('status').textContent).toContain('This browser now uses “Value”');
  expect(screen.getByRole('radio', { name: 'Value in use' })).toBeTruthy();
  expect(screen.getByText('hash of value')).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: /^In use/ }));
  await expectAccessible(page);
});

it('keeps the playbook that is in use where another can not be put to use', async () => {
  const { send } = background({
    'connections.list': () => ok([]),
    'playbook.active': () => ok(activeOf('default')),
    'playbook.choose': () => fail({ kind: 'storage', message: 'The disk is full.' }),
  });
  await open(<Console send={send} shell={shellWithAccess} />);
  await look('Response');
  await press('Use this playbook');
  expect(screen.getByRole('alert')).toBeTruthy();
  expect(screen.getByRole('radio', { name: 'Stagecheck default in use' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Use this playbook' })).toBeTruthy();
});

it('lets a framework be read and saved, and not used', async () => {
  await open(<Console send={working().send} shell={shellWithAccess} />);
  await look('MEDDPICC');
  expect(screen.queryByRole('button', { name: /use/i })).toBeNull();
  expect(screen.getByRole('status').textContent).toContain('A framework to start from');
});

it('saves what is on show as a file that is a playbook again', async () => {
  const blobs: Blob[] = [];
  const names: string[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    if (blob instanceof Blob) blobs.push(blob);
    return 'blob:of-the-test';
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    names.push(this.download);
  });
  await open(<Console send={working().send} shell={shellWithAccess} />);
  await look('BANT');
  await press('Save as file');
  expect(names).toEqual(['stagecheck-bant-1.0.0.json']);
  const text = await blobs[0]?.text();
  const bant = templates.find(({ id }) => id === 'bant');
  expect(parsePlaybook(JSON.parse(text ?? ''))).toEqual({ ok: true, playbook: bant });
  vi.restoreAllMocks();
});

it('shows a playbook that is not built in, too, while it is in use', async () => {
  const own = { ...small.playbook, id: 'our-own', name: 'Our own' };
  const { send } = working({ playbook: own, hash: 'h', origin: 'File' });
  await open(<Console send={send} shell={shellWithAccess} />);
  expect(title()).toBe('Our own');
  expect(screen.getByRole('radio', { name: 'Our own in use' })).toBeTruthy();
  await look('Value');
  expect(title()).toBe('Value');
});
