// Salesforce in the tests: signing in as a rep does, and what the org holds and was asked after a job.
import type { Page } from 'playwright-core';
import * as v from 'valibot';
import type { Launched } from '../../browser/launch.ts';
import type { LoggedRequest } from '../../sandbox/common/log.ts';
import type { SalesforceSandbox } from '../../sandbox/salesforce/sandbox.ts';
import { rep } from './rep.ts';
import { Welcome } from './welcome.ts';

/** A browser with the extension, and the org that it reaches: a test's world, or the demo's. */
export type At = { salesforce: SalesforceSandbox; browser: Launched };

/** Chooses Salesforce and the way by its own sign-in page, types what it asks for, and gives the window that opens. */
export async function openSignIn(
  { salesforce, browser }: At,
  welcome: Welcome,
  org: keyof SalesforceSandbox['orgs'] = 'acme',
): Promise<Page> {
  await welcome.chooseCrm('Salesforce');
  await welcome.chooseWay('oauth');
  await welcome.page.getByLabel(/My Domain/).fill(salesforce.orgs[org].api);
  await welcome.page.getByLabel(/Client id|Consumer key/i).fill(salesforce.clientId);
  // Not the welcome page, which the extension opens by itself when it is installed.
  const opened = browser.context.waitForEvent('page', (page) => !page.url().startsWith('chrome-extension:'));
  await welcome.page.getByRole('button', { name: /^Sign in/ }).click();
  return opened;
}

/** From a sign-in that was accepted to the end: as the person whom Salesforce named, with the proposed mapping. */
export async function finishSignIn(welcome: Welcome): Promise<void> {
  await welcome.page.getByRole('button', { name: 'Continue' }).click();
  await welcome.page.getByRole('button', { name: `Connect as ${rep}` }).click();
  await welcome.finish();
}

/** Connects by OAuth, through the welcome page and the org's own consent. */
export async function signIn(at: At, org: keyof SalesforceSandbox['orgs'] = 'acme'): Promise<void> {
  const welcome = await Welcome.open(at.browser);
  const window = await openSignIn(at, welcome, org);
  await window.getByRole('button', { name: 'Allow' }).click();
  await finishSignIn(welcome);
  await welcome.page.close();
}

/** Calls to the org since this moment, to be looked at later. */
export function orgTraffic({ salesforce }: Pick<At, 'salesforce'>): () => readonly LoggedRequest[] {
  const last = salesforce.requests.at(-1)?.number ?? 0;
  return () => salesforce.requests.filter(({ number }) => number > last);
}

const CompositeSchema = v.object({
  compositeRequest: v.array(v.object({ method: v.string(), url: v.string() })),
});

/** What a part of a composite call works on: an object's name, or "query". */
function subject(url: string): string {
  const path = url.replace(/^\/services\/data\/v[\d.]+\//, '');
  return /^(?:sobjects\/)?(\w+)/.exec(path)?.[1] ?? path;
}

/** The composite calls of this traffic: each as its parts, "POST Task"; those that only read apart from the others. */
export function composites(traffic: readonly LoggedRequest[]): { reads: string[][]; writes: string[][] } {
  const all = traffic
    .filter(({ path }) => path.endsWith('/composite'))
    .map(({ body }) =>
      v.parse(CompositeSchema, body).compositeRequest.map(({ method, url }) => `${method} ${subject(url)}`),
    );
  const reading = (parts: string[]) => parts.every((part) => part.startsWith('GET '));
  return { reads: all.filter(reading), writes: all.filter((parts) => !reading(parts)) };
}

/** Every call in short: "POST composite", "GET query LeadStatus", "GET sobjects/Lead/describe". */
export function orgCalls(traffic: readonly LoggedRequest[]): string[] {
  return traffic.map(({ method, path, query }) => {
    const rest = path.replace(/^\/services\/(data\/v[\d.]+\/)?/, '');
    // The last one: those before it are of sub-queries.
    const from = /.*FROM (\w+)/.exec(new URLSearchParams(query).get('q') ?? '')?.[1];
    return `${method} ${rest}${from ? ` ${from}` : ''}`;
  });
}

/** Whatever was meant to change something, in composite calls or by SOAP. */
export function orgWrites(traffic: readonly LoggedRequest[]): string[] {
  const soap = traffic.filter(
    ({ path, body }) => path.includes('/Soap/') && String(body).includes('convertLead'),
  );
  return [
    ...composites(traffic).writes.map((parts) => parts.filter((part) => !part.startsWith('GET ')).join(', ')),
    ...soap.map(({ status }) => `convertLead ${status}`),
  ];
}
