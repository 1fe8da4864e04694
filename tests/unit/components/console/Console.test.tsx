// The console as a person works it: sections by the address's hash, connections, mapping, playbook, help.
// @vitest-environment happy-dom
import { act, cleanup, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { Console } from '@/components/console/Console';
import { sectionOf } from '@/components/console/parts/sections';
import { fail, ok } from '@/lib/problem/problem';
import { active, background, connection, people, shellWithAccess, stageFields } from './fixtures';
import { expectAccessible, open, press, type } from './page';

const second = {
  ...connection,
  account: '13579246',
  accountName: 'Portal 13579246',
  missing: [{ scope: 'crm.objects.deals.write', need: 'should' as const, purpose: 'to create a deal' }],
};

const signedIn = {
  ...connection,
  crm: 'fake',
  crmName: 'Fakeforce',
  account: 'acme.crm.example',
  accountName: 'Acme',
  way: 'oauth' as const,
  keyEnd: '',
};

function working(connections = [connection, second]) {
  return background({
    'connections.list': () => ok(connections),
    'connections.people': () => ok(people),
    'connections.person': ({ person }) => ok({ ...connection, person }),
    'connections.remove': () => ok(null),
    'connections.left': () => ok({ drafts: 0, over: 0, unsent: 0 }),
    'playbook.active': () => ok(active),
    'mapping.get': () => ok({ fields: stageFields, mapping: {}, proposed: {} }),
    'mapping.save': () => ok(null),
    'page.open': () => ok(null),
  });
}

async function goTo(section: string): Promise<void> {
  await act(async () => {
    location.hash = section;
    dispatchEvent(new Event('hashchange'));
  });
}

beforeEach(() => {
  location.hash = '';
});

const card = (name: string) => {
  const found = screen.getByRole('heading', { name }).closest('li');
  if (!found) throw new Error(`no card named ${name}`);
  return within(found);
};

describe('the console', () => {
  it('shows each connection with who, which key, since when, and what it lacks', async () => {
    const page = await open(<Console send={working().send} shell={shellWithAccess} />);
    const first = card('Portal 24680135');
    for (const text of ['Ann Meyer', '7f3a', '3 Oct 2026', 'All there']) {
      expect(first.getByText(text)).toBeTruthy();
    }
    expect(card('Portal 13579246').getByText('crm.objects.deals.write')).toBeTruthy();
    await expectAccessible(page);
  });

  it('offers nobody else to be where the CRM says whose sign-in it is', async () => {
    const { person } = connection;
    await open(
      <Console
        send={working([{ ...connection, way: 'oauth', user: person }]).send}
        shell={shellWithAccess}
      />,
    );
    expect(screen.getByRole('button', { name: 'Disconnect' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Change who you are' })).toBeNull();
  });

  it('changes who the rep is, and gives the keyboard back', async () => {
    const { send, asked } = working([connection]);
    const page = await open(<Console send={send} shell={shellWithAccess} />);
    await press('Change who you are');
    await type('Your name or e-mail', 'dana');
    await act(async () => screen.getByRole('option', { name: /Dana Meyers/ }).click());
    await expectAccessible(page);
    await press('Save');
    expect(asked.at(-1)).toMatchObject({ name: 'connections.person', body: { person: { id: '104' } } });
    expect(card('Portal 24680135').getByText('Dana Meyers')).toBeTruthy();
    expect(document.activeElement?.textContent).toBe('Change who you are');
  });

  it('disconnects only when it was confirmed in place', async () => {
    const { send, asked } = working([connection]);
    const page = await open(<Console send={send} shell={shellWithAccess} />);
    await press('Disconnect');
    expect(screen.getByText(/Removed from this browser: the key/)).toBeTruthy();
    await expectAccessible(page);
    await press('Cancel');
    expect(document.activeElement?.textContent).toBe('Disconnect');
    expect(asked.some(({ name }) => name === 'connections.remove')).toBe(false);
    await press('Disconnect');
    await press('Disconnect Portal 24680135');
    expect(asked.at(-1)?.body).toEqual({ crm: 'hubspot', account: '24680135', also: null });
    expect(screen.queryByRole('heading', { name: 'Portal 24680135' })).toBeNull();
    expect(document.activeElement?.textContent).toContain('is disconnected');
    expect(screen.getByText(/No CRM is connected/)).toBeTruthy();
  });

  it('says what stays of a disconnected account, and removes no more than was ticked', async () => {
    for (const [ticks, also, lost] of [
      [[], null, false],
      [[/Remove them too/], 'over', false],
      [[/Remove them too/, /never fully written/], 'all', true],
    ] as const) {
      const { send, asked } = background({
        'connections.list': () => ok([connection]),
        'connections.left': () => ok({ drafts: 2, over: 3, unsent: 1 }),
        'connections.remove': () => ok(null),
        'playbook.active': () => ok(active),
      });
      const page = await open(<Console send={send} shell={shellWithAccess} />);
      await press('Disconnect');
      expect(screen.getByText(/your unfinished answers on 2 records/)).toBeTruthy();
      expect(screen.getByText(/3 decisions that were written or taken back, for 7 days/)).toBeTruthy();
      expect(screen.queryByRole('checkbox', { name: /never fully written/ })).toBeNull();
      for (const name of ticks) await act(async () => screen.getByRole('checkbox', { name }).click());
      expect(screen.queryByText(/1 decision still to be written/) === null).toBe(lost);
      await expectAccessible(page);
      await press('Disconnect Portal 24680135');
      expect(asked.at(-1)?.body).toMatchObject({ also });
      cleanup();
    }
  });

  it('says how an account is signed in to, and that the CRM could not be told of its end', async () => {
    const { send } = background({
      'connections.list': () => ok([signedIn]),
      'connections.left': () => ok({ drafts: 0, over: 0, unsent: 0 }),
      'connections.remove': () => ok({ notEnded: { kind: 'offline', message: '' } }),
      'playbook.active': () => ok(active),
    });
    const page = await open(<Console send={send} shell={shellWithAccess} />);
    expect(card('Acme').getByText(/renewed by itself/)).toBeTruthy();
    await press('Disconnect');
    expect(screen.getByText(/Removed from this browser: the sign-in/)).toBeTruthy();
    await press('Disconnect Acme');
    const said = document.activeElement?.textContent;
    expect(said).toContain('could not be told to end it');
    expect(said).toContain('No connection to Fakeforce');
    await expectAccessible(page);
  });

  it('says that the browser lets us reach an account no longer, and asks for its hosts again', async () => {
    const asks = { permissions: ['scripting' as const], origins: ['https://acme.west.crm.example/*'] };
    const asked: unknown[] = [];
    const shell = {
      ...shellWithAccess,
      has: async () => false,
      ask: async (wanted: unknown) => asked.push(wanted) > 1,
    };
    const page = await open(<Console send={working([{ ...signedIn, asks }]).send} shell={shell} />);
    expect(card('Acme').getByText(/until you allow acme\.west\.crm\.example again/)).toBeTruthy();
    await expectAccessible(page);
    await press('Allow it');
    expect(card('Acme').queryByText(/no longer lets/)).toBeTruthy();
    await press('Allow it');
    expect(asked).toEqual([asks, asks]);
    expect(card('Acme').queryByText(/no longer lets/)).toBeNull();
  });

  it('opened for one account gives that one the keyboard', async () => {
    location.hash = `#connections/${signedIn.crm}/${encodeURIComponent(signedIn.account)}`;
    await open(<Console send={working([connection, signedIn]).send} shell={shellWithAccess} />);
    expect(document.activeElement?.textContent).toBe(signedIn.accountName);
  });

  it('signs in again to an account that the CRM has signed out', async () => {
    let closed = true;
    const { send, asked } = background({
      'connections.list': () => ok([{ ...signedIn, signedOut: true }]),
      'connections.again': () =>
        closed ? fail({ kind: 'sign-in', message: 'The window was closed.' }) : ok(signedIn),
      'playbook.active': () => ok(active),
    });
    const page = await open(<Console send={send} shell={shellWithAccess} />);
    await expectAccessible(page);
    await press('Sign in again');
    expect(screen.getByRole('alert').textContent).toContain('The window was closed');
    await expectAccessible(page);
    closed = false;
    await press('Sign in again');
    expect(asked.at(-1)).toEqual({
      name: 'connections.again',
      body: { crm: 'fake', account: 'acme.crm.example' },
    });
    expect(screen.queryByText(/ended the sign-in/)).toBeNull();
    expect(document.activeElement?.textContent).toBe('Acme');
  });

  it('says whom it writes as from now on where someone else signed in, and that what was left is held', async () => {
    const dana = { id: '104', name: 'Dana Meyers', email: 'dana@example.com' };
    const { send } = background({
      'connections.list': () => ok([{ ...signedIn, user: signedIn.person }]),
      'connections.again': () => ok({ ...signedIn, user: dana, person: dana }),
      'playbook.active': () => ok(active),
    });
    const page = await open(<Console send={send} shell={shellWithAccess} />);
    expect(card('Acme').getByText('Signed in').nextElementSibling?.textContent).toContain('As Ann Meyer.');
    await press('Sign in again');
    expect(card('Acme').getByText('Stagecheck now writes as Dana Meyers')).toBeTruthy();
    expect(card('Acme').getByText(/What Ann Meyer confirmed/)).toBeTruthy();
    expect(card('Acme').getByText('Signed in').nextElementSibling?.textContent).toContain('As Dana Meyers.');
    await expectAccessible(page);
  });

  it('keeps unsaved choices of the mapping while another section is looked at', async () => {
    const { send, asked } = working([connection]);
    const page = await open(<Console send={send} shell={shellWithAccess} />);
    await goTo('mapping');
    await type('Lead status for Lead', 'NEW');
    expect(screen.getByText('Not saved yet')).toBeTruthy();
    const leave = new Event('beforeunload', { cancelable: true });
    dispatchEvent(leave);
    expect(leave.defaultPrevented).toBe(true);
    await goTo('help');
    await goTo('mapping');
    expect(screen.getByLabelText('Lead status for Lead')).toHaveProperty('value', 'NEW');
    await expectAccessible(page);
    await press('Save');
    expect(asked.at(-1)?.body).toMatchObject({
      mapping: { lead: [{ field: 'hs_lead_status', value: 'NEW' }], prospect: [] },
    });
    expect(screen.getByText('Saved')).toBeTruthy();
    const later = new Event('beforeunload', { cancelable: true });
    dispatchEvent(later);
    expect(later.defaultPrevented).toBe(false);
  });

  it('shows the whole active playbook, with its name, version and hash', async () => {
    location.hash = 'playbook';
    const page = await open(<Console send={working().send} shell={shellWithAccess} />);
    const { playbook, hash } = active;
    expect(screen.getByRole('heading', { level: 1, name: playbook.name })).toBeTruthy();
    for (const text of [playbook.version, hash, 'Always', 'Any one of these']) {
      expect(screen.getByText(text)).toBeTruthy();
    }
    for (const criterion of playbook.criteria) {
      expect(screen.getByText(`“${criterion.ask}”`)).toBeTruthy();
    }
    expect(screen.getByText('A handbook of ours')).toBeTruthy();
    await expectAccessible(page);
  });

  it('says what went wrong when the background gives no answer, and asks again', async () => {
    const { send, asked } = background({});
    await open(<Console send={send} shell={shellWithAccess} />);
    expect(screen.getByRole('alert')).toBeTruthy();
    const before = asked.length;
    await press('Try again');
    expect(asked.length).toBeGreaterThan(before);
  });

  it('shows the keys, the shortcut as it is set, and what is private', async () => {
    location.hash = 'help';
    const shell = { ...shellWithAccess, shortcut: async () => 'Ctrl+Shift+9' };
    const page = await open(<Console send={working().send} shell={shell} />);
    expect(screen.getByText('Ctrl+Shift+9')).toBeTruthy();
    expect(screen.getByText(/no telemetry/)).toBeTruthy();
    await expectAccessible(page);
  });
});

describe('sectionOf', () => {
  it.each([
    ['#mapping', 'mapping'],
    ['#playbook', 'playbook'],
    ['', 'connections'],
    ['#nothing', 'connections'],
  ])('%j', (hash, section) => expect(sectionOf(hash)).toBe(section));
});
