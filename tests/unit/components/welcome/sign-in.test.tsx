// Connecting without a key, as a person works it: which CRM, which way, what is typed, what the browser is asked for.
// @vitest-environment happy-dom
import { act, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Shell } from '@/components/shared/shell';
import { Welcome } from '@/components/welcome/Welcome';
import { fail, ok, type Problem } from '@/lib/problem/problem';
import type { CrmWays } from '@/lib/protocol/messages';
import {
  account,
  active,
  background,
  connection,
  hubspotWays,
  people,
  person,
  shellWithAccess,
  signInWays,
} from '../console/fixtures';
import { expectAccessible, open, press, type } from '../console/page';

const org = { ...account, id: 'acme.crm.example', name: 'Acme' };
const fake = {
  ...connection,
  crm: 'fake',
  crmName: 'Fakeforce',
  account: org.id,
  accountName: org.name,
  way: 'oauth' as const,
  keyEnd: '',
  start: { label: 'leads', url: 'https://acme.crm.example/leads' },
};
const pending = '6f2f4c9e-2f0e-4d7e-9d0c-7a4b0d3d1c11';

function working(refuse: Problem | null = null, crms: CrmWays[] = [hubspotWays, signInWays]) {
  return background({
    'connections.list': () => ok([]),
    'connections.ways': () => ok(crms),
    'connections.begin': () => (refuse ? fail(refuse) : ok({ pending, account: org, people })),
    'connections.finish': (body) => ok({ ...fake, person: body.person }),
    'playbook.active': () => ok(active),
    'mapping.get': () => ok({ fields: [], mapping: {}, proposed: {} }),
    'mapping.save': () => ok(null),
  });
}

async function pick(name: string): Promise<void> {
  await act(async () => fireEvent.click(screen.getByRole('radio', { name })));
}

async function openAt(way: string, send = working().send, shell: Shell = shellWithAccess) {
  const page = await open(<Welcome send={send} shell={shell} />);
  await pick('Fakeforce');
  await pick(way);
  return page;
}

describe('the welcome page with more than one CRM', () => {
  it('begins with the first one and its first way, and changes by one choice each', async () => {
    const page = await open(<Welcome send={working().send} shell={shellWithAccess} />);
    expect(screen.getByRole('radio', { name: 'HubSpot' })).toHaveProperty('checked', true);
    expect(screen.getByLabelText('Service key or private-app token')).toBeTruthy();
    expect(screen.queryByRole('radiogroup', { name: 'How to connect' })).toBeNull();
    await expectAccessible(page);
    await pick('Fakeforce');
    expect(screen.getByRole('radio', { name: 'Sign in' })).toHaveProperty('checked', true);
    expect(screen.queryByLabelText('Service key or private-app token')).toBeNull();
    await expectAccessible(page);
    await pick('This browser’s session');
    await expectAccessible(page);
  });

  it('says what went wrong where it can’t learn the ways, and asks again', async () => {
    const { send, asked } = background({});
    await open(<Welcome send={send} shell={shellWithAccess} />);
    await press('Try again');
    expect(asked.filter(({ name }) => name === 'connections.ways')).toHaveLength(2);
  });

  it('asks for nothing that the only CRM leaves no choice of', async () => {
    await open(<Welcome send={working(null, [hubspotWays]).send} shell={shellWithAccess} />);
    expect(screen.queryByRole('radio')).toBeNull();
    expect(screen.getByRole('heading', { level: 1, name: 'Connect HubSpot' })).toBeTruthy();
  });
});

