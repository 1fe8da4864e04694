// The list of an account's or an opportunity's people tells what was decided of each by the rules of an opened record.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { NotedOf } from '@/lib/qualification/record-line/record-line';
import { sandboxOrg } from '../sandbox';
import { type TaskParts, taskOn } from '../tasks';

const org = sandboxOrg();
let account = '';
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  account = org.salesforce.create('Account', { Name: 'Northwind' }).id;
});
afterEach(() => {
  vi.useRealTimers();
});

const contact = (LastName = 'Ito') => org.salesforce.create('Contact', { LastName, AccountId: account }).id;
const lead = () => org.salesforce.create('Lead', { LastName: 'Okafor', Company: 'Northwind' }).id;
const of = (object: string, id: string): Pick<NotedOf, 'object' | 'id'> => ({ object, id });

/** Each a second after the one before: Salesforce tells no shorter times. */
function task(who: string, parts: TaskParts = {}): Promise<string> {
  vi.setSystemTime(Date.now() + 1000);
  return taskOn(org, who, parts);
}

/** By contact: what the list says was decided. */
async function decided(ref = org.ref('Account', account), session = org.open()) {
  org.salesforce.clearRequests();
  const { members } = await session.members(ref);
  return new Map(members.map((one) => [one.ref.id, one.recorded?.decision]));
}
/** How the org is set up is asked for once, and apart. */
const calls = () =>
  org.salesforce.requests.filter(
    ({ path, query }) =>
      !path.includes('/describe') &&
      !query.includes('FROM+Organization') &&
      !query.includes('FROM%20Organization'),
  ).length;

describe('what was decided of a person', () => {
  it('is what the newest task of ours on them says, each in its own words, in one call', async () => {
    const [one, two, none] = [contact(), contact(), contact()];
    await task(one, { stage: 'lead' });
    await task(one, { stage: 'prospect' });
    await task(two, { stage: 'opportunity' });
    expect(await decided()).toEqual(
      new Map([
        [one, 'prospect'],
        [two, 'opportunity'],
        [none, undefined],
      ]),
    );
    expect(calls()).toBe(1);
  });
  it('is dated by Salesforce', async () => {
    const who = contact();
    const made = String(org.salesforce.record('Task', await task(who))?.values.CreatedDate);
    const { members } = await org.open().members(org.ref('Account', account));
    const at = new Date(made.replace('+0000', 'Z')).toISOString();
    expect(members[0]?.recorded).toEqual({ decision: 'lead', at, answers: expect.any(Object) });
  });
  it('is the line’s word, whatever somebody calls the task', async () => {
    const who = contact();
    await task(who, { stage: 'lead', subject: 'opportunity' });
    expect((await decided()).get(who)).toBe('lead');
  });
  it('is told without signs that steer the text around it', async () => {
    const who = contact();
    await task(who, { stage: '\u202Eforged\u2066\n', subject: 'forged' });
    expect((await decided()).get(who)).toBe('forged');
  });
  it('is told with the word that somebody changed the task since', async () => {
    const who = contact();
    const id = await task(who);
    org.salesforce.patch('Task', id, { Priority: 'High' }, 'acme', 'lena');
    const { members } = await org.open().members(org.ref('Account', account));
    expect(members[0]?.recorded).toMatchObject({ decision: 'lead', changed: true });
  });
  it('is told of an opportunity’s people too, by the same rules', async () => {
    const [one, two] = [contact(), contact()];
    const deal = { Name: 'Ito deal', StageName: 'Prospecting', CloseDate: '2027-03-31', AccountId: account };
    const { id } = org.salesforce.create('Opportunity', deal);
    for (const ContactId of [one, two])
      org.salesforce.create('OpportunityContactRole', { OpportunityId: id, ContactId });
    await task(one, { of: [of('Opportunity', id), of('Contact', one)] });
    await task(two, { of: [of('Opportunity', id), of('Contact', one)] });
    const said = await decided(org.ref('Opportunity', id));
    expect([said.get(one), said.get(two)]).toEqual(['lead', undefined]);
  });
});

describe('a task that tells nothing of a person in the list', () => {
  it('is one without the seal of the org’s own, and it hides no older one', async () => {
    const who = contact();
    await task(who, { stage: 'lead' });
    await task(who, { stage: 'opportunity', sealed: false });
    expect((await decided()).get(who)).toBe('lead');
  });

  it('is one that somebody moved to them; an older one of their own does', async () => {
    const [mine, theirs] = [contact(), contact()];
    const id = await task(mine, { stage: 'opportunity' });
    org.salesforce.patch('Task', id, { WhoId: theirs }, 'acme', 'lena');
    expect([...(await decided()).values()]).toEqual([undefined, undefined]);
    const [alone, other] = [contact(), contact()];
    await task(alone, { stage: 'prospect' });
    const moved = await task(other, { stage: 'opportunity' });
    org.salesforce.patch('Task', moved, { WhoId: alone }, 'acme', 'lena');
    const said = await decided();
    expect([said.get(alone), said.get(other)]).toEqual(['prospect', undefined]);
  });
  it('is one whose text is another’s than its maker’s; an older one of theirs does', async () => {
    const [one, two] = [contact(), contact()];
    await task(one, { stage: 'opportunity', owner: 'lena' });
    await task(two, { stage: 'prospect' });
    await task(two, { stage: 'opportunity', owner: 'lena' });
    const said = await decided();
    expect([said.get(one), said.get(two)]).toEqual([undefined, 'prospect']);
  });
  it.each<[string, TaskParts]>([
    ['made by a visitor of a site', { maker: 'guest' }],
    ['made by an automatic process', { maker: 'autoproc', owner: 'autoproc' }],
    ['of an email', { more: { TaskSubtype: 'Email' } }],
    ['whose type is an email', { more: { Type: 'Email' } }],
    ['that names no record', { of: null }],
    ['that names none that can be read', { of: [] }],
    ['of another CRM’s record', { of: [of('contacts', '1')] }],
    ['without a text', { more: { Description: '' } }],
    ['with a text of other words', { more: { Description: 'Spoke with them. Opportunity!' } }],
    ['with another submission’s id', { more: { Subject: 'Stagecheck: lead (id=1)' } }],
  ])('is one %s, and it hides no older one', async (_, parts) => {
    const [who, with2] = [contact(), contact()];
    await task(who, { stage: 'opportunity', ...parts });
    await task(with2, { stage: 'prospect' });
    await task(with2, { stage: 'opportunity', ...parts });
    const said = await decided();
    expect([said.get(who), said.get(with2)]).toEqual([undefined, 'prospect']);
  });
  it('is one with its line in somebody’s words', async () => {
    const who = contact();
    const id = await task(who);
    const line = String(org.salesforce.record('Task', id)?.values.Description).split('\n').at(-1);
    org.salesforce.patch('Task', id, { Description: `A form asks: ${line}` }, 'acme', 'marcus');
    expect((await decided()).get(who)).toBeUndefined();
  });
});

