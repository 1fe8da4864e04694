// The outbox in the browser: what wakes it, and where it shows that something waits.

import { browser } from 'wxt/browser';
import { createOutbox, type Outbox } from '@/lib/background/outbox/outbox';
import type { SubmissionStore } from '@/lib/background/outbox/store';
import { createTally, type Tally } from '@/lib/background/outbox/tally';
import { tallyItem } from '@/lib/background/storage/settings';
import type { CrmSession } from '@/lib/crm/shared/crm';
import { reported } from '@/lib/diagnostics/report';
import { type Problem, signInKinds } from '@/lib/problem/problem';
import type { Submission } from '@/lib/qualification/plan/submission';
import { ALARM, createAlarm } from './alarm';
import { createBadge } from './badge';
import { browserRequest, patientLock } from './patient-lock';
import { createWords } from './worker-words';

type Needs = {
  store: SubmissionStore;
  openSession: (submission: Submission) => Promise<CrmSession>;
  /** A submission went on. */
  onChange: (submission: Submission) => void;
  queueChanged: () => void;
  /** What waits has been read, or is not what it was. */
  counted: () => void;
  stopped: (problem: Problem, submission: Submission | null) => void;
};

/** Whether a sign-in would make anything go on. As long as what waits can't be read, it may. */
export const waitsForSignIn = (outbox: Pick<Outbox, 'broken' | 'unfinished'>): boolean =>
  outbox.broken() !== null ||
  outbox
    .unfinished()
    .some(({ steps }) => steps.some(({ problem }) => problem && signInKinds.includes(problem.kind)));

/** The browser ends a worker after 30 s without an event or a call to it, also in the middle of a write. */
const PULSE_MS = 20_000;

/**
 * Makes the outbox, and goes over what an earlier worker left: an alarm that woke this one comes too early to be heard,
 * and asks for nothing else.
 */
export function createDelivery(needs: Needs): { outbox: Outbox; tally: Tally } {
  const { store, queueChanged } = needs;
  const words = createWords<'popup' | 'badgeWaits' | 'badgeWants' | 'badgeLost' | 'badgeStorage'>({
    getMessage: (name, values) => browser.i18n.getMessage(name, values),
    read: () => fetch(browser.runtime.getURL('/_locales/en/messages.json')).then((file) => file.text()),
  });
  const outbox = createOutbox({
    store,
    openSession: needs.openSession,
    stopped: needs.stopped,
    onChange: (submission) => {
      queueChanged();
      needs.onChange(submission);
    },
    changed: () => {
      tally.changed();
      badge();
      needs.counted();
    },
    alarm: createAlarm({ alarms: browser.alarms, wake: () => void outbox.wake('alarm') }),
    lock: patientLock(browserRequest),
    lost: () => tally.lost(),
    now: () => new Date(),
    random: Math.random,
  });
  const later = (run: () => void, ms = 500) => void setTimeout(run, ms);
  const badge = createBadge({
    unfinished: outbox.unfinished,
    lost: () => tally.lost(),
    broken: () => outbox.broken() !== null,
    action: browser.action,
    titles: {
      nothing: () => words('popup'),
      waits: (count) => words('badgeWaits', count),
      wants: (count) => words('badgeWants', count),
      lost: () => words('badgeLost'),
      storage: () => words('badgeStorage'),
    },
    later,
  });
  const tally = createTally({
    item: tallyItem,
    missing: store.missing,
    unfinished: outbox.unfinished,
    onLost: () => {
      badge();
      queueChanged();
    },
    later,
  });

  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void outbox.wake('alarm');
  });
  globalThis.addEventListener('online', () => void outbox.wake('online'));
  setInterval(() => {
    if (outbox.busy() || outbox.counting()) void browser.runtime.getPlatformInfo();
  }, PULSE_MS);

  // Whatever the worker was started for, what waits is gone over.
  void outbox.wake('alarm').then(async () => {
    if (outbox.broken() === null) await tally.check().catch(reported('services.delivery', undefined));
  });
  return { outbox, tally };
}
