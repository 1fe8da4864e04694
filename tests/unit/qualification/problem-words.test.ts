// Every problem says what happened, what was kept and what to do, with the details that it carries.
import { describe, expect, it } from 'vitest';
import { type Problem, type ProblemKind, problemKinds } from '@/lib/problem/problem';
import { problemWords } from '@/lib/problem/text';

const words = (kind: ProblemKind, more: Partial<Problem> = {}) =>
  problemWords({ kind, message: '', ...more }, 'HubSpot');
const field = (label: string, message: string) => ({ field: `${label}_id`, label, message });

/** kind, details, what the words must name, the button. A new kind without a row here doesn't compile. */
const table: Record<ProblemKind, [Partial<Problem>, string[], string]> = {
  'not-connected': [{}, ['HubSpot', 'Connect'], 'reconnect'],
  'key-refused': [{ status: 401 }, ['refused the key', 'expired', 'new one'], 'reconnect'],
  'sign-in': [{ message: 'The window was closed' }, ['HubSpot', 'The window was closed.'], 'retry'],
  'no-api': [
    { message: 'The REST API is off' },
    ['does not take this sign-in', 'The REST API is off.'],
    'reconnect',
  ],
  'missing-scope': [
    { scopes: ['crm.objects.deals.write', 'crm.schemas.contacts.read', 'odd'] },
    [
      'crm.objects.deals.write (to write deals)',
      'crm.schemas.contacts.read (to read the field definitions of contacts)',
      'odd',
    ],
    'retry',
  ],
  forbidden: [{ message: 'No access to team 7' }, ['admin', 'No access to team 7.'], 'retry'],
  'wrong-account': [
    { accounts: { page: '24680135', key: '13579246' } },
    ['page belongs to 24680135', 'connection to 13579246', 'nothing was read or written'],
    'reconnect',
  ],
  'other-user': [
    { users: { answered: 'Ann Meyer', now: 'Bo Berg' } },
    ['Ann Meyer answered', 'Bo Berg is signed in', 'nothing was sent under another name'],
    'reconnect',
  ],
  gone: [{ status: 404 }, ['no longer in HubSpot', 'Restore'], 'reload'],
  merged: [{ mergedInto: '777' }, ['merged', 'same answers', 'nothing was overwritten'], 'reload'],
  converted: [
    { became: { name: 'Ann Meyer', url: 'https://acme.example/2' } },
    ['converted meanwhile', 'Ann Meyer', 'same answers'],
    'reload',
  ],
  changed: [
    { theirs: [{ field: 'lifecyclestage', value: 'customer', text: 'Customer' }] },
    ['HubSpot now says: Customer.', 'nothing was overwritten'],
    'review',
  ],
  required: [{ fields: [field('Region', 'x'), field('Tier', 'y')] }, ['Region, Tier'], 'review'],
  invalid: [{ fields: [field('Amount', 'not a number')] }, ['Amount: not a number.'], 'review'],
  automation: [{ message: 'LeadTrigger: null' }, ['automation', 'LeadTrigger: null.', 'admin'], 'retry'],
  locked: [{ message: 'entity is locked' }, ['locked in HubSpot', 'approval', 'entity is locked.'], 'retry'],
  'in-use': [
    { message: 'unable to lock row' },
    ['Someone else', 'Wait a moment', 'unable to lock row.'],
    'retry',
  ],
  unmapped: [{}, ['no place in HubSpot', 'team lead'], 'review'],
  'not-moved': [
    { theirs: [{ field: 'lifecyclestage', value: '', text: '' }] },
    ['kept the old stage', 'HubSpot now says: (empty).'],
    'review',
  ],
  busy: [{ retryAfterMs: 7600 }, ['in 8 seconds', 'nothing is written twice'], 'retry'],
  'crm-down': [{ status: 502, supportId: 'c-1' }, ['Status 502.', 'c-1'], 'retry'],
  offline: [{}, ['network', 'nothing is written twice'], 'retry'],
  timeout: [{}, ['did not answer in time', 'looked up'], 'retry'],
  'odd-answer': [{ message: 'no id in the answer' }, ['no id in the answer.'], 'retry'],
  'not-here': [{}, ['no longer shows'], 'none'],
  'in-line': [{}, ['earlier decision', 'follows by itself'], 'none'],
  storage: [{}, ['leave it open'], 'retry'],
  unexpected: [{ message: '<b>x</b>' }, ['Details: <b>x</b>.', 'Reload'], 'reload'],
};

