// What a list tells of an unfinished qualification: who it is, how far it is, what nobody knows yet.
import type { Answers } from '@/lib/playbook/answer';
import { flagsOf } from '@/lib/playbook/first';
import { openCriteria } from '@/lib/playbook/open';
import type { Playbook } from '@/lib/playbook/schema';
import type { Verdict } from '@/lib/playbook/verdict';
import type { Snapshot } from '@/lib/record/snapshot';
import type { Draft, Listed } from '../answers/draft';
import type { Answered } from '../answers/types';

/** Characters of a name that are kept. */
const NAME_MOST = 300;

/** A record as the rep sees it now, for its draft. A record without a name goes by its email address. */
export function listedAs(
  snapshot: Pick<Snapshot, 'name' | 'email' | 'company'>,
  verdict: Verdict,
  answered: Readonly<Record<string, Answered>>,
  playbook: Pick<Playbook, 'stages' | 'criteria'>,
): Listed {
  const next = verdict.stages.find(({ id }) => id === verdict.nextStage);
  const flags = flagsOf(verdict);
  return {
    name: (snapshot.name.trim() || snapshot.email).slice(0, NAME_MOST),
    company: (snapshot.company?.name ?? '').slice(0, NAME_MOST),
    stage: verdict.stage,
    next: verdict.nextStage,
    missing: next === undefined || next.holds === 'no' ? null : (next.missing[0]?.length ?? null),
    unknown: [...openCriteria(playbook, valuesOf(answered))],
    ...(flags.length > 0 ? { flags } : {}),
  };
}

const valuesOf = (answered: Readonly<Record<string, Answered>>): Answers =>
  Object.fromEntries(Object.values(answered).map(({ criterion, value }) => [criterion, value]));

/** Whether a draft holds anything of the rep's: one that was begun and taken back is none to go on with. */
export function isBegun(draft: Draft): boolean {
  const { answers, decision, noteText, deal, next = null, extra, form } = draft;
  return (
    decision !== null ||
    noteText !== null ||
    deal !== null ||
    next !== null ||
    [answers, extra, form ?? {}].some((part) => Object.keys(part).length > 0)
  );
}
