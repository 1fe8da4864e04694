// On a way without streams the browser may send a call twice: it is not written a third time, and what is double is told.
import { describe, expect, it } from 'vitest';
import { openSession } from '@/lib/crm/salesforce/session';
import type { Fetch } from '@/lib/crm/shared/crm';
import { createSentOnce } from '@/lib/crm/shared/sent-once';
import type { Step, Submission } from '@/lib/qualification/plan/submission';
import { deal, OPEN } from './decided';
import { change, sandboxOrg, submit, whole } from './sandbox';

const org = sandboxOrg();
const task = {
  kind: 'followUp' as const,
  label: 'Follow up',
  subject: 'Call back',
  dueOn: '2027-01-15',
  body: '',
};
const changes = [change('Lead.Status', OPEN, 'Working - Contacted')];

/** `streams`: the way to the org takes them. `sends`: how often the browser sends what makes something. */
function opened({ streams, sends }: { streams: boolean; sends: number }) {
  const { salesforce, sandbox } = org;
  const fetch: Fetch = async (url, init) => {
    if (init.body instanceof ReadableStream) {
      if (!streams) throw new TypeError('Failed to fetch');
      return sandbox.fetch(url, { ...init, body: await new Response(init.body).text() });
    }
    const makes = /"POST"|convertLead/.test(String(init.body));
    for (let more = makes ? sends : 1; more > 1; more -= 1) await sandbox.fetch(url, init);
    return sandbox.fetch(url, init);
  };
  return openSession(
    { key: salesforce.tokens.lena, account: salesforce.orgs.acme.api, fields: {} },
    {
      fetch,
      sentOnce: createSentOnce(fetch),
      sleep: async () => undefined,
      random: () => 0.5,
      timeoutMs: 10_000,
      now: salesforce.now,
    },
  );
}

const proxied = () => opened({ streams: false, sends: 2 });
const lead = () =>
  org.salesforce.create('Lead', { LastName: `Twice ${crypto.randomUUID()}`, Company: 'Berg', Status: OPEN });
const contact = () =>
  org.salesforce.create('Contact', {
    LastName: `Twice ${crypto.randomUUID()}`,
    AccountId: org.salesforce.people.account.id,
  });

/** As the first time that it is sent. */
const first = ([submission, step]: [Submission, Step]): [Submission, Step] => {
  const waiting: Step = { ...step, state: 'waiting' };
  return [{ ...submission, steps: [waiting] }, waiting];
};
const had = () => ({
  Task: org.salesforce.all('Task').length,
  Opportunity: org.salesforce.all('Opportunity').length,
});
const idsSince = (object: 'Task' | 'Opportunity', before: ReturnType<typeof had>) =>
  org.salesforce
    .all(object)
    .slice(before[object])
    .map(({ id }) => id);

describe('a call that the browser has sent twice', () => {
  it('with a change of the record: the second is refused, and the first is taken for what it is', async () => {
    const before = had();
    const { id } = lead();
    const result = await proxied().write(...first(submit(org.ref('Lead', id), whole({ changes, task }))));
    expect(org.salesforce.lead(id).values.Status).toBe('Working - Contacted');
    expect(idsSince('Task', before)).toHaveLength(2);
    expect(result.parts?.map(({ twins }) => twins)).toEqual([undefined, undefined, undefined]);
    expect(result.parts?.at(-1)?.text).toBe('Evidence left as a completed task');
  });

  it('in an org with our field: there is one, and nothing is told', async () => {
    org.salesforce.settings.hidden = [];
    const before = had();
    const { id } = lead();
    const result = await proxied().write(...first(submit(org.ref('Lead', id), whole({ task }))));
    expect(idsSince('Task', before)).toHaveLength(2);
    expect(result.parts?.some(({ twins }) => twins)).toBe(false);
  });

  it('with the evidence alone: the other one is told, with its link', async () => {
    const before = had();
    const result = await proxied().write(...first(submit(org.ref('Lead', lead().id), whole())));
    const made = idsSince('Task', before);
    expect(made).toHaveLength(2);
    const [note] = result.parts ?? [];
    const other = made.find((id) => id !== note?.id);
    expect(note?.twins).toEqual([
      { text: 'The evidence once more', url: expect.stringContaining(`${other}`) },
    ]);
  });

  it('with an opportunity, a next step and the evidence: each other one is told', async () => {
    const before = had();
    const { id } = contact();
    const result = await proxied().write(...first(submit(org.ref('Contact', id), whole({ deal, task }))));
    const made = [...idsSince('Opportunity', before), ...idsSince('Task', before)];
    expect(made).toHaveLength(6);
    const told = (result.parts ?? []).map(({ twins = [] }) => twins);
    expect(told.map((twins) => twins.length)).toEqual([1, 1, 1]);
    const named = new Set(result.parts?.map((part) => part.id));
    for (const one of made.filter((made) => !named.has(made)))
      expect(told.flat().some(({ url }) => url?.includes(one))).toBe(true);
  });

  it('and whose answer was lost: the look that follows tells of the other one', async () => {
    const [submission, step] = submit(org.ref('Lead', lead().id), whole({ task }));
    await proxied().write(submission, step);
    const found = await org.open().probe(submission, step);
    expect(found?.parts?.map(({ twins }) => twins?.length)).toEqual([1, 1]);
  });

  it('a conversion is nobody else’s', async () => {
    const { id } = lead();
    const form = { account: 'new', opportunity: 'none' };
    const result = await proxied().write(...first(submit(org.ref('Lead', id), whole({ form }))));
    expect(result.text).toContain('Lead converted');
    expect(org.salesforce.lead(id).values.IsConverted).toBe(true);
  });
});

it('nothing more is asked where the way takes streams, and nothing is told where there is one', async () => {
  const calls = async (streams: boolean) => {
    const sent = first(submit(org.ref('Lead', lead().id), whole()));
    org.salesforce.clearRequests();
    const result = await opened({ streams, sends: 1 }).write(...sent);
    expect(result.parts?.some(({ twins }) => twins)).toBe(false);
    // Without the trial, which is refused before it goes out where there are no streams.
    return org.salesforce.requests.length - (streams ? 1 : 0);
  };
  const taken = await calls(true);
  // Whose tasks to look for is asked as well.
  expect(await calls(false)).toBeLessThanOrEqual(taken + 2);
});

it('a look that fails does not undo what was written', async () => {
  const before = had();
  const sent = first(submit(org.ref('Lead', lead().id), whole()));
  org.salesforce.faults.arm({
    method: 'GET',
    path: /query.*Subject\+LIKE|query.*Subject%20LIKE/i,
    times: 20,
    do: { status: 400, body: [{ errorCode: 'INVALID_QUERY', message: 'no' }] },
  });
  const result = await proxied().write(...sent);
  expect(idsSince('Task', before)).toHaveLength(2);
  expect(result.parts?.map(({ twins }) => twins)).toEqual([undefined]);
});
