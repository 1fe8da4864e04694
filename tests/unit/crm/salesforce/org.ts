// A session on scripted answers, and the answers that an org gives.

import { openSession } from '@/lib/crm/salesforce/session';
import type { CrmSession } from '@/lib/crm/shared/crm';
import { type Script, script } from '../answers';

export const HOST = 'acme.my.salesforce.com';
/** A token like Salesforce's, made anew for each run. */
export const someToken = (): string => `00D5e000000abcD!AQ${crypto.randomUUID().replaceAll('-', '')}`;

export type Scripted = Parameters<typeof script>;

/** A session whose every call is answered from a script. */
export function scripted(
  answers: Scripted,
  more: { renew?: () => Promise<string>; token?: string; account?: string } = {},
): { session: CrmSession; calls: Script['calls']; slept: number[] } {
  const parts = script(...answers);
  const { renew, token = someToken(), account = HOST } = more;
  const session = openSession(
    { key: token, account, ...(renew ? { renew } : {}) },
    { ...parts, now: () => new Date('2026-11-21T12:00:00Z') },
  );
  return { session, calls: parts.calls, slept: parts.slept };
}

export const errors = (
  status: number,
  ...list: { errorCode: string; message?: string; fields?: string[] }[]
) =>
  new Response(JSON.stringify(list.map((one) => ({ message: `said ${one.errorCode}`, ...one }))), {
    status,
    headers: { 'content-type': 'application/json' },
  });

export const header = (call: { init: RequestInit } | undefined, name: string): string =>
  new Headers(call?.init.headers).get(name) ?? '';
