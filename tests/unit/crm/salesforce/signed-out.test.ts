// A sign-in that ends in the middle of a conversion, at each of its calls: told as that, and gone on with, nothing twice.
import { describe, expect, it } from 'vitest';
import { type Problem, ProblemError } from '@/lib/problem/problem';
import type { Step } from '@/lib/qualification/plan/submission';
import { problemOf } from '../portal';
import { sandboxOrg, submit, whole } from './sandbox';

const org = sandboxOrg();
const ended = {
  status: 401,
  body: [{ errorCode: 'INVALID_SESSION_ID', message: 'Session expired or invalid' }],
};
const soap = () => org.salesforce.requests.filter(({ path, body }) => path.includes('/Soap/') && body);

function conversion(name: string) {
  const lead = org.salesforce.create('Lead', { LastName: name, Company: `${name} AG` });
  const form = { account: 'new', opportunity: 'none' };
  const [submission, step] = submit(org.ref('Lead', lead.id), whole({ form }));
  const evidence = () => {
    const contact = String(org.salesforce.lead(lead.id).values.ConvertedContactId);
    return org.salesforce.tasks(contact).filter(({ values }) => /^Stagecheck/.test(String(values.Subject)));
  };
  return { lead, submission, step, evidence };
}

/** As the outbox goes on: looked up, then what is missing. */
async function goOn({ submission, step }: ReturnType<typeof conversion>): Promise<void> {
  const session = org.open();
  if ((await session.probe(submission, step)) === null) await session.write(submission, step);
}

const refusals: Problem[] = [
  { kind: 'key-refused', way: 'oauth', message: 'Salesforce ended the sign-in.' },
  { kind: 'other-user', message: 'Another user.', users: { answered: 'Lena', now: 'Marcus' } },
];

describe.each(refusals)('the sign-in ends in the middle of a conversion: $kind', (refusal) => {
  it('at each of its calls: nothing is converted twice, and the evidence is left once', async () => {
    let stopped = 0;
    for (let call = 0; call < 30; call += 1) {
      const one = conversion(`${refusal.kind} ${call}`);
      org.salesforce.clearRequests();
      org.salesforce.faults.arm({ path: /./, skip: call, times: 1000, do: ended });
      const session = org.open('lena', { renew: () => Promise.reject(new ProblemError(refusal)) });
      const written = await session.write(one.submission, one.step).catch((error: unknown) => {
        if (error instanceof ProblemError) return error.problem;
        throw error;
      });
      org.salesforce.faults.clear();
      if (!('kind' in written)) break;
      stopped += 1;
      expect(written).toMatchObject(refusal);
      await goOn(one);
      expect(org.salesforce.lead(one.lead.id).values.IsConverted).toBe(true);
      expect(one.evidence()).toHaveLength(1);
      expect(soap().filter(({ status }) => status === 200)).toHaveLength(1);
    }
    // Looking up, converting, writing: at the least.
    expect(stopped).toBeGreaterThan(2);
  });
});

it('a session that the org bars in the middle is told as that, and asked for no other', async () => {
  const one = conversion('Barred');
  const message = 'This session is not valid for use with the REST API';
  const body = [{ errorCode: 'INVALID_SESSION_ID', message }];
  org.salesforce.faults.arm({ path: /\/composite$/, times: 1000, do: { status: 401, body } });
  let renewed = 0;
  const session = org.open('lena', {
    renew: async () => {
      renewed += 1;
      return org.salesforce.tokens.lena;
    },
  });
  expect((await problemOf(session.write(one.submission, one.step))).kind).toBe('no-api');
  expect(renewed).toBe(0);
  org.salesforce.faults.clear();
  await goOn(one);
  expect(one.evidence()).toHaveLength(1);
});

describe('a proxy answers, in Salesforce’s own form, that the session has ended', () => {
  const writes = () =>
    org.salesforce.requests.filter(({ method, path, body }) => {
      const sent = JSON.stringify(body ?? null);
      return (
        method === 'POST' && (path.includes('/Soap/') || sent.includes('"POST"') || sent.includes('"PATCH"'))
      );
    });
  const renewable = () => {
    let renewed = 0;
    const renew = async () => {
      renewed += 1;
      return org.salesforce.tokens.lena;
    };
    return { session: org.open('lena', { renew }), renewed: () => renewed };
  };

  it.each<[string, Partial<Step>]>([
    ['a first try', { state: 'waiting' }],
    ['a later one', {}],
  ])('after the evidence was written, in %s: it is looked for, and is there once', async (_, as) => {
    const lead = org.salesforce.create('Lead', { LastName: 'Proxy', Company: 'Proxy AG' });
    const [submission, step] = submit(org.ref('Lead', lead.id), whole({}));
    org.salesforce.clearRequests();
    const write = org.salesforce.faults.arm({ path: /\/composite$/, times: 1, do: { instead: ended } });
    const { session, renewed } = renewable();
    const result = await session.write(submission, { ...step, ...as });
    expect([write.struck, renewed()]).toEqual([1, 1]);
    expect(result.text).toContain('Evidence');
    expect(org.salesforce.tasks(lead.id)).toHaveLength(1);
    expect(writes()).toHaveLength(1);
  });

  it('after the lead was converted, and not as SOAP: it is converted once, and told as done', async () => {
    const one = conversion('Proxied');
    org.salesforce.clearRequests();
    const soapCall = org.salesforce.faults.arm({ path: /Soap/, times: 1, do: { instead: ended } });
    const { session } = renewable();
    const result = await session.write(one.submission, { ...one.step, state: 'waiting' });
    expect(soapCall.struck).toBe(1);
    expect(result.text).toContain('Evidence');
    expect(soap()).toHaveLength(1);
    expect(one.evidence()).toHaveLength(1);
  });

  it('before anything was done: it is written in the same try', async () => {
    const lead = org.salesforce.create('Lead', { LastName: 'Honest', Company: 'Honest AG' });
    const [submission, step] = submit(org.ref('Lead', lead.id), whole({}));
    org.salesforce.faults.arm({ path: /\/composite$/, times: 1, do: ended });
    const { session } = renewable();
    await session.write(submission, { ...step, state: 'waiting' });
    expect(org.salesforce.tasks(lead.id)).toHaveLength(1);
  });
});
