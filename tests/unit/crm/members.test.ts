// The people of a company: listed with where each stands, paged, bounded.
import { beforeEach, describe, expect, it } from 'vitest';
import { sandboxPortal } from './portal';

const portal = sandboxPortal();
let id = '';
let company = '';

beforeEach(() => {
  const { hubspot } = portal;
  company = hubspot.create('companies', { name: 'Northwind', domain: 'northwind.example' }).id;
  const person = {
    firstname: 'Ada',
    lastname: 'Okafor',
    email: `ada${company}@northwind.example`,
    jobtitle: 'VP <b>Ops</b>',
  };
  id = hubspot.create('contacts', person, [{ type: 'companies', id: company }]).id;
});

describe('members', () => {
  it('lists the people of a company with where each stands', async () => {
    const found = await portal.open().members(portal.ref(company, 'companies'));
    expect(found.title).toBe('Northwind');
    expect(found.members).toEqual([
      {
        ref: portal.ref(id),
        name: 'Ada Okafor',
        title: 'VP <b>Ops</b>',
        stages: [
          expect.objectContaining({ field: 'lifecyclestage' }),
          expect.objectContaining({ field: 'hs_lead_status' }),
        ],
      },
    ]);
  });

  it('pages through associations and stops at a hundred', async () => {
    portal.hubspot.settings.associationPage = 50;
    const to = [{ type: 'companies' as const, id: company }];
    for (let i = 0; i < 120; i++)
      portal.hubspot.create('contacts', { firstname: `P${i}`, email: `p${i}-${company}@x.example` }, to);
    const { members } = await portal.open().members(portal.ref(company, 'companies'));
    expect(members).toHaveLength(100);
    expect(new Set(members.map((one) => one.ref.id)).size).toBe(100);
  });

  it('a company without people has none', async () => {
    const alone = portal.hubspot.create('companies', { name: 'Alone', domain: `alone${id}.example` }).id;
    expect((await portal.open().members(portal.ref(alone, 'companies'))).members).toEqual([]);
  });
});
