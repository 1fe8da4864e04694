// What the rep has open, what waits to be written, what was written, put together from drafts and submissions.
import type { Connections } from '@/lib/background/connections/connections';
import type { Outbox } from '@/lib/background/outbox/outbox';
import { firstFirst, firstMark } from '@/lib/playbook/first';
import { openCriteria } from '@/lib/playbook/open';
import type { Playbook } from '@/lib/playbook/schema';
import type { DraftRow, Here, Queue, QueueRow, UnsentRow, WrittenRow } from '@/lib/protocol/queue';
import type { Draft } from '@/lib/qualification/answers/draft';
import { decisionTitle } from '@/lib/qualification/draft/decision';
import { isBegun } from '@/lib/qualification/draft/listed';
import type { Submission } from '@/lib/qualification/plan/submission';
import { refKey } from '@/lib/record/record';
import { countDay, type DayRange, type Worked, within } from '@/lib/reports/day';
import { own } from '@/lib/util/object';
import type { Drafts } from './drafts';
import { draftFlags, submittedFlags } from './marks';
import { type Labels, labelsOf } from './queue-labels';

type Needs = {
  drafts: Pick<Drafts, 'all'>;
  outbox: Pick<Outbox, 'all' | 'view'>;
  connections: Pick<Connections, 'list'>;
  playbook: () => Promise<Playbook>;
  crmName: (crm: string) => string;
  here: () => Promise<Here | null>;
};

/** Reads the queue for a rep whose day this is. */
export function createQueue(needs: Needs): (day: DayRange) => Promise<Queue> {
  return async (range) => {
    const [kept, submissions, outbox, connections, playbook, here] = await Promise.all([
      needs.drafts.all(),
      needs.outbox.all(),
      needs.outbox.view(),
      needs.connections.list(),
      needs.playbook(),
      needs.here(),
    ]);
    const begun = kept.drafts.filter(isBegun);
    const newest = newestOf(submissions);
    const written = newestOf(submissions.filter((one) => writtenAt(one) !== null));
    const openDrafts = begun.filter((draft) => isOpen(draft, newest.get(refKey(draft.ref))));
    const labels = labelsOf(
      connections,
      [...begun, ...submissions].map(({ ref }) => ref),
      needs.crmName,
    );
    const unsent = submissions.filter(({ state }) => state !== 'written' && state !== 'withdrawn');
    const today = [...written.values()].filter((one) => within(range, writtenAt(one) ?? ''));
    const worked = [...openDrafts.map(workOn), ...[...unsent, ...today].map((one) => workOf(one, playbook))];
    const target = targetsOf(playbook);
    const rowOf = (one: Submission) => ({
      ...submittedRow(one, labels),
      ...firstOf(playbook, submittedFlags(one, playbook)),
    });
    return {
      connected: connections.length > 0,
      here,
      unsent: latestFirst(
        unsent.map(
          (one): UnsentRow => ({
            ...rowOf(one),
            key: one.id,
            id: one.id,
            target: target(one),
            state: one.state === 'waiting' || one.state === 'writing' ? one.state : 'failed',
            nextAt: one.state === 'waiting' ? (one.nextAt ?? null) : null,
            ...(one.state === 'waiting' && one.fence ? { mayArrive: true } : {}),
            tries: one.tries ?? 0,
            problem: one.steps.find((step) => step.problem !== null)?.problem ?? null,
            at: one.at,
          }),
        ),
      ),
      lost: outbox.lost,
      unreadable: outbox.unreadable,
      unreadableDrafts: kept.unreadable,
      drafts: latestFirst(openDrafts.map((draft) => draftRow(draft, playbook, labels))),
      written: latestFirst(
        today.map(
          (one): WrittenRow => ({
            ...rowOf(one),
            target: target(one),
            at: writtenAt(one) ?? one.at,
          }),
        ),
      ),
      day: countDay(worked, range, playbook),
    };
  };
}

/** Each record's newest submission: the outbox gives them in the order in which they came. */
const newestOf = (submissions: readonly Submission[]): Map<string, Submission> =>
  new Map(submissions.map((one) => [refKey(one.ref), one]));

const writtenAt = ({ state, finishedAt }: Submission) => (state === 'written' ? finishedAt : null);

/** A draft that was sent lies there until its submission has arrived; then only what came after it is unfinished. */
function isOpen(draft: Draft, newest: Submission | undefined): boolean {
  if (!newest || newest.state === 'withdrawn') return true;
  return newest.state === 'written' && newest.draft !== draft.revision;
}

const workOn = ({ ref, updatedAt, listed }: Draft): Worked => ({
  record: refKey(ref),
  at: updatedAt,
  stage: listed?.stage ?? null,
  unknown: listed?.unknown ?? [],
});

const workOf = (one: Submission, playbook: Playbook): Worked => ({
  record: refKey(one.ref),
  at: writtenAt(one) ?? one.at,
  stage: one.decision.kind === 'stage' ? one.decision.stage : one.decision.outcome,
  unknown: [...openCriteria(playbook, one.answers)].filter((id) => own(one.answers, id) === null),
});

function submittedRow({ ref, recordName, company = '' }: Submission, labels: Labels) {
  return { key: refKey(ref), ref, name: recordName, company, ...labels(ref) };
}

function draftRow(draft: Draft, playbook: Playbook, labels: Labels): DraftRow {
  const { ref, listed, updatedAt } = draft;
  const name = (id: string | null) => playbook.stages.find((stage) => stage.id === id)?.name ?? id;
  return {
    key: refKey(ref),
    ref,
    ...labels(ref),
    name: listed?.name ?? '',
    company: listed?.company ?? '',
    seen: listed !== undefined,
    stage: name(listed?.stage ?? null),
    next: name(listed?.next ?? null),
    missing: listed?.missing ?? null,
    at: updatedAt,
    ...firstOf(playbook, draftFlags(draft)),
  };
}

/** What a submission decides, by the playbook's name for it. */
const targetsOf =
  (playbook: Playbook) =>
  ({ decision }: Submission): string =>
    decisionTitle(decision, playbook);

function firstOf(playbook: Playbook, flags: readonly string[]): Pick<QueueRow, 'first'> {
  const first = firstMark(playbook, flags);
  return first ? { first } : {};
}

/** Whom the playbook puts first, then the latest. */
const latestFirst = <T extends QueueRow>(rows: T[]): T[] =>
  firstFirst(
    rows.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)),
    ({ first }) => first !== undefined,
  );