describe('a line that names another record', () => {
  it('counts where Salesforce says that it was merged or converted into the person', async () => {
    const [one, gone] = [contact(), contact()];
    await task(gone, { stage: 'prospect' });
    org.salesforce.merge('Contact', one, gone);
    const from = lead();
    await task(from, { stage: 'opportunity' });
    const { contactId } = org.salesforce.convert(from, { accountId: account });
    const old = lead();
    await task(old, { stage: 'lead' });
    const { contactId: between } = org.salesforce.convert(old, { accountId: account });
    const last = contact();
    org.salesforce.merge('Contact', last, between);
    const said = await decided();
    expect([one, contactId, last].map((id) => said.get(id))).toEqual(['prospect', 'opportunity', 'lead']);
  });
  it('is looked up for all of them together, in two calls more at most', async () => {
    const kept = await Promise.all(
      Array.from({ length: 12 }, async () => {
        const [one, gone, from] = [contact(), contact(), lead()];
        await task(gone, { stage: 'prospect' });
        org.salesforce.merge('Contact', one, gone);
        await task(from);
        const { contactId } = org.salesforce.convert(from, { accountId: account });
        // Nothing that somebody hung on them asks for more.
        await task(one, { of: [of('Lead', from)] });
        await task(contactId, { of: [of('Contact', one)] });
        return [one, contactId] as const;
      }),
    );
    const said = await decided();
    expect(kept.map(([one, other]) => [said.get(one), said.get(other)])).toEqual(
      kept.map(() => ['prospect', 'lead']),
    );
    expect(calls()).toBeLessThanOrEqual(3);
  });
  it('is not looked up where a newer one names the person', async () => {
    const [one, gone] = [contact(), contact()];
    await task(gone);
    org.salesforce.merge('Contact', one, gone);
    await task(one, { stage: 'prospect' });
    expect((await decided()).get(one)).toBe('prospect');
    expect(calls()).toBe(1);
  });
  it('does not count where it was deleted, is no longer found, or is none', async () => {
    const deleted = contact();
    org.salesforce.remove('Contact', deleted);
    const odd = [
      of('Contact', deleted),
      of('Contact', '003000000000001'),
      of('Contact', '00Q000000000001'),
      of('Lead', "' OR Id != '"),
      of('Account', account),
    ];
    const people = await Promise.all(
      odd.map(async (one) => {
        const who = contact();
        await task(who, { of: [one] });
        return who;
      }),
    );
    // None of them spoils the look for another one.
    const [sound, gone] = [contact(), contact()];
    await task(gone);
    org.salesforce.merge('Contact', sound, gone);
    const said = await decided();
    expect(people.map((id) => said.get(id))).toEqual(people.map(() => undefined));
    expect(said.get(sound)).toBe('lead');
  });
  it('does not count where Salesforce won’t say what became of it, and the list is there', async () => {
    const [one, gone, own] = [contact(), contact(), contact()];
    await task(gone);
    org.salesforce.merge('Contact', one, gone);
    await task(own, { stage: 'prospect' });
    const body = [{ errorCode: 'INSUFFICIENT_ACCESS', message: 'no' }];
    const whole = { status: 403, body };
    org.salesforce.faults.arm({ method: 'POST', path: /composite$/, skip: 1, times: 9, do: whole });
    const said = await decided();
    expect([said.get(one), said.get(own)]).toEqual([undefined, 'prospect']);
  });
});

describe('where a rep may not see the types of tasks', () => {
  it('the list tells what was decided all the same, and asks for them once', async () => {
    org.salesforce.settings.hidden.push({ object: 'Task', field: 'Type' });
    const who = contact();
    await task(who);
    const session = org.open();
    expect((await decided(undefined, session)).get(who)).toBe('lead');
    expect((await decided(undefined, session)).get(who)).toBe('lead');
    expect(calls()).toBe(1);
  });
});

describe('what the list asks for', () => {
  it('has a bound, for each task comes with its text', async () => {
    await decided();
    const asked = org.salesforce.requests.map(({ body }) => decodeURIComponent(JSON.stringify(body ?? '')));
    const limits = asked.flatMap((one) =>
      [...one.matchAll(/Description[^"]*? LIMIT (\d+)/g)].map(([, n]) => n),
    );
    expect(limits).toEqual(['100']);
  });
});
