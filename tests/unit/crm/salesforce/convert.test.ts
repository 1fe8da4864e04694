// Converting leads of the sandbox org over SOAP: every choice, every refusal, and never twice.
import { describe, expect, it } from 'vitest';
import { openSession } from '@/lib/crm/salesforce/session';
import type { ConversionDraft } from '@/lib/qualification/draft';
import { marker } from '@/lib/qualification/note';
import { problemOf } from '../portal';
import { sandboxOrg, submit, whole } from './sandbox';

const org = sandboxOrg();
let number = 0;
function newLead(values: Record<string, string> = {}) {
  number += 1;
  return org.salesforce.create('Lead', { LastName: `Lead ${number}`, Company: `Firm ${number}`, ...values });
}
const draft = (more: Partial<ConversionDraft> = {}): ConversionDraft => ({
  account: null,
  contact: null,
  opportunity: null,
  status: 'Closed - Converted',
  owner: null,
  ...more,
});
const step = (lead: string, more: Partial<ConversionDraft> = {}, allowDuplicates = false) =>
  submit(org.ref('Lead', lead), { kind: 'convert', conversion: draft(more), allowDuplicates });
const soap = () => org.salesforce.requests.filter((one) => one.path.startsWith('/services/Soap/'));

describe('a lead becomes', () => {
  it('a contact of a new account, and no opportunity', async () => {
    const lead = newLead();
    const result = await org.open().write(...step(lead.id));
    const { values } = org.salesforce.lead(lead.id);
    expect(values).toMatchObject({ IsConverted: true, Status: 'Closed - Converted' });
    expect(values.ConvertedOpportunityId).toBeUndefined();
    expect(result).toEqual({
      text: 'Lead converted to contact',
      id: values.ConvertedContactId,
      url: expect.stringContaining(`/Contact/${values.ConvertedContactId}/`),
    });
    expect(org.salesforce.account(String(values.ConvertedAccountId)).values.Name).toBe(lead.values.Company);
  });

  it('a contact of an account that is there, with an opportunity by name', async () => {
    const lead = newLead();
    const { id, name } = org.salesforce.people.account;
    const result = await org
      .open()
      .write(...step(lead.id, { account: { id, name }, opportunity: 'Berg & Söhne <1>' }));
    const { values } = org.salesforce.lead(lead.id);
    expect(values.ConvertedAccountId).toBe(id);
    expect(org.salesforce.opportunity(String(values.ConvertedOpportunityId)).values.Name).toBe(
      'Berg & Söhne <1>',
    );
    expect(result.text).toBe('Lead converted to contact and opportunity');
  });

  it('a contact that is there', async () => {
    const lead = newLead();
    const { account, buyer } = org.salesforce.people;
    const contact = { id: buyer.id, name: buyer.name };
    await org.open().write(...step(lead.id, { account: { id: account.id, name: account.name }, contact }));
    expect(org.salesforce.lead(lead.id).values.ConvertedContactId).toBe(buyer.id);
  });

  it('someone’s, where a queue had it', async () => {
    const { id } = org.salesforce.people.queueLead;
    expect((await problemOf(org.open().write(...step(id)))).kind).not.toBe('unexpected');
    expect(org.salesforce.lead(id).values.IsConverted).toBe(false);
    const owner = org.salesforce.user('lena').id;
    await org.open().write(...step(id, { owner }));
    const { ConvertedContactId } = org.salesforce.lead(id).values;
    expect(org.salesforce.contact(String(ConvertedContactId)).values.OwnerId).toBe(owner);
  });

  it('and its evidence goes to what it became', async () => {
    const lead = newLead();
    const session = org.open();
    await session.write(...step(lead.id, { opportunity: 'With evidence' }));
    const [submission, note] = submit(org.ref('Lead', lead.id), whole());
    await session.write(submission, note);
    const { ConvertedContactId, ConvertedOpportunityId } = org.salesforce.lead(lead.id).values;
    const found = org.salesforce
      .tasks(String(ConvertedContactId))
      .find((task) => String(task.values.Subject).includes(marker(submission.id)));
    expect(found?.values.WhatId).toBe(ConvertedOpportunityId);
    expect(await session.probe(submission, note)).not.toBeNull();
  });
});

