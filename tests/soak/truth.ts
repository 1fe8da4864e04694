// What the CRMs hold of each submission, looked up in the sandboxes themselves, not asked of the extension.
import { partsOf } from '../../lib/qualification/parts.ts';
import type { Submission } from '../../lib/qualification/submission.ts';
import type { Sandbox } from '../sandbox/server.ts';

/** How often each thing is there; `at`: the place of its evidence among all evidence, by when it was made. */
export type Found = { note: number; deal: number; task: number; at: number };

const MARK = /id=([0-9a-f]{8}-[0-9a-f-]{27})/;

export type Truth = {
  of(id: string): Found;
  /** Whether each part of it is there, as far as parts can be told apart: fields may have been overwritten since. */
  whole(submission: Submission): boolean;
  /** Whether anything of it is there more than once. */
  doubled(submission: Submission): boolean;
};

export function look({ hubspot, salesforce }: Sandbox): Truth {
  const all = new Map<string, Found>();
  let made = 0;
  const count = (kind: 'note' | 'deal' | 'task', text: unknown) => {
    const id = MARK.exec(String(text ?? ''))?.[1];
    if (id === undefined) return;
    const found = all.get(id) ?? { note: 0, deal: 0, task: 0, at: -1 };
    found[kind] += 1;
    made += 1;
    if (kind === 'note') found.at = made;
    all.set(id, found);
  };
  for (const { properties } of hubspot.all('deals')) count('deal', properties.description);
  for (const { properties } of hubspot.all('tasks')) count('task', properties.hs_task_body);
  for (const { properties } of hubspot.all('notes')) count('note', properties.hs_note_body);
  for (const { values } of salesforce.all('Opportunity')) count('deal', values.Description);
  for (const { values } of salesforce.all('Task')) {
    // The evidence has the mark in its subject, the task for the next step in its text.
    if (MARK.test(String(values.Subject))) count('note', values.Subject);
    else count('task', values.Description);
  }
  const of = (id: string) => all.get(id) ?? { note: 0, deal: 0, task: 0, at: -1 };
  return {
    of,
    whole(submission) {
      const found = of(submission.id);
      return submission.steps
        .flatMap(({ write }) => partsOf(write))
        .every(({ kind }) => {
          if (kind === 'note' || kind === 'deal' || kind === 'task') return found[kind] > 0;
          if (kind === 'form') return salesforce.lead(submission.ref.id).values.IsConverted === true;
          return true;
        });
    },
    doubled(submission) {
      const { note, deal, task } = of(submission.id);
      return note > 1 || deal > 1 || task > 1;
    },
  };
}