describe('signing in at the CRM', () => {
  it('takes what is typed and what the team set, and goes through to the end', async () => {
    const { send, asked } = working();
    const page = await openAt('Sign in', send);
    expect(screen.getByLabelText('Client id')).toHaveProperty('readOnly', true);
    expect(screen.getByLabelText('Client id')).toHaveProperty('value', 'c-of-the-team');
    expect(screen.getByText('https://abcdef.chromiumapp.org/')).toBeTruthy();
    await type('Domain', 'acme.crm.example');
    await press('Sign in to Fakeforce');
    expect(asked.at(-1)).toEqual({
      name: 'connections.begin',
      body: { crm: 'fake', way: 'oauth', values: { host: 'acme.crm.example' } },
    });
    expect(screen.getByRole('status').textContent).toContain('Signed in to Acme');
    await expectAccessible(page);
    await press('Continue');
    await act(async () => fireEvent.click(screen.getByRole('option', { name: /Ann Meyer/ })));
    await press('Connect as Ann Meyer');
    expect(asked.find(({ name }) => name === 'connections.finish')?.body).toEqual({ pending, person });
    expect(asked.some(({ name }) => name === 'connections.save')).toBe(false);
    await press('Save and finish');
    expect(screen.getByRole('link', { name: /Open the leads of Acme/ })).toBeTruthy();
    await expectAccessible(page);
  });

  it('names the hosts that the browser is asked for, asks from the click, and signs in only with its leave', async () => {
    let may = false;
    const asks: unknown[] = [];
    const shell = { ...shellWithAccess, ask: async (wanted: unknown) => may || asks.push(wanted) === 0 };
    const { send, asked } = working();
    const page = await openAt('Sign in', send, shell);
    expect(screen.queryByText(/may not reach this address/)).toBeNull();
    await type('Domain', 'acme.west.crm.example');
    expect(screen.getByText('acme.api.west.crm.example')).toBeTruthy();
    await expectAccessible(page);
    await press('Sign in to Fakeforce');
    const origins = ['https://acme.west.crm.example/*', 'https://acme.api.west.crm.example/*'];
    expect(asks).toEqual([{ permissions: ['scripting'], origins }]);
    expect(screen.getByRole('alert').textContent).toContain('did not let Stagecheck reach this address');
    expect(asked.some(({ name }) => name === 'connections.begin')).toBe(false);
    may = true;
    await press('Sign in to Fakeforce');
    expect(asked.at(-1)?.name).toBe('connections.begin');
  });

  it('says beside the field what is wrong with it, and gives the keyboard back', async () => {
    const fields = [{ field: 'host', label: 'Domain', message: 'This is no domain of Fakeforce.' }];
    const { send } = working({ kind: 'invalid', message: 'no', fields });
    const page = await openAt('Sign in', send);
    await type('Domain', 'acme');
    await press('Sign in to Fakeforce');
    const field = screen.getByLabelText('Domain');
    expect(document.activeElement).toBe(field);
    expect(field).toHaveProperty('value', 'acme');
    const described = field.getAttribute('aria-describedby')?.split(' ') ?? [];
    const said = described.map((id) => document.getElementById(id)?.textContent).join(' ');
    expect(said).toContain('no domain of Fakeforce');
    expect(screen.queryByRole('alert')).toBeNull();
    await expectAccessible(page);
  });

  it('says that the window was closed, keeps what was typed, and signs in when tried again', async () => {
    const { send } = working({ kind: 'sign-in', message: 'The sign-in window was closed.' });
    await openAt('Sign in', send);
    await type('Domain', 'acme.crm.example');
    await press('Sign in to Fakeforce');
    expect(screen.getByRole('alert').textContent).toContain('window was closed');
    expect(screen.getByLabelText('Domain')).toHaveProperty('value', 'acme.crm.example');
    expect(screen.queryByRole('button', { name: 'Continue' })).toBeNull();
  });
});

