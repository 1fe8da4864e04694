// Leaves the next step on the contact as an open task for the rep.
import type { NextStep } from '@/lib/qualification/answers/draft';
import type { Step, Submission } from '@/lib/qualification/plan/submission';
import { textToHtml } from '@/lib/util/html';
import { holdUnmerged } from '../read/merged';
import { noteUrl } from '../read/notes';
import type { Portal } from '../setup/portal';
import { but, changedIn, type Made } from './made';
import { makeOnce, twinsTold } from './make-once';
import { findMarked, taskForm, withMarker } from './marker';

const TASK_TO_CONTACT = 204;

type Result = NonNullable<Step['result']>;

/** What is compared when it is read back. hs_timestamp is when it is due. */
function dueProperties(task: NextStep): Record<string, string> {
  return {
    hs_task_subject: task.subject,
    // HubSpot shows a time in the reader's zone: at ten it is this day from Hawaii to a summer in New Zealand.
    hs_timestamp: `${task.dueOn}T10:00:00.000Z`,
  };
}

/** What came of it; what HubSpot (or a workflow) changed is named, the task is there all the same. */
async function result(
  portal: Portal,
  { ref }: Submission,
  task: NextStep,
  id: string,
  made: Made,
): Promise<Result> {
  const { read, look, contact } = made;
  const page = await portal.pages();
  const urlOf = (one: string) => noteUrl(page({ ...ref, id: contact }), one);
  return {
    text: but(`Task for ${task.dueOn} created`, changedIn(read, dueProperties(task)), look),
    url: urlOf(id),
    id,
    ...twinsTold('The task', made, urlOf),
  };
}

const find = (portal: Portal, submission: Submission, task: NextStep, again: boolean) =>
  findMarked(portal, submission, {
    object: 'tasks',
    property: 'hs_task_body',
    properties: Object.keys(dueProperties(task)),
    form: taskForm(submission, task.body),
    again,
  });

/** The task of this submission if it is there already. */
export async function probeTask(
  portal: Portal,
  submission: Submission,
  task: NextStep,
): Promise<Step['result']> {
  const made = await find(portal, submission, task, true);
  return made.read && result(portal, submission, task, made.read.id, made);
}

/**
 * Looks for itself first: never a second task. `again`: it may have been sent before. Rejects with required, invalid,
 * missing-scope and the rest.
 */
export async function writeTask(
  portal: Portal,
  submission: Submission,
  task: NextStep,
  again: boolean,
): Promise<Result> {
  const before = await find(portal, submission, task, again);
  if (before.read) return result(portal, submission, task, before.read.id, before);
  const { contact } = before;
  holdUnmerged(submission, contact);

  const due = dueProperties(task);
  const properties = {
    ...due,
    hs_task_body: textToHtml(withMarker(task.body, submission)),
    hs_task_status: 'NOT_STARTED',
    hs_task_type: 'TODO',
  };
  const links = [{ id: contact, type: TASK_TO_CONTACT }];
  const { id, made } = await makeOnce(
    portal,
    { object: 'tasks', by: submission.by, contact, properties, links, readBack: Object.keys(due) },
    () => find(portal, submission, task, false),
  );
  return result(portal, submission, task, id, made);
}
