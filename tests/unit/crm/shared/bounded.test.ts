// Texts of a CRM's come out no longer than people can read, with nothing in them that steers text; what is compared before a write comes out whole.
import { describe, expect, it } from 'vitest';
import { NAME_MOST, TEXT_MOST } from '@/lib/crm/shared/bounded';
import { problemOf, sandboxPortal } from '../portal';
import { sandboxOrg } from '../salesforce/sandbox';

const portal = sandboxPortal();
const org = sandboxOrg();
const huge = (letter: string) => letter.repeat(60_000);

/** The length of the longest text anywhere in it. */
function longest(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 0;
  return Math.max(0, ...Object.values(value).map(longest));
}

describe('HubSpot', () => {
  const person = () => {
    const company = portal.hubspot.create('companies', { name: huge('c'), domain: huge('d') }).id;
    const values = { firstname: huge('a'), jobtitle: huge('j'), company: huge('k') };
    return portal.hubspot.create('contacts', { ...values, email: `${crypto.randomUUID()}@x.example` }, [
      { type: 'companies', id: company },
    ]).id;
  };
  it('of a person every text is cut, and one sees that it is', async () => {
    const id = person();
    const parts: unknown[] = [];
    const whole = await portal.open().read(portal.ref(id), (part) => parts.push(part));
    expect(longest([whole, parts])).toBeLessThanOrEqual(TEXT_MOST);
    expect(whole.name).toMatch(/^a{100,}…$/);
    expect(whole.name.length).toBeLessThanOrEqual(NAME_MOST);
    expect(whole.title).toMatch(/…$/);
    expect(whole.company?.name).toMatch(/…$/);
    const company = portal.hubspot.associated('contacts', id, 'companies')[0]?.id ?? '';
    const people = await portal.open().members(portal.ref(company, 'companies'));
    expect(longest(people)).toBeLessThanOrEqual(NAME_MOST);
  });
  it('nothing of a name steers the text around it, or stands where no letter is seen', async () => {
    const odd = '\u202Eforged\u202C\u2066x\u0007\u0085\u200B';
    const company = portal.hubspot.create('companies', { name: `Acme${odd}` }).id;
    const email = `${crypto.randomUUID()}@x.example`;
    const values = { firstname: `Ann${odd}`, lastname: 'Lee', jobtitle: `CEO${odd}`, email };
    const { id } = portal.hubspot.create('contacts', values, [{ type: 'companies', id: company }]);
    const parts: unknown[] = [];
    const whole = await portal.open().read(portal.ref(id), (part) => parts.push(part));
    const people = await portal.open().members(portal.ref(company, 'companies'));
    const shown = [whole, ...parts, people];
    expect(
      shown.filter((one) => /[\u202A-\u202E\u2066-\u2067\u200B]|\\u00/.test(JSON.stringify(one))),
    ).toEqual([]);
    expect(whole.name).toBe('Annforgedx Lee');
  });
  it('an error’s text is cut', async () => {
    const body = { category: 'VALIDATION_ERROR', message: huge('m'), errors: [{ message: huge('e') }] };
    portal.hubspot.faults.arm({ method: 'GET', path: /contacts/, times: 9, do: { status: 400, body } });
    const said = await problemOf(portal.open().read(portal.ref('1'), () => undefined));
    expect(longest(said)).toBeLessThanOrEqual(TEXT_MOST);
    expect(said.message).toMatch(/…/);
  });
  it('a value that is compared is whole: two that differ at their end are two', async () => {
    const id = person();
    const [one, two] = [`${huge('v')}1`, `${huge('v')}2`];
    portal.hubspot.patchContact(id, { jobtitle: one });
    expect((await portal.open().stageValues(portal.ref(id), ['jobtitle'])).jobtitle).toBe(one);
    portal.hubspot.patchContact(id, { jobtitle: two });
    expect((await portal.open().stageValues(portal.ref(id), ['jobtitle'])).jobtitle).toBe(two);
  });
});

describe('Salesforce', () => {
  it('of a record every text is cut, and one sees that it is', async () => {
    const body = {
      Title: huge('t'),
      LastName: huge('n'),
      Name: huge('n'),
      Company: huge('c'),
      Email: huge('e'),
    };
    const { id } = org.salesforce.create('Lead', { LastName: 'Okafor', Company: 'Northwind' });
    const record = { ...org.salesforce.lead(id).values, ...body, Id: id };
    org.salesforce.faults.arm({
      ...{ method: 'POST', path: /composite/, times: 1 },
      do: {
        status: 200,
        body: {
          compositeResponse: ['record', 'evidence', 'activities', 'emails', 'campaigns', 'history'].map(
            (one) => ({
              referenceId: one,
              httpStatusCode: 200,
              httpHeaders: {},
              body: one === 'record' ? record : { totalSize: 0, done: true, records: [] },
            }),
          ),
        },
      },
    });
    const whole = await org.open().read(org.ref('Lead', id), () => undefined);
    expect(longest(whole)).toBeLessThanOrEqual(TEXT_MOST);
    for (const text of [whole.name, whole.title, whole.company?.name]) expect(text).toMatch(/…$/);
  });
});
