// Every stored setting. Secrets, drafts and submissions are not settings: see database.ts.

import type { Layout } from '@/lib/protocol/layout';
import { storage } from './stored-item';

export { type Layout, LayoutSchema } from '@/lib/protocol/layout';

export const layoutItem = storage.defineItem<Layout>('local:layout', {
  fallback: { open: false, side: 'right', mode: 'push', width: 360 },
});

/** When this browser session's first worker started (ISO): parts what was written today from older work. To be parsed. */
export const sessionStartItem = storage.defineItem<unknown>('session:startedAt', { fallback: null });

/** The records that each tab has shown, as numbers and keys. To be parsed. */
export const shownItem = storage.defineItem<unknown>('session:shown', { fallback: null });

/** What waited in the outbox when it was last counted, apart from the database that holds it. To be parsed. */
export const tallyItem = storage.defineItem<unknown>('local:outbox', { fallback: null });

/** Recent problems by their codes, apart from the database: what is the matter with that can be one. To be parsed. */
export const problemsItem = storage.defineItem<unknown>('local:problems', { fallback: null });

/** The last errors of the program, without data, apart from the database like the problems. To be parsed. */
export const errorsItem = storage.defineItem<unknown>('local:errors', { fallback: null });

/** What each CRM last told of the calls that are left. To be parsed. */
export const allowancesItem = storage.defineItem<unknown>('session:allowances', { fallback: null });

/** The id of the built-in playbook that this browser uses; anything else means the default. */
export const playbookItem = storage.defineItem<unknown>('local:playbook', { fallback: 'default' });
