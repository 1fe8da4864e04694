// Everything that is thrown at a run: what one request meets, and what befalls the browser.
import type { Fault, FaultAction } from '../sandbox/common/faults.ts';
import type { Random } from '../sandbox/common/random.ts';

export type CrmId = 'hubspot' | 'salesforce';

/** What befalls a request. Status faults carry a body of the CRM's own kind. */
const onRequest = {
  'dropped before the CRM acted': 'drop',
  'dropped after the CRM acted': 'dropAfter',
  'half a body': 'halfBody',
  'HTML instead of JSON': 'html',
  redirect: 'redirect',
  '401': 401,
  '403': 403,
  '409': 409,
  '412': 412,
  '423': 423,
  '429': 429,
  '429 with Retry-After': { status: 429, headers: { 'retry-after': '1' } },
  '500': 500,
  '502': 502,
  '503': 503,
} as const;

const SILENCE = 40_000;
/** Longer than a lost change is waited for, and shorter than a lost note. */
const LONG_SILENCE = 70_000;
/** Longer than the client waits (20 s), and than the browser lets a worker be (30 s). */
const silences = {
  '40 s silence, acted before': { silentMs: SILENCE, acts: 'before' },
  '40 s silence, acted after': { silentMs: SILENCE, acts: 'after' },
  '40 s silence, never acted': { silentMs: SILENCE, acts: 'never' },
  '70 s silence, acted after': { silentMs: LONG_SILENCE, acts: 'after' },
} as const;

const onBrowser = [
  'worker killed',
  'tab closed',
  'page reloaded',
  'network cut',
  'clock jump',
  'browser killed',
] as const;

export type BrowserFault = (typeof onBrowser)[number];
export type RequestFault = keyof typeof onRequest | keyof typeof silences;
export type FaultName = BrowserFault | RequestFault;
/** What is counted: also what the schedule's visits bring about by themselves. */
export type Counted = FaultName | 'two windows on one record';

export const requestFaults = Object.keys(onRequest).filter(isOnRequest);
export const slowFaults = Object.keys(silences).filter(isSilence);
export const browserFaults: readonly BrowserFault[] = onBrowser;

function isOnRequest(name: string): name is keyof typeof onRequest {
  return Object.hasOwn(onRequest, name);
}

function isSilence(name: string): name is keyof typeof silences {
  return Object.hasOwn(silences, name);
}

export const isBrowserFault = (name: FaultName): name is BrowserFault =>
  onBrowser.some((one) => one === name);

function bodyOf(crm: CrmId, status: number): unknown {
  const message = `The soak answers ${status}.`;
  return crm === 'hubspot'
    ? { status: 'error', message, category: 'SOAK', correlationId: '00000000-0000-4000-8000-000000000000' }
    : [{ errorCode: 'SOAK', message }];
}

/** Paths that write, and in one of four cases any path of the API: reading is hit as well. */
const targets: Record<CrmId, readonly Pick<Fault, 'method' | 'path'>[]> = {
  hubspot: [
    { method: 'POST', path: /\/objects\/2026-09\/(notes|deals|tasks)$/ },
    { method: 'PATCH', path: /\/objects\/2026-09\/(contacts|0-1|leads)\// },
    { method: 'POST', path: /\/objects\/2026-09\/notes$/ },
    { path: /^\/crm\// },
  ],
  salesforce: [
    { method: 'POST', path: /\/composite$/ },
    { method: 'POST', path: /\/(composite|Soap\/.*)$/ },
    { method: 'POST', path: /\/composite$/ },
    { path: /^\/services\/data\// },
  ],
};

/** Where evidence is made: alone, or with a change that is compared first. */
const makers: Record<CrmId, Pick<Fault, 'method' | 'path'>> = {
  hubspot: { method: 'POST', path: /\/objects\/2026-09\/notes$/ },
  salesforce: { method: 'POST', path: /\/composite$/ },
};

/** The fault for the sandbox to meet its next request of the kind with. */
export function requestFault(name: RequestFault, crm: CrmId, random: Random): Fault {
  const what = isSilence(name) ? silences[name] : onRequest[name];
  const action: FaultAction = typeof what === 'number' ? { status: what, body: bodyOf(crm, what) } : what;
  const target = name === '70 s silence, acted after' ? makers[crm] : random.pick(targets[crm]);
  return { ...target, times: 1, do: action };
}
