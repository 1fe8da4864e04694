// What a CRM says while it is connected, from the check to the end: a hostile text is shown as it is, and makes nothing.
// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Welcome } from '@/components/welcome/Welcome';
import type { Account } from '@/lib/crm/shared/crm';
import { ok } from '@/lib/problem/problem';
import { families } from '../../../fuzz/hostile-text';
import {
  account,
  active,
  background,
  connection,
  hubspotWays,
  shellWithAccess,
  signInWays,
  stageFields,
} from '../console/fixtures';
import { open, press, type } from '../console/page';
import { all, createTextCheck } from '../text-only';

const HOST = 'app.hubspot.com';
const plain = 'Plain words';
/** Each family’s every third: the page is opened three times for each, and goes through all of its steps once. */
const texts = Object.values(families).flatMap((all) => all.filter((_, at) => at % 3 === 0));

const expectText = createTextCheck(HOST);

const scopes = (text: string, need: 'must' | 'should'): Account['missing'] => [
  { scope: `${need} ${text}`, need, purpose: `to read ${text}` },
];

/** A page whose CRM says this wherever it can say anything, in the account and the people, in fields and in what is connected. */
async function openSaying(text: string, missing: Account['missing']): Promise<void> {
  cleanup();
  const said = { ...account, id: `Id ${text}`, name: text, timeZone: text, missing };
  const person = { id: '1', name: text, email: text };
  const people = [person, { id: '2', name: '', email: text }];
  const connected = { ...connection, person, accountName: text };
  const options = [{ value: text, label: text, order: 1, hidden: false }];
  const fields = stageFields.map((field) => ({ ...field, label: text, options }));
  const saved = { lead: [{ field: 'lifecyclestage', value: text }] };
  const { send } = background({
    'connections.list': () => ok([connected]),
    'connections.ways': () => ok([hubspotWays, signInWays]),
    'connections.check': () => ok({ account: said, people }),
    'connections.begin': () => ok({ pending: 'p', account: { ...said, user: person }, people }),
    'connections.save': () => ok(connected),
    'playbook.active': () => ok(active),
    'mapping.get': () => ok({ fields, mapping: saved, proposed: {} }),
    'mapping.save': () => ok(null),
  });
  await open(<Welcome send={send} shell={shellWithAccess} />);
}

async function check(): Promise<void> {
  await type('Service key or private-app token', 'k');
  await press('Check');
}

const pick = (place: Element | undefined) => act(async () => place && fireEvent.click(place));

it('makes nothing in what a key opens, nor in what it lacks', async () => {
  for (const text of [plain, ...texts]) {
    await openSaying(text, [...scopes(text, 'must'), ...scopes(text, 'should')]);
    expectText(text, 'connected already', [screen.getByText(/, as/)]);
    await check();
    const lacks = [...all('[role="status"] li code'), ...all('[role="status"] li p')];
    expect(lacks).toHaveLength(4);
    const opens = [screen.getByText(/^This key opens/), screen.getByText(/^Id .*Time zone/)];
    expectText(text, 'key', [...lacks, ...opens]);
  }
}, 120_000);

it('makes nothing in what a sign-in opens, which comes with a person', async () => {
  for (const text of [plain, ...texts]) {
    await openSaying(text, scopes(text, 'should'));
    await pick(screen.getByRole('radio', { name: 'Fakeforce' }));
    await press('Sign in to Fakeforce');
    const lacks = [...all('[role="status"] li code'), ...all('[role="status"] li p')];
    expectText(text, 'sign-in', [...lacks, screen.getByText(/^Signed in to/)]);
  }
}, 120_000);

it('makes nothing among the people, in the mapping and at the end', async () => {
  for (const text of [plain, ...texts]) {
    await openSaying(text, scopes(text, 'should'));
    await check();
    await press('Continue');
    const names = [...all('[role="option"] span[dir]'), ...all('[role="option"] span[dir] + span')];
    expectText(text, 'people', [...names, ...all('li p[dir]')]);

    await pick(all('[role="option"]')[0]);
    await pick(screen.getByText(/^Connect as/));
    const summaries = all('li p[dir]');
    expect(summaries).toHaveLength(2);
    const table = [...all('th:not(:first-child)'), ...all('select option:not([value=""])')];
    expect(table).toHaveLength(2 + 2 * 5);
    expectText(text, 'mapping', [...summaries, ...table]);
    const chosen = [...document.querySelectorAll('select')].map(({ value }) => value);
    expect(chosen).toContain(text);

    await press('Save and finish');
    expectText(text, 'end', [screen.getByText(/^Open the contacts of/), ...all('li p[dir]').slice(0, 2)]);
  }
}, 120_000);
