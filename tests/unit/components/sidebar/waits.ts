// A submission that waits for its next try, as the tests of the sidebar have the outbox answer it.
import type { Problem } from '@/lib/problem/problem';
import type { Submission } from '@/lib/qualification/plan/submission';

export const offline: Problem = { kind: 'offline', message: 'HubSpot could not be reached.' };

export const waiting = (submission: Submission): Submission => ({
  ...submission,
  state: 'waiting',
  tries: 1,
  nextAt: '2026-11-21T10:05:00.000Z',
  steps: submission.steps.map((step) => ({ ...step, problem: offline })),
});
