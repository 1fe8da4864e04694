// The Diagnostics section as a person works it: health, what waits, what went wrong, and the report before it is saved.
// @vitest-environment happy-dom
import { act, fireEvent, screen, within } from '@testing-library/react';
import * as v from 'valibot';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Console } from '@/components/console/Console';
import type { Allowance } from '@/lib/crm/shared/crm';
import type { KeptError } from '@/lib/diagnostics/error-log';
import { fail, ok, type Problem } from '@/lib/problem/problem';
import type { Connection } from '@/lib/protocol/messages';
import type { LostRow, UnsentRow } from '@/lib/protocol/queue';
import { markOf, type Noted } from '@/lib/support/problem-log';
import { SupportReportSchema } from '@/lib/support/support-schema';
import { submission } from '../../background/outbox/world';
import { active, background, connection, shellWithAccess } from './fixtures';
import { expectAccessible, open, press } from './page';

const org: Connection = {
  ...connection,
  crm: 'salesforce',
  crmName: 'Salesforce',
  account: 'acme.my.salesforce.com',
  accountName: 'Acme Holding',
  way: 'oauth',
  keyEnd: '',
};
const now = new Date();
const ref = { crm: 'hubspot', account: '24680135', object: 'contacts', id: '50177' };
const busy: Problem = { kind: 'busy', message: 'You have reached your secondly limit.', status: 429 };
const unsent: UnsentRow = {
  ...{
    key: 'one',
    id: 'one',
    ref,
    name: 'Noor Haddad',
    company: 'Northwind',
    crmName: 'HubSpot',
    account: '',
  },
  ...{ at: now.toISOString(), target: 'Prospect', state: 'waiting', nextAt: null, tries: 2, problem: busy },
};
const refused: UnsentRow = {
  ...unsent,
  ...{ key: 'two', id: 'two', name: '', state: 'failed' },
  problem: { kind: 'forbidden', message: 'Ann Meyer may not edit this.' },
};
const lost: LostRow = { id: 'gone', ref, name: 'Iris Vos', at: now.toISOString() };
const noted: Noted = {
  ...{
    first: '2026-01-05T09:00:00.000Z',
    last: now.toISOString(),
    count: 4,
    where: 'delivery',
    crm: 'hubspot',
  },
  ...{ account: markOf('hubspot/24680135'), kind: 'key-refused', status: 401, more: null },
};
const kept: KeptError = {
  ...{ level: 'error', name: 'TypeError', message: 'not a function', where: 'view.render' },
  ...{ stack: ['draw chunks/sidebar-a1.js:1:204'], first: noted.first, at: now.toISOString(), count: 3 },
};
const allowance: Allowance = {
  max: 15_000,
  remaining: 1200,
  windowMs: 86_400_000,
  readAt: now.toISOString(),
};

type Given = {
  connections?: Connection[];
  unsent?: UnsentRow[];
  lost?: LostRow[];
  problems?: Noted[];
  errors?: KeptError[];
  test?: Problem | null;
  retry?: Problem;
};

function working({
  connections = [connection, org],
  unsent: rows = [],
  lost: gone = [],
  ...given
}: Given = {}) {
  const state = { problems: given.problems ?? [], errors: given.errors ?? [] };
  return background({
    'connections.list': () => ok(connections),
    'playbook.active': () => ok(active),
    'diagnostics.read': () =>
      ok({
        allowances: [{ crm: org.crm, account: org.account, allowance }],
        problems: state.problems,
        errors: state.errors,
      }),
    'diagnostics.clear': () => {
      state.problems = [];
      state.errors = [];
      return ok(null);
    },
    'queue.read': () =>
      ok({
        ...{ connected: true, here: null, unsent: rows, lost: gone, drafts: [], written: [] },
        unreadable: gone.map(({ id }) => ({ id, record: '', at: null })),
        unreadableDrafts: 0,
        day: { conversations: 0, stages: [], unknown: [] },
      }),
    'outbox.read': () => ok({ open: [], lost: [], unreadable: [], allowances: [] }),
    'outbox.retry': () => (given.retry ? fail(given.retry) : ok(submission())),
    'outbox.withdraw': () => ok({ submission: submission(), arrived: [], unknown: [] }),
    'outbox.dismiss': () => ok(null),
    'queue.open': () => ok(null),
    'connections.test': () => (given.test ? fail(given.test) : ok(null)),
  });
}

