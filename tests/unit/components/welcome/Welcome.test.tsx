// The welcome page as a person works it: the keyboard's way through, errors tied to their field, nothing inaccessible.
// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Welcome } from '@/components/welcome/Welcome';
import type { Account } from '@/lib/crm/shared/crm';
import { ok, type Problem } from '@/lib/problem/problem';
import {
  account,
  active,
  background,
  connection,
  hubspotWays,
  people,
  shellWithAccess,
  stageFields,
} from '../console/fixtures';
import { expectAccessible, key, open, press, type } from '../console/page';

const typed = ['pat', 'na1', 'b'.repeat(20)].join('-');
const field = () => screen.getByLabelText('Service key or private-app token');

function working(missing: Account['missing'] = [], checkProblem: Problem | null = null) {
  return background({
    'connections.list': () => ok([]),
    'connections.ways': () => ok([hubspotWays]),
    'connections.check': () =>
      checkProblem ? { ok: false, problem: checkProblem } : ok({ account: { ...account, missing }, people }),
    'connections.save': ({ person }) => ok({ ...connection, person }),
    'playbook.active': () => ok(active),
    'mapping.get': () =>
      ok({
        fields: stageFields,
        mapping: {},
        proposed: { lead: [{ field: 'lifecyclestage', value: 'lead' }] },
      }),
    'mapping.save': () => ok(null),
    'page.open': () => ok(null),
  });
}

describe('the welcome page', () => {
  it('goes through its three steps and ends with the way to begin', async () => {
    const { send, asked } = working();
    const page = await open(<Welcome send={send} shell={shellWithAccess} />);
    await expectAccessible(page);
    await type('Service key or private-app token', typed);
    await press('Check');
    expect(screen.getByRole('status').textContent).toContain('Portal 24680135');
    expect(document.activeElement?.textContent).toBe('Continue');
    await expectAccessible(page);

    await press('Continue');
    expect(document.activeElement?.textContent).toBe('Say who you are');
    await type('Your name or e-mail', 'meyer');
    screen.getByRole('combobox').focus();
    await key('ArrowDown');
    await key('Enter');
    expect(screen.getByRole('option', { selected: true }).textContent).toContain('Dana Meyers');
    await expectAccessible(page);
    await key('Enter');
    expect(asked.find(({ name }) => name === 'connections.save')?.body).toMatchObject({
      key: typed,
      person: { id: '104' },
    });
    expect(document.activeElement?.textContent).toBe('Look over how stages map');
    expect(page.innerHTML).not.toContain(typed);

    await type('Lifecycle stage for Prospect', 'subscriber');
    const warned = screen.getByLabelText('Lifecycle stage for Prospect').getAttribute('aria-describedby');
    expect(document.getElementById(warned ?? '')?.textContent).toContain('step back');
    await expectAccessible(page);
    await press('Save and finish');
    expect(asked.at(-1)?.body).toMatchObject({
      mapping: { prospect: [{ field: 'lifecyclestage', value: 'subscriber' }], nurture: [] },
    });
    expect(document.activeElement?.textContent).toBe('Ready');
    expect(screen.getByRole('link', { name: /Open the contacts/ }).getAttribute('href')).toBe(
      'https://app.hubspot.com/contacts/24680135',
    );
    await expectAccessible(page);
  });

  it('says beside the field why a key was refused, keeps it, and gives the keyboard back', async () => {
    const { send } = working([], { kind: 'key-refused', message: 'expired' });
    const page = await open(<Welcome send={send} shell={shellWithAccess} />);
    await type('Service key or private-app token', typed);
    await press('Check');
    expect(field()).toHaveProperty('value', typed);
    expect(document.activeElement).toBe(field());
    expect(field().getAttribute('aria-invalid')).toBe('true');
    const described = field().getAttribute('aria-describedby')?.split(' ') ?? [];
    const said = described.map((id) => document.getElementById(id)?.textContent).join(' ');
    expect(said).toContain('HubSpot refused the key');
    expect(screen.queryByRole('button', { name: 'Continue' })).toBeNull();
    await expectAccessible(page);
  });

  it('hides the key until asked, and asks the browser not to remember it', async () => {
    const { send } = working();
    await open(<Welcome send={send} shell={shellWithAccess} />);
    expect(field().getAttribute('type')).toBe('password');
    expect(field().getAttribute('autocomplete')).toBe('new-password');
    await press('Show the key');
    expect(field().getAttribute('type')).toBe('text');
    expect(field().getAttribute('autocomplete')).toBe('off');
  });

  it('stops at a needed scope that is missing, and says what will not work without it', async () => {
    const scope = 'crm.objects.contacts.write';
    const { send } = working([{ scope, need: 'must', purpose: 'to write the stage' }]);
    const page = await open(<Welcome send={send} shell={shellWithAccess} />);
    await type('Service key or private-app token', typed);
    await press('Check');
    const result = within(screen.getByRole('status'));
    expect(result.getByText(scope)).toBeTruthy();
    expect(result.getByText(/Without it: nothing can be written back/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Continue' })).toBeNull();
    await expectAccessible(page);
  });

  it('goes on without a scope that is only wanted, and names it', async () => {
    const scope = 'crm.objects.deals.write';
    const { send } = working([{ scope, need: 'should', purpose: 'to create a deal' }]);
    await open(<Welcome send={send} shell={shellWithAccess} />);
    await type('Service key or private-app token', typed);
    await press('Check');
    expect(within(screen.getByRole('status')).getByText(scope)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Continue' })).toBeTruthy();
  });

  it('asks for access where the browser has not given it', async () => {
    const { send } = working();
    let asked = 0;
    const shell = {
      ...shellWithAccess,
      hasAccess: async () => false,
      askAccess: async () => {
        asked += 1;
        return true;
      },
    };
    await open(<Welcome send={send} shell={shell} />);
    await press('Allow it');
    expect(asked).toBe(1);
    expect(screen.queryByRole('button', { name: 'Allow it' })).toBeNull();
  });
});
