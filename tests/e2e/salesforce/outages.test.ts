// A bad line at the very moment of the write: what the rep reads, and that nothing is written twice.
import { expect, it } from 'vitest';
import type { FaultAction } from '../../sandbox/common/faults.ts';
import type { LoggedRequest } from '../../sandbox/common/log.ts';
import { openOn, reviewProspect } from '../support/decide.ts';
import { evidenceOf, freshLead } from '../support/leads.ts';
import { composites, orgTraffic, signIn } from '../support/salesforce.ts';
import { shot } from '../support/shot.ts';
import { sharedWorld } from '../support/world.ts';

const world = sharedWorld({ connect: signIn });
const write = { method: 'POST', path: /\/composite$/ };
/** Longer than the 20 s that a call may take. */
const LONG = 40_000;

type Lead = ReturnType<typeof freshLead>;
/** The calls about one lead: others may go on meanwhile. */
const of = ({ id }: Lead, traffic: readonly LoggedRequest[]) =>
  traffic.filter(({ body }) => JSON.stringify(body ?? null).includes(id));

const elsewhere = { status: 302, headers: { location: 'https://acme.my.salesforce.com/' } };
const notDone: [name: string, last: string, fault: FaultAction, words: RegExp][] = [
  ['the line drops before the write', 'Abbruch', 'drop', /No connection to Salesforce/],
  ['a web page comes instead of data', 'Portal', 'html', /answered in a way we don't understand/],
  ['the call is sent elsewhere', 'Umzug', elsewhere, /answered in a way we don't understand/],
  [
    'the org is down',
    'Wartung',
    { status: 503, page: '<h1>Down for maintenance</h1>' },
    /a fault of its own/,
  ],
  [
    'the org is silent, and does nothing',
    'Stille',
    { silentMs: LONG, acts: 'never' },
    /did not answer in time/,
  ],
];

/** Leads whose write was lost on the way: each goes on by itself, and nobody presses. */
const lost: Lead[] = [];

it.each(notDone)(
  '%s: told, everything kept, and not sent again at once, whoever presses',
  async (_, last, fault, words) => {
    const { salesforce } = world();
    const lead = freshLead(world(), last);
    const review = await reviewProspect(await openOn(world(), lead));
    const struck = salesforce.faults.arm({ ...write, times: 1, do: fault });
    const traffic = orgTraffic(world());
    await review.confirmButton.click();
    await review.sidebar.alert.filter({ hasText: words }).waitFor({ timeout: LONG });
    await review.sidebar.alert
      .filter({ hasText: 'It is kept on this computer and goes on by itself' })
      .waitFor();
    await shot(review.sidebar.page, `salesforce-outage-${last.toLowerCase()}`);
    expect(struck.struck).toBe(1);
    await review.retry();
    await review.sidebar.alert.filter({ hasText: words }).waitFor();
    expect(composites(of(lead, traffic())).writes).toHaveLength(1);
    expect(evidenceOf(world(), lead.id)).toEqual([]);
    lost.push(lead);
  },
  LONG * 3,
);

it('within a minute, when Salesforce can no longer be late, each of them is written by itself, once', async () => {
  for (const { id } of lost) {
    const written = async () => evidenceOf(world(), id).length;
    await expect.poll(written, { timeout: 90_000 }).toBe(1);
    expect(world().salesforce.lead(id).values.Status).toBe('Qualified Prospect');
  }
});

const ended = [{ errorCode: 'INVALID_SESSION_ID', message: 'Session expired or invalid' }];
const done: [name: string, last: string, fault: FaultAction][] = [
  ['a proxy says instead that the session ended', 'Sitzung', { instead: { status: 401, body: ended } }],
  ['a proxy says instead that it was too much', 'Drossel', { instead: { status: 429 } }],
  ['the line drops after the write', 'Danach', 'dropAfter'],
  ['half of the answer comes', 'Haelfte', 'halfBody'],
  ['the answer comes too late', 'Spaet', { silentMs: LONG, acts: 'before' }],
];

it.each(done)(
  '%s: it is looked up, found, and not written again',
  async (_, last, fault) => {
    const { salesforce } = world();
    const lead = freshLead(world(), last);
    const review = await reviewProspect(await openOn(world(), lead));
    const struck = salesforce.faults.arm({ ...write, times: 1, do: fault });
    const traffic = orgTraffic(world());
    await review.confirmButton.click();
    await review.written(LONG);
    expect(struck.struck).toBe(1);
    expect(composites(of(lead, traffic())).writes).toHaveLength(1);
    expect(salesforce.lead(lead.id).values.Status).toBe('Qualified Prospect');
    expect(evidenceOf(world(), lead.id)).toHaveLength(1);
  },
  LONG * 3,
);

it('a row that is free again at the second try is written without a word', async () => {
  const { salesforce } = world();
  const lead = freshLead(world(), 'Reihe');
  const review = await reviewProspect(await openOn(world(), lead));
  salesforce.settings.busyRows = [{ id: lead.id, times: 1 }];
  const traffic = orgTraffic(world());
  await review.confirmButton.click();
  await review.written();
  expect(composites(traffic()).writes).toHaveLength(2);
  expect(evidenceOf(world(), lead.id)).toHaveLength(1);
});

it('a change of another field meanwhile (412) is no reason to stop: values are compared, and it is written', async () => {
  const { salesforce } = world();
  const lead = freshLead(world(), 'Nebenan');
  const review = await reviewProspect(await openOn(world(), lead));
  // The header names whole seconds: a change in the same one as the lead's making is none to it.
  const made = Date.parse(String(salesforce.lead(lead.id).values.LastModifiedDate));
  await expect.poll(() => Date.now()).toBeGreaterThan(Math.ceil(made / 1000) * 1000 + 1000);
  salesforce.patch('Lead', lead.id, { Title: 'CEO' });
  const traffic = orgTraffic(world());
  await review.confirmButton.click();
  await review.written();
  const sent = traffic().filter(({ path }) => path.endsWith('/composite'));
  expect(sent.filter(({ answer }) => JSON.stringify(answer).includes('"httpStatusCode":412'))).toHaveLength(
    1,
  );
  expect(salesforce.lead(lead.id).values).toMatchObject({ Status: 'Qualified Prospect', Title: 'CEO' });
  expect(evidenceOf(world(), lead.id)).toHaveLength(1);
});