describe('a conversion', () => {
  it('that has happened is not made again', async () => {
    const lead = newLead();
    const [submission, convert] = step(lead.id);
    const session = org.open();
    expect(await session.probe(submission, convert)).toBeNull();
    const first = await session.write(submission, convert);
    org.salesforce.clearRequests();
    expect(await session.write(submission, convert)).toEqual(first);
    expect(await session.probe(submission, convert)).toEqual(first);
    expect(soap()).toEqual([]);
  });

  it.each(['dropAfter', 'halfBody'] as const)(
    'whose answer is lost (%s) is looked up before anything is said',
    async (fault) => {
      const lead = newLead();
      org.salesforce.faults.arm({ path: /\/Soap\//, do: fault, times: 1 });
      const result = await org.open().write(...step(lead.id));
      expect(result.id).toBe(org.salesforce.lead(lead.id).values.ConvertedContactId);
      expect(soap()).toHaveLength(1);
    },
  );

  it('that never arrived is told as that', async () => {
    const lead = newLead();
    org.salesforce.faults.arm({ path: /\/Soap\//, do: 'drop', times: 1 });
    expect((await problemOf(org.open().write(...step(lead.id)))).kind).toBe('offline');
    expect(org.salesforce.lead(lead.id).values.IsConverted).toBe(false);
  });

  it('is refused in the org’s words: rights, rules, statuses', async () => {
    expect((await problemOf(org.open('noConvert').write(...step(newLead().id)))).kind).toBe('forbidden');
    expect((await problemOf(org.open().write(...step(newLead().id, { status: 'Nurture' })))).kind).toBe(
      'invalid',
    );
    org.salesforce.settings.rules.push({
      object: 'Contact',
      when: [{ field: 'Phone', blank: true }],
      message: 'A contact needs a phone number.',
      errorDisplayField: 'Phone',
    });
    expect(await problemOf(org.open().write(...step(newLead().id)))).toMatchObject({
      kind: 'invalid',
      message: expect.stringContaining('A contact needs a phone number.'),
    });
    const contact = org.ref('Contact', org.salesforce.people.buyer.id);
    const [submission, convert] = submit(contact, {
      kind: 'convert',
      conversion: draft(),
      allowDuplicates: false,
    });
    expect((await problemOf(org.open().write(submission, convert))).kind).toBe('not-here');
  });

  it('with an ended session goes on with a renewed one', async () => {
    const lead = newLead();
    const session = org.open('expired', { renew: async () => org.salesforce.tokens.lena });
    await session.write(...step(lead.id));
    expect(org.salesforce.lead(lead.id).values.IsConverted).toBe(true);
  });

  it('with a JWT access token says what to change', async () => {
    const lead = newLead();
    const part = (text: string) => Buffer.from(text).toString('base64url');
    const jwt = [part('{"alg":"x"}'), part('{"sub":"y"}'), part('signature')].join('.');
    const { sandbox, salesforce } = org;
    const odd = openSession(
      { key: jwt, account: salesforce.orgs.acme.api },
      {
        fetch: (url, init) => {
          const headers = {
            ...Object.fromEntries(new Headers(init.headers)),
            authorization: `Bearer ${salesforce.tokens.lena}`,
          };
          return sandbox.fetch(url, { ...init, headers });
        },
        sleep: async () => undefined,
        random: () => 0.5,
        timeoutMs: 10_000,
        now: salesforce.now,
      },
    );
    const problem = await problemOf(odd.write(...step(lead.id)));
    expect(problem.kind).toBe('forbidden');
    expect(problem.message).toContain('JWT-based access tokens');
    expect(soap()).toEqual([]);
  });
});
