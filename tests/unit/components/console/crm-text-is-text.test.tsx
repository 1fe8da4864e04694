// What a CRM says in the console's mapping and connections: a hostile text is shown as it is, and makes nothing.
// @vitest-environment happy-dom
import { act, cleanup, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Console } from '@/components/console/Console';
import { ok } from '@/lib/problem/problem';
import type { Connection } from '@/lib/protocol/messages';
import { reasonKey, type StageField, type StageMapping } from '@/lib/record/mapping';
import { families, hostileTexts } from '../../../fuzz/hostile-text';
import { all, createTextCheck, words } from '../text-only';
import { active, background, connection, shellWithAccess } from './fixtures';
import { open, press } from './page';

const plain = 'Plain words';

const expectText = createTextCheck('no.host');

async function openAt(section: string, handlers: Parameters<typeof background>[0]): Promise<void> {
  cleanup();
  location.hash = section;
  const { send } = background({ 'playbook.active': () => ok(active), ...handlers });
  await open(<Console send={send} shell={shellWithAccess} />);
}

/** A ladder, another field with its kind of record, and one for reasons: each says this wherever it can say anything. */
function fieldsSaying(text: string): StageField[] {
  const option = (value: string, order: number) => ({ value, label: text, order, hidden: false });
  return [
    {
      ...{ field: text, label: text, ordered: true },
      options: [
        option(text, 1),
        { ...option('hidden', 2), hidden: true },
        { ...option('by', 3), hidden: true, by: text },
      ],
    },
    { field: 'second', label: text, object: `Of ${text}`, ordered: false, options: [option(text, 0)] },
    { field: 'why', label: text, carries: 'reason', ordered: false, options: [option(text, 0)] },
  ];
}

/** Hidden, a step back, not offered, a field that is not there: what a mapping is warned of, each with the CRM's words. */
const mappingSaying = (text: string): StageMapping => ({
  lead: [{ field: text, value: 'hidden' }],
  prospect: [{ field: text, value: text }],
  opportunity: [{ field: text, value: `${text} no longer` }],
  disqualified: [{ field: `${text} no longer`, value: text }],
  [reasonKey('disqualified', 'noNeed')]: [{ field: 'why', value: text }],
});

it('makes nothing in the mapping, and is shown as it is in every heading, choice and warning', async () => {
  for (const text of [plain, ...hostileTexts]) {
    const kept = { fields: fieldsSaying(text), mapping: mappingSaying(text), proposed: {} };
    await openAt('mapping', {
      'connections.list': () => ok([{ ...connection, accountName: text }]),
      'mapping.get': () => ok(kept),
    });
    const warnings = all('td[colspan] p');
    expect(warnings).toHaveLength(4);
    const heads = all('th:not(:first-child)');
    expect(heads).toHaveLength(3);
    expectText(text, 'mapping', [
      ...heads,
      ...all('td label'),
      ...all('td select option:not([value=""])'),
      // Each value with what it counts as: the choices there are the playbook's names.
      ...all('legend'),
      ...all('fieldset li bdi'),
      ...all('fieldset li label'),
      ...warnings,
      ...all('section h2'),
    ]);
    // The value goes back to the CRM when the mapping is saved: the very same, not the one that is shown.
    const chosen = [...document.querySelectorAll<HTMLSelectElement>('td select')].map(({ value }) => value);
    expect(chosen.filter((value) => value === text)).toHaveLength(2);
  }
}, 120_000);

/** Signed in to by somebody, with a scope of each need missing. */
const saying = (text: string): Connection => ({
  ...connection,
  ...{ accountName: text, way: 'oauth', keyEnd: '' },
  person: { id: '101', name: text, email: text },
  user: { id: '101', name: text, email: '' },
  missing: [
    { scope: text, need: 'must', purpose: text },
    { scope: `${text} too`, need: 'should', purpose: text },
  ],
});

/** A button that is known by its words only in part: the rest of them is the hostile text. */
async function pressIn(selector: string): Promise<void> {
  const button = document.querySelector<HTMLButtonElement>(selector);
  await act(async () => button?.click());
}

it('makes nothing in the connections, through signing in anew, another person and the end', async () => {
  // Each family’s every second: each is five views, one press after the other.
  const sample = Object.values(families).flatMap((texts) => texts.filter((_, at) => at % 2 === 0));
  for (const text of [plain, ...sample]) {
    const other = { id: '104', name: '', email: text };
    await openAt('connections', {
      'connections.list': () => ok([saying(text)]),
      'connections.again': () => ok({ ...saying(text), user: other, person: other }),
    });
    const facts = [...all('dd[dir]'), ...all('dd span[dir]'), ...all('dd code'), ...all('dd li p')];
    expectText(text, 'list', [...all('li h2'), ...facts]);

    await press('Sign in again');
    const told = [screen.getByText(/^Stagecheck now writes as/), screen.getByText(/^What .*confirmed and/)];
    expectText(text, 'other user', [...told, ...all('dd[dir]'), ...all('dd span[dir]')]);

    await openAt('connections', {
      'connections.list': () => ok([{ ...saying(text), user: null }]),
      'connections.people': () => ok([other, { id: '105', name: text, email: text }]),
      'connections.left': () => ok({ drafts: 0, over: 0, unsent: 0 }),
      'connections.remove': () => ok(null),
    });
    await press('Change who you are');
    const names = [...all('[role="option"] span[dir]'), ...all('[role="option"] span[dir] + span')];
    expectText(text, 'people', names);

    await press('Disconnect');
    const confirm = 'section[aria-label] button';
    const asked = all(`section[aria-label] p, ${confirm}`).filter((one) => /^Disconnect/.test(words(one)));
    expect(asked).toHaveLength(2);
    expectText(text, 'disconnect', asked);

    await pressIn(confirm);
    expectText(text, 'disconnected', [screen.getByText(/is disconnected$/)]);
  }
}, 120_000);