const show = ({ send }: ReturnType<typeof working>, shell = shellWithAccess) =>
  open(<Console send={send} shell={shell} />);
const part = (name: string) => within(screen.getByRole('region', { name }));
const row = (name: string) => {
  const found = screen.getByRole('heading', { name }).closest('li');
  if (!found) throw new Error(`no row named ${name}`);
  return within(found);
};
const pressIn = (name: string, button: string) =>
  act(async () => fireEvent.click(row(name).getByRole('button', { name: button })));

beforeEach(() => {
  location.hash = 'diagnostics';
});

describe('connections', () => {
  it('say what is known before anyone asks: nothing tested, and what the CRM told of its calls', async () => {
    const page = await show(working());
    expect(row('Portal 24680135').getByText('Not tested yet')).toBeTruthy();
    expect(row('Portal 24680135').getByText('Not told yet')).toBeTruthy();
    expect(row('Acme Holding').getByText('1,200 of 15,000 calls left in 24 hours')).toBeTruthy();
    expect(row('Acme Holding').getByText(/Little is left/)).toBeTruthy();
    await expectAccessible(page);
  });

  it('are tested on the spot, each for itself', async () => {
    const { send, asked } = working();
    const page = await show({ send, asked });
    await pressIn('Portal 24680135', 'Test now');
    expect(asked.filter(({ name }) => name === 'connections.test').map(({ body }) => body)).toEqual([
      { crm: 'hubspot', account: '24680135' },
    ]);
    expect(row('Portal 24680135').getByText(/^Works, tested at/)).toBeTruthy();
    expect(row('Acme Holding').getByText('Not tested yet')).toBeTruthy();
    await expectAccessible(page);
  });

  it('say why one does not work, and what to do', async () => {
    await show(working({ test: { kind: 'key-refused', message: 'expired', way: 'key' } }));
    await pressIn('Portal 24680135', 'Test now');
    expect(row('Portal 24680135').getByText('HubSpot refused the key')).toBeTruthy();
    expect(row('Portal 24680135').getByText(/Connect again with a new one/)).toBeTruthy();
  });

  it('say what holds an account, also where nobody tested it', async () => {
    await show(working({ unsent: [unsent], connections: [connection, { ...org, signedOut: true }] }));
    expect(row('Portal 24680135').getByText(/^Held: HubSpot is taking no more requests/)).toBeTruthy();
    expect(row('Acme Holding').getByText('Salesforce ended the sign-in')).toBeTruthy();
  });

  it('lead to connecting where there is none', async () => {
    const page = await show(working({ connections: [] }));
    expect(part('Connections').getByText(/No CRM is connected/)).toBeTruthy();
    await expectAccessible(page);
  });
});

describe('what waits', () => {
  it('is counted and listed as the popup names it, what wants the rep first', async () => {
    const page = await show(working({ unsent: [unsent, refused], lost: [lost] }));
    const waiting = part('Waiting to be written');
    expect(waiting.getByText('3 decisions: 1 wants you, 1 goes on by itself, 1 is lost.')).toBeTruthy();
    const names = waiting.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent);
    expect(names).toEqual(['Iris Vos', 'Record 50177', 'Noor Haddad']);
    expect(row('Record 50177').getByText('Prospect · not written, wants you')).toBeTruthy();
    expect(waiting.getByText(/not readable by this version/)).toBeTruthy();
    await expectAccessible(page);
  });

  it('is tried again, opened, and taken back only after it was confirmed', async () => {
    const { send, asked } = working({ unsent: [unsent] });
    const page = await show({ send, asked });
    await pressIn('Noor Haddad', 'Try again');
    await pressIn('Noor Haddad', 'Open the record');
    await pressIn('Noor Haddad', 'Take back');
    expect(document.activeElement?.textContent).toBe('Keep it');
    await expectAccessible(page);
    const pressed = ['outbox.retry', 'queue.open', 'outbox.withdraw'];
    const sent = () => asked.map(({ name }) => name).filter((name) => pressed.includes(name));
    expect(sent()).toEqual(['outbox.retry', 'queue.open']);
    await press('Keep it');
    await pressIn('Noor Haddad', 'Take back');
    await press('Take it back');
    expect(sent()).toEqual(['outbox.retry', 'queue.open', 'outbox.withdraw']);
  });

  it('says beside its row what did not work', async () => {
    await show(working({ unsent: [unsent], retry: { kind: 'in-use', message: '' } }));
    await pressIn('Noor Haddad', 'Try again');
    expect(row('Noor Haddad').getByRole('alert').textContent).toContain('Someone else is saving');
  });

  it('that is lost is told until the rep has seen it', async () => {
    const { send, asked } = working({ lost: [lost] });
    await show({ send, asked });
    await pressIn('Iris Vos', 'I have seen it');
    expect(asked).toContainEqual({ name: 'outbox.dismiss', body: { id: 'gone' } });
  });

  it('says so where nothing does', async () => {
    await show(working());
    expect(part('Waiting to be written').getByText(/Nothing waits/)).toBeTruthy();
  });
});

