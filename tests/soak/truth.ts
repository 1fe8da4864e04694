// What the CRMs hold of each submission, looked up in the sandboxes themselves, not asked of the extension.
import { partsOf } from '../../lib/qualification/plan/parts.ts';
import type { Submission } from '../../lib/qualification/plan/submission.ts';
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

/** Everything that bears a submission's mark, in the order in which each kind was made. */
function marked({ hubspot, salesforce }: Sandbox): { id: string; kind: 'note' | 'deal' | 'task' }[] {
  const of = (kind: 'note' | 'deal' | 'task', text: unknown) => {
    const id = MARK.exec(String(text ?? ''))?.[1];
    return id === undefined ? [] : [{ id, kind }];
  };
  return [
    ...hubspot.all('deals').flatMap(({ properties }) => of('deal', properties.description)),
    ...hubspot.all('tasks').flatMap(({ properties }) => of('task', properties.hs_task_body)),
    ...hubspot.all('notes').flatMap(({ properties }) => of('note', properties.hs_note_body)),
    ...salesforce.all('Opportunity').flatMap(({ values }) => of('deal', values.Description)),
    // The evidence has the mark in its subject, the task for the next step in its text.
    ...salesforce
      .all('Task')
      .flatMap(({ values }) =>
        MARK.test(String(values.Subject)) ? of('note', values.Subject) : of('task', values.Description),
      ),
  ];
}

/** The ids of all submissions of which anything is there. */
export const marksIn = (sandbox: Sandbox): Set<string> => new Set(marked(sandbox).map(({ id }) => id));

export function look(sandbox: Sandbox): Truth {
  const { salesforce } = sandbox;
  const all = new Map<string, Found>();
  for (const [made, { id, kind }] of marked(sandbox).entries()) {
    const found = all.get(id) ?? { note: 0, deal: 0, task: 0, at: -1 };
    found[kind] += 1;
    if (kind === 'note') found.at = made + 1;
    all.set(id, found);
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
