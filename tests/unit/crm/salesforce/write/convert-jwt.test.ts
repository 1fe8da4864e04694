// A conversion with a JWT access token, which SOAP takes from API 68.0 on.
import { expect, it } from 'vitest';
import { openSession } from '@/lib/crm/salesforce/session';
import { problemOf } from '../../portal';
import { sandboxOrg, submit } from '../sandbox';

const org = sandboxOrg();

it.each([
  [67, false],
  [68, true],
])('with a JWT access token converts from API 68.0 on, else says what to change: %i', async (newest, can) => {
  const lead = org.salesforce.create('Lead', { LastName: 'Dreiteilig', Company: crypto.randomUUID() });
  org.salesforce.settings.newestApi = newest;
  const part = (text: string) => Buffer.from(text).toString('base64url');
  const jwt = [part('{"alg":"x"}'), part('{"sub":"y"}'), part('signature')].join('.');
  const { sandbox, salesforce } = org;
  const to68: string[] = [];
  const odd = openSession(
    { key: jwt, account: salesforce.orgs.acme.api },
    {
      fetch: (url, init) => {
        const headers = {
          ...Object.fromEntries(new Headers(init.headers)),
          authorization: `Bearer ${salesforce.tokens.lena}`,
        };
        if (String(init.body).includes(jwt)) to68.push(new URL(url).pathname);
        const body =
          typeof init.body === 'string' ? init.body.replace(jwt, salesforce.tokens.lena) : undefined;
        return sandbox.fetch(url, { ...init, headers, ...(body === undefined ? {} : { body }) });
      },
      sleep: async () => undefined,
      random: () => 0.5,
      timeoutMs: 10_000,
      now: salesforce.now,
    },
  );
  if (can) {
    await odd.write(
      ...submit(org.ref('Lead', lead.id), {
        kind: 'form',
        form: 'convert',
        values: { account: 'new', opportunity: 'none' },
      }),
    );
    expect(to68).toEqual(['/services/Soap/u/68.0']);
    expect(salesforce.lead(lead.id).values.IsConverted).toBe(true);
    return;
  }
  const problem = await problemOf(
    odd.write(
      ...submit(org.ref('Lead', lead.id), {
        kind: 'form',
        form: 'convert',
        values: { account: 'new', opportunity: 'none' },
      }),
    ),
  );
  expect(problem.kind).toBe('no-api');
  expect(problem.message).toContain('JWT-based access tokens');
  expect(salesforce.requests.filter((one) => one.path.startsWith('/services/Soap/'))).toEqual([]);
});