describe('recent problems', () => {
  it('stand in words of ours, with place, account and count, and go with a button', async () => {
    const gone = { ...noted, kind: 'offline' as const, account: markOf('hubspot/1'), count: 1 };
    const page = await show(working({ problems: [noted, gone], errors: [kept] }));
    const problems = part('Recent problems');
    expect(problems.getByText('HubSpot refused the key')).toBeTruthy();
    expect(problems.getByText(/^4 times, since/)).toBeTruthy();
    expect(problems.getByText('Portal 24680135')).toBeTruthy();
    expect(problems.getByText(/not connected any more/)).toBeTruthy();
    await expectAccessible(page);
    await press('Delete problems and errors');
    for (const name of ['Recent problems', 'Errors inside Stagecheck'])
      expect(part(name).getByText(/^None\./)).toBeTruthy();
  });
});

describe('the report', () => {
  it('is shown word for word, then saved and copied just so, with nothing in it that names anyone', async () => {
    const saved: Blob[] = [];
    const copied: string[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      if (blob instanceof Blob) saved.push(blob);
      return 'blob:of-the-test';
    });
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    const shell = { ...shellWithAccess, copy: async (text: string) => copied.push(text) > 0 };
    const page = await show(
      working({ unsent: [unsent, refused], lost: [lost], problems: [noted], errors: [kept] }),
      shell,
    );
    await pressIn('Acme Holding', 'Test now');
    expect(screen.queryByRole('button', { name: 'Save as a file' })).toBeNull();
    await press('Show the report');
    const region = screen.getByRole('region', { name: /^The report/ });
    expect(document.activeElement).toBe(region);
    const text = region.textContent ?? '';
    await press('Save as a file');
    await press('Copy');
    expect(await saved[0]?.text()).toBe(text);
    expect(copied).toEqual([text]);
    const report = v.parse(SupportReportSchema, JSON.parse(text));
    expect(report).toMatchObject({ stagecheck: '0.1.0', unreadable: 1, browser: { name: 'Chrome' } });
    expect(report.errors).toEqual([kept]);
    expect(report.connections.map(({ test }) => test?.problem)).toEqual([undefined, null]);
    for (const secret of 'Noor Northwind Iris 50177 24680135 acme Acme 7f3a Ann secondly'.split(' '))
      expect(text).not.toContain(secret);
    await expectAccessible(page);
    vi.restoreAllMocks();
  });
});

it('follows what waits, and says what is wrong where it can not be read', async () => {
  const listeners: (() => void)[] = [];
  const shell = {
    ...shellWithAccess,
    onQueue: (changed: () => void) => {
      listeners.push(changed);
      return () => undefined;
    },
  };
  const answers = { fails: false };
  const { send } = working();
  const page = await open(
    <Console
      shell={shell}
      send={async (name, body) =>
        answers.fails && name === 'queue.read' ? fail({ kind: 'storage', message: '' }) : send(name, body)
      }
    />,
  );
  answers.fails = true;
  await act(async () => listeners[0]?.());
  expect(screen.getByRole('alert').textContent).toContain('could not store');
  await expectAccessible(page);
  answers.fails = false;
  await press('Try again');
  expect(screen.getByRole('heading', { name: 'Recent problems' })).toBeTruthy();
});