describe('the session of this browser', () => {
  it('asks the browser only from the click, and only once one account was chosen', async () => {
    const wanted: unknown[] = [];
    const ask: Shell['ask'] = async (what) => {
      wanted.push(what);
      return true;
    };
    const { send, asked } = working();
    await openAt('This browser’s session', send, { ...shellWithAccess, ask });
    await press(/Use my sign-in/);
    expect(wanted).toEqual([]);
    await pick('other.crm.example');
    await press(/Use my sign-in/);
    expect(wanted).toEqual([{ permissions: ['cookies'], origins: ['https://*.crm.example/*'] }]);
    expect(asked.at(-1)?.body).toEqual({
      crm: 'fake',
      way: 'session',
      values: { account: 'other.crm.example' },
    });
    expect(within(screen.getByRole('status')).getByText(/Signed in to Acme/)).toBeTruthy();
  });

  it('names the accounts that are known by more than their address', async () => {
    const known = { ...fake, account: 'other.crm.example', accountName: 'Other <b>Org</b>' };
    const { send } = background({
      'connections.list': () => ok([known]),
      'connections.ways': () => ok([hubspotWays, signInWays]),
    });
    const page = await openAt('This browser’s session', send);
    expect(screen.getByRole('radio', { name: 'other.crm.example (Other <b>Org</b>)' })).toBeTruthy();
    expect(screen.getByRole('radio', { name: 'acme.crm.example' })).toBeTruthy();
    await expectAccessible(page);
  });

  it('asks for the very account that its button names, the only one too', async () => {
    const [oauth, session] = signInWays.ways;
    if (!oauth || session?.kind !== 'session') throw new Error('the fixture has changed');
    const one = { ...session, accounts: ['acme.crm.example'] };
    const { send, asked } = working(null, [{ ...signInWays, ways: [oauth, one] }]);
    await open(<Welcome send={send} shell={shellWithAccess} />);
    await pick('This browser’s session');
    await press('Use my sign-in to acme.crm.example');
    expect(asked.at(-1)?.body).toMatchObject({ values: { account: 'acme.crm.example' } });
  });

  it('forgets a choice whose page is closed by now', async () => {
    const [oauth, session] = signInWays.ways;
    if (!oauth || session?.kind !== 'session') throw new Error('the fixture has changed');
    const lists = [session.accounts, ['acme.crm.example', 'third.crm.example']];
    const { send, asked } = background({
      'connections.list': () => ok([]),
      'connections.ways': () =>
        ok([{ ...signInWays, ways: [oauth, { ...session, accounts: lists.shift() ?? [] }] }]),
    });
    await open(<Welcome send={send} shell={shellWithAccess} />);
    await pick('This browser’s session');
    await pick('other.crm.example');
    await press('Look again');
    await press(/Use my sign-in/);
    expect(asked.some(({ name }) => name === 'connections.begin')).toBe(false);
  });

  it('asks the CRM nothing where the browser was told not to allow it', async () => {
    const { send, asked } = working();
    await openAt('This browser’s session', send, { ...shellWithAccess, ask: async () => false });
    await pick('other.crm.example');
    await press(/Use my sign-in/);
    expect(asked.some(({ name }) => name === 'connections.begin')).toBe(false);
    expect(screen.getByRole('alert').textContent).toContain('did not let Stagecheck see your sign-in');
  });

  it('says in the CRM’s words why it was refused, and offers the other way', async () => {
    const { send } = working({ kind: 'key-refused', message: 'Sessions are not valid for the REST API.' });
    const page = await openAt('This browser’s session', send);
    await pick('acme.crm.example');
    await press(/Use my sign-in/);
    const said = screen.getByRole('alert').textContent;
    expect(said).toContain('Sessions are not valid for the REST API.');
    expect(said).toContain('“Sign in”');
    await expectAccessible(page);
  });

  it('says to open the CRM first where no tab shows it, and looks again', async () => {
    const [oauth, session] = signInWays.ways;
    if (!oauth || session?.kind !== 'session') throw new Error('the fixture has changed');
    const { send, asked } = working(null, [{ ...signInWays, ways: [oauth, { ...session, accounts: [] }] }]);
    await open(<Welcome send={send} shell={shellWithAccess} />);
    await pick('This browser’s session');
    await press('Look again');
    expect(asked.filter(({ name }) => name === 'connections.ways')).toHaveLength(2);
    expect(screen.queryByRole('button', { name: /Use my sign-in/ })).toBeNull();
  });
});