describe('a problem with who is signed in', () => {
  const users = { answered: 'Ann Meyer', now: 'Bo Berg' };
  const todo = (more: Partial<Problem>) => words('other-user', more).todo;

  it('says which of the two has to be put right', () => {
    expect(todo({ users })).toContain('Sign in to HubSpot as Ann Meyer: it then goes on by itself.');
    expect(todo({ users: { ...users, as: 'chosen' } })).toContain(
      'Choose Ann Meyer again in the connections',
    );
    const confirm = words('other-user', { users: { ...users, as: 'confirm' } });
    expect(confirm.title).toBe('Bo Berg is signed in, and Stagecheck writes as Ann Meyer');
    expect(confirm.todo).toContain('Then confirm again.');
    expect(todo({})).toContain('as the person who answered');
  });

  it('says of one that was taken back that it may still arrive', () => {
    expect(words('in-line', { takenBack: true })).toMatchObject({
      title: 'An earlier decision on this record may still arrive',
      todo: 'The earlier one was taken back while HubSpot was at it. This one follows by itself.',
    });
  });

  it('names the host that the browser bars', () => {
    const { title, todo } = words('not-connected', { barred: 'acme.my.usa26.salesforce.com' });
    expect(title).toBe('The browser no longer lets Stagecheck reach acme.my.usa26.salesforce.com');
    expect(todo).toContain('allow it there');
  });
});

describe('problemWords', () => {
  it.each(problemKinds)('%s', (kind) => {
    const [details, named, action] = table[kind];
    const said = words(kind, details);
    expect(said.action).toBe(action);
    const all = [said.title, said.kept, said.todo].join('\n');
    for (const name of named) expect(all).toContain(name);
  });
  it.each(problemKinds)('%s has all its parts without details too', (kind) => {
    const said = words(kind);
    expect(said.title).toMatch(/^[A-Z].*[^.]$/);
    for (const text of [said.kept, said.todo]) expect(text).toMatch(/^[A-Z].*\.$/);
    expect(Object.values(said).join(' ')).not.toMatch(/!|undefined|null|NaN|Oops|\.\.| {2}/);
  });
  it('are different for every kind', () => {
    expect(new Set(problemKinds.map((kind) => words(kind).title)).size).toBe(problemKinds.length);
  });
  it('say when to try again', () => {
    expect(words('busy', { retryAfterMs: 1000 }).todo).toContain('in a second.');
    expect(words('busy', { retryAfterMs: 200_000 }).todo).toContain('in 4 minutes.');
    expect(words('busy').todo).toContain('in a moment.');
    const usedUp = words('busy', { usedUp: 'It is there again at midnight.', message: 'Limit' });
    expect(usedUp.title).toBe('Your team’s requests to HubSpot are used up for now');
    expect(usedUp.todo).toBe('It is there again at midnight. Details: Limit.');
  });
  it('say what to do where nobody can say who is signed in', () => {
    const said = words('other-user', { users: { answered: 'Ann Meyer', now: '', as: 'unasked' } });
    expect(said.title).toBe('HubSpot can’t be asked now whose sign-in this browser has');
    expect(said.todo).toContain('Ann Meyer’s. Check your network');
    expect(said.action).toBe('retry');
  });
  it('say how the record was left where a write broke off half-way', () => {
    const standing = 'The contact is back at "opportunity".';
    expect(words('offline', { standing }).kept).toContain(standing);
  });
  it('say what the CRM did with a stage that it kept, and why', () => {
    const message =
      'HubSpot refused going back from "Customer" to "Lead". The contact is still at "Customer".';
    const { todo } = words('not-moved', { message, fields: [field('Stage', 'Lifecycle stage is locked')] });
    expect(todo).toContain(message);
    expect(todo).toContain('HubSpot says: Lifecycle stage is locked.');
    // What the message says already is not said twice.
    const why = 'wanted "Lead", found "Customer"';
    const once = words('not-moved', { message: `Not kept: Stage ${why}.`, fields: [field('Stage', why)] });
    expect(once.todo.split(why)).toHaveLength(2);
  });
  it('speak of a sign-in where there is no key', () => {
    for (const way of ['oauth', 'session'] as const)
      for (const kind of problemKinds) {
        const said = words(kind, { way, message: 'No API for you', accounts: { page: 'a', key: 'b' } });
        expect(Object.values(said).join(' '), kind).not.toMatch(/\bkey\b/);
      }
    expect(words('key-refused', { way: 'session', message: 'No API for you' }).todo).toContain(
      'No API for you.',
    );
  });
  it('tell a duplicate, and whether it may be saved all the same', () => {
    const duplicates = { records: [{ object: 'contacts', id: '7' }] };
    const may = words('invalid', {
      message: 'Use one of these?',
      duplicates: { ...duplicates, mayAllow: true },
    });
    expect(may.title).toContain('duplicate');
    expect(may.todo).toMatch(/save it anyway.*HubSpot says: Use one of these\?$/);
    const never = words('invalid', { duplicates: { ...duplicates, mayAllow: false } });
    expect(never.todo).not.toContain('save it anyway');
    expect(never.todo).toContain('admin');
  });
  it('bound what the CRM says', () => {
    expect(words('unexpected', { message: 'x'.repeat(5000) }).todo.length).toBeLessThan(450);
  });
});
