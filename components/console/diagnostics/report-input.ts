// Puts together what the support report is made of: how everything stands, as the page shows it.
import type { SupportInput } from '@/lib/support/support';
import { connectionKey } from '../parts/console-store';
import type { Test, View } from './diagnostics-store';
import { heldBy } from './health';

export function reportInput(
  view: View,
  tests: ReadonlyMap<string, Test>,
  versions: { extension: string; userAgent: string },
  at: Date,
): SupportInput {
  const allowances = new Map(view.allowances.map((one) => [connectionKey(one), one.allowance]));
  return {
    ...versions,
    at: at.toISOString(),
    connections: view.connections.map((one) => {
      const test = tests.get(connectionKey(one)) ?? 'going';
      return {
        crm: one.crm,
        account: one.account,
        way: one.way,
        signedOut: one.signedOut,
        missing: one.missing,
        test: test === 'going' ? null : test,
        held: heldBy(one, view.unsent),
        allowance: allowances.get(connectionKey(one)) ?? null,
      };
    }),
    waiting: view.unsent.map(({ id, ref, at: confirmed, state, tries, nextAt, problem }) => ({
      ref,
      at: confirmed,
      state,
      step: view.steps.get(id) ?? null,
      tries,
      nextAt,
      problem,
    })),
    lost: view.lost,
    unreadable: view.unreadable.length,
    problems: view.problems,
    errors: view.errors,
  };
}
