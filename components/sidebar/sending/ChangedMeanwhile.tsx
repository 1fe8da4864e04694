// Someone changed the record between the review and the write: what the rep saw, what it is, what was to be written.
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Panel } from '@/components/ui/Panel';
import type { Problem } from '@/lib/problem/problem';
import { problemWords } from '@/lib/problem/text';
import type { Submission } from '@/lib/qualification/plan/submission';
import { useCrmName } from '../frame/useCrmName';
import { metBy } from '../store/conflict';
import { useSidebar } from '../store/useSidebar';
import { whenWords } from '../words/time';
import { ChangedField, type Take } from './ChangedField';
import styles from './ChangedMeanwhile.module.css';

type Props = { submission: Submission; problem: Problem; onTakeBack: () => void };

export function ChangedMeanwhile({ submission, problem, onTakeBack }: Props) {
  const { sending, decisions, now } = useSidebar();
  const [takes, setTakes] = useState<ReadonlyMap<string, Take>>(new Map());
  const { title, kept } = problemWords(problem, useCrmName());
  const met = metBy(submission, problem);
  const keep = met.filter(({ mine, theirs }) => mine && takes.get(theirs.field) === 'theirs');
  const open = met.filter(({ theirs }) => !takes.has(theirs.field)).length;
  const { lastChange } = problem;
  return (
    <Panel
      title={title}
      lead={kept}
      onBack={decisions.back}
      foot={
        <>
          <Button
            look="primary"
            wide
            cap="Enter"
            keys="Enter"
            why={
              open === 0
                ? null
                : open === 1
                  ? 'One field is left to choose.'
                  : `${open} fields are left to choose.`
            }
            onClick={() => void sending.reviewAgain(keep.map(({ theirs }) => theirs.field))}
          >
            Review again
          </Button>
          <Button wide final cap="B" keys="B" onClick={onTakeBack}>
            Take it back
          </Button>
        </>
      }
    >
      {lastChange && <p className={styles.who}>{whoWords({ ...lastChange, last: true }, now())}</p>}
      {met.map((one) => (
        <ChangedField
          key={one.theirs.field}
          met={one}
          who={whoWords(one.theirs, now())}
          take={takes.get(one.theirs.field) ?? null}
          onTake={(take) => setTakes((before) => new Map(before).set(one.theirs.field, take))}
        />
      ))}
    </Panel>
  );
}

type Who = { by?: string | undefined; at?: string | null | undefined; last?: boolean };

/** "Changed by Bo Berg, 10:42"; '' where nobody knows. `last`: it is the record that they changed last. */
function whoWords({ by = '', at = null, last }: Who, now: Date): string {
  const when = at === null ? '' : whenWords(at, now);
  if (by === '') return when === '' ? '' : `Changed ${when}`;
  const who = last ? `The record was last changed by ${by}` : `Changed by ${by}`;
  return when === '' ? who : `${who}, ${when}`;
}
