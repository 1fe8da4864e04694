// What a rep and the background do to bring the sidebar into a state.
import type { Sidebar } from '@/components/sidebar/store/store';
import type { Problem } from '@/lib/problem/problem';
import type { Submission } from '@/lib/qualification/plan/submission';
import type { Snapshot } from '@/lib/record/snapshot';
import { connection, layout, personPlace, snapshot } from '../fixtures';
import type { MemoryBackend, memoryBackend } from '../memory-backend';

export type State = {
  backend?: Parameters<typeof memoryBackend>[0];
  run: (stage: Stage) => Promise<void> | void;
};
export type Stage = { sidebar: Sidebar; memory: MemoryBackend; settle: () => Promise<void> };

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });
export const fail = (problem: Problem): { ok: false; problem: Problem } => ({ ok: false, problem });
export const never = <T>(): Promise<T> => new Promise(() => {});

export async function open({ memory, settle }: Stage, id = '101'): Promise<void> {
  memory.push({ push: 'place', place: personPlace(id), connection, accounts: [connection], layout });
  await settle();
}

export const reads = (part: Partial<Snapshot>): State['backend'] => ({
  'record.read': ({ ref }) => ok(snapshot(ref.id, part)),
});

export async function answerAll(stage: Stage, values: (string | null)[]): Promise<void> {
  for (const value of values) stage.sidebar.answers.answer(value);
  await stage.settle();
}

export const stops = (problem: Problem): State['backend'] => ({
  'submission.send': ({ submission }) => ok(stopped(submission, problem)),
});

export function stopped(submission: Submission, problem: Problem): Submission {
  const steps = submission.steps.map((step, index) =>
    index === 0 ? { ...step, state: 'failed' as const, problem } : step,
  );
  return { ...submission, state: 'failed', steps };
}

export async function send(stage: Stage): Promise<void> {
  stage.sidebar.decisions.reviewStage();
  await stage.settle();
  stage.sidebar.sending.confirm();
  await stage.settle();
}

export const five = ['yes', 'yes', 'yes', 'yes'];
export const ten = Array.from({ length: 12 }, () => 'yes');
export const long = 'Vice President of Everything '.repeat(360);
