// What the team's policy says about signing in, so that reps need not type it: storage.managed.

import * as v from 'valibot';
import { reported } from '@/lib/diagnostics/report';
import { own } from '@/lib/util/object';
import { recordOf } from '@/lib/util/schema';

/** CRM id -> field id -> value. */
const PolicySchema = v.object({ signIn: v.optional(recordOf(v.string(), recordOf(v.string(), v.string()))) });

export type Policy = (crm: string) => Promise<Record<string, string>>;

/** `read` gives what the browser keeps; a browser without policies rejects, which is the same as none. */
export function createPolicy(read: () => Promise<unknown>): Policy {
  return async (crm) => {
    const found = v.safeParse(PolicySchema, await read().catch(reported('connections.policy', {})));
    const signIn = found.success ? found.output.signIn : undefined;
    return own(signIn ?? {}, crm) ?? {};
  };
}
