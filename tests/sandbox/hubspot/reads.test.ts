// What reading and searching give: unknown properties, merged and archived records, pages, an index that lags.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../server';
import { CONTACTS, caller, searchFor } from './caller';

let sandbox: Sandbox;
let call: ReturnType<typeof caller>;
beforeAll(async () => {
  sandbox = await startSandbox();
  call = caller(sandbox);
});
afterAll(() => sandbox.close());
afterEach(() => {
  sandbox.hubspot.resetSettings();
});

test('unknown properties are left out of what is read, empty ones are null', async () => {
  const { ann } = sandbox.hubspot.people;
  const { body } = await call('GET', `${CONTACTS}/${ann.id}?properties=jobtitle,mobilephone,no_such_thing`);
  expect(body.properties).toMatchObject({ jobtitle: 'Chief Operating Officer', mobilephone: null });
  expect(body.properties).not.toHaveProperty('no_such_thing');
});

test('a primary company stands twice: labelled and unlabelled', async () => {
  const { ann } = sandbox.hubspot.people;
  const { body } = await call('GET', `${CONTACTS}/${ann.id}?associations=companies`);
  expect(body.associations.companies?.results).toEqual([
    { id: ann.companyId, type: 'contact_to_company' },
    { id: ann.companyId, type: 'contact_to_company_unlabeled' },
  ]);
});

test('a merged id answers with the survivor, an archived one with 404', async () => {
  const { mergedAway, survivor, archived } = sandbox.hubspot.people;
  expect((await call('GET', `${CONTACTS}/${mergedAway.id}`)).body.id).toBe(survivor.id);
  const gone = await call('GET', `${CONTACTS}/${archived.id}`);
  expect([gone.status, gone.body.category]).toEqual([404, 'OBJECT_NOT_FOUND']);
  expect((await call('PATCH', `${CONTACTS}/${archived.id}`, { properties: { city: 'x' } })).status).toBe(404);
});

test('a record is found by its email address', async () => {
  const { ann } = sandbox.hubspot.people;
  const email = encodeURIComponent('Ann.Meyer@northwind-logistics.example');
  expect((await call('GET', `${CONTACTS}/${email}?idProperty=email`)).body.id).toBe(ann.id);
});

test('a batch gives what is there and names what is not', async () => {
  const { ann, archived, mergedAway, survivor } = sandbox.hubspot.people;
  const inputs = [ann.id, archived.id, mergedAway.id, survivor.id].map((id) => ({ id }));
  const { status, body } = await call('POST', `${CONTACTS}/batch/read`, {
    inputs,
    properties: ['email'],
    propertiesWithHistory: [],
  });
  expect(status).toBe(207);
  expect(body.results.map((result) => result.id)).toEqual([ann.id, survivor.id]);
  expect(body.errors[0]?.context.ids).toEqual([archived.id]);
  const tooMany = Array.from({ length: 101 }, (_, index) => ({ id: String(index + 1) }));
  expect(
    (
      await call('POST', `${CONTACTS}/batch/read`, {
        inputs: tooMany,
        properties: [],
        propertiesWithHistory: [],
      })
    ).status,
  ).toBe(400);
});

test.each([200, 207] as const)(
  'a batch that can read only a part answers %i and names the rest',
  async (status) => {
    const { ann, survivor } = sandbox.hubspot.people;
    sandbox.hubspot.settings.unreadable = { ids: [ann.id], category: 'INTERNAL_ERROR', status };
    const read = await call('POST', `${CONTACTS}/batch/read`, {
      inputs: [{ id: ann.id }, { id: survivor.id }],
      properties: [],
      propertiesWithHistory: [],
    });
    expect(read.status).toBe(status);
    expect(read.body.results.map((result) => result.id)).toEqual([survivor.id]);
    const linked = await call('POST', '/crm/associations/2026-09/contacts/companies/batch/read', {
      inputs: [{ id: ann.id }],
    });
    expect([linked.status, linked.body.results]).toEqual([status, []]);
    const errors = [...read.body.errors, ...linked.body.errors].map((error) => error.category);
    expect(errors).toEqual(['INTERNAL_ERROR', 'INTERNAL_ERROR']);
  },
);

test('a list comes in pages that together hold every record once', async () => {
  const seen: unknown[] = [];
  let after: string | undefined = '0';
  while (after !== undefined) {
    const { body }: Awaited<ReturnType<typeof call>> = await call(
      'GET',
      `${CONTACTS}?limit=100&after=${after}`,
    );
    seen.push(...body.results.map((result) => result.id));
    after = body.paging?.next.after;
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen).toHaveLength(sandbox.hubspot.all('contacts').length);
});

test('search filters, sorts and pages', async () => {
  const stage = { propertyName: 'lifecyclestage', operator: 'IN', values: ['customer'] };
  const replied = { propertyName: 'hs_sales_email_last_replied', operator: 'HAS_PROPERTY' };
  const sorts = ['-createdate'];
  const first = await call(
    'POST',
    `${CONTACTS}/search`,
    searchFor([stage, replied], { sorts, limit: 2, properties: ['lifecyclestage'] }),
  );
  const wanted = sandbox.hubspot
    .all('contacts')
    .filter(
      (record) =>
        record.properties.lifecyclestage === 'customer' && record.properties.hs_sales_email_last_replied,
    );
  expect(first.body.total).toBe(wanted.length);
  expect(wanted.length).toBeGreaterThan(2);
  const second = await call(
    'POST',
    `${CONTACTS}/search`,
    searchFor([stage, replied], { sorts, limit: 2, after: first.body.paging?.next.after }),
  );
  const created = [...first.body.results, ...second.body.results].map((result) => String(result.createdAt));
  expect(created).toEqual([...created].sort().reverse());
});

test('search finds by association, by words, by time', async () => {
  const { records, ann } = sandbox.hubspot.people;
  const linked = searchFor([
    { propertyName: 'associations.company', operator: 'EQ', value: records.company },
  ]);
  expect(
    (await call('POST', `${CONTACTS}/search`, linked)).body.results.map((result) => result.id),
  ).toContain(ann.id);
  const words = await call('POST', `${CONTACTS}/search`, searchFor([], { query: 'ann.meyer@' }));
  expect(words.body.results.map((result) => result.id)).toEqual([ann.id]);
  const future = searchFor([
    {
      propertyName: 'hs_sales_email_last_replied',
      operator: 'GT',
      value: String(sandbox.hubspot.now().getTime()),
    },
  ]);
  expect((await call('POST', `${CONTACTS}/search`, future)).body.results.map((result) => result.id)).toEqual([
    sandbox.hubspot.people.future.id,
  ]);
});

test('search refuses too much and what it does not know', async () => {
  const filter = { propertyName: 'city', operator: 'HAS_PROPERTY' };
  const groups = (count: number, each: number) => ({
    ...searchFor([]),
    filterGroups: Array.from({ length: count }, () => ({ filters: Array(each).fill(filter) })),
  });
  const bodies = [
    groups(6, 1),
    groups(1, 7),
    groups(4, 5),
    searchFor([], { limit: 201 }),
    searchFor([], { after: '9995' }),
    searchFor([{ ...filter, propertyName: 'no_such' }]),
  ];
  sandbox.hubspot.settings.searchesPerSecond = 100;
  for (const body of bodies) expect((await call('POST', `${CONTACTS}/search`, body)).status).toBe(400);
});

test('a lagging index shows neither a new record nor a new value, a read shows both', async () => {
  sandbox.hubspot.settings.searchLagMs = 3_600_000;
  sandbox.hubspot.settings.searchesPerSecond = 100;
  const { id } = sandbox.hubspot.create('contacts', {
    lastname: 'Brandnew',
    email: 'brand.new@mail.example',
  });
  const byName = searchFor([{ propertyName: 'lastname', operator: 'EQ', value: 'Brandnew' }]);
  expect((await call('POST', `${CONTACTS}/search`, byName)).body.total).toBe(0);
  expect((await call('GET', `${CONTACTS}/${id}`)).status).toBe(200);
  const { ann } = sandbox.hubspot.people;
  sandbox.hubspot.patchContact(ann.id, { favourite_topic: 'tides' });
  const byTopic = searchFor([{ propertyName: 'favourite_topic', operator: 'EQ', value: 'tides' }]);
  expect((await call('POST', `${CONTACTS}/search`, byTopic)).body.total).toBe(0);
  sandbox.hubspot.settings.searchLagMs = 0;
  expect((await call('POST', `${CONTACTS}/search`, byTopic)).body.total).toBe(1);
  expect((await call('POST', `${CONTACTS}/search`, byName)).body.total).toBe(1);
});
