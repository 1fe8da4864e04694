// What Salesforce itself says of who made a task that is called as ours are: a user of the org, or something else.

import { parseNote } from '@/lib/qualification/note/note';
import { nameInWords } from '@/lib/qualification/record-line/claimed';
import type { Origin } from '@/lib/qualification/record-line/vouched';
import type { OrgRecord } from '../client/shapes';
import { isoTime, textOf } from '../client/values';
import { longId } from '../page/ids';
import { objectOf } from '../page/locate';
import { isLogged } from './logged';

/**
 * Audit fields and the subtype, which whoever makes a task can't fill in (audit fields only where an admin has allowed it
 * for a migration). User.UserType by the Object Reference: Standard, Guest, AutomatedProcess, CsnOnly, and those of
 * portals and communities; Task.TaskSubtype: Task, Email, ListEmail, Cadence, Call, LinkedIn.
 */
export const ORIGIN_FIELDS: readonly string[] = [
  ...['Subject', 'TaskSubtype', 'CreatedDate', 'CreatedById', 'CreatedBy.Name', 'CreatedBy.UserType'],
  ...['CreatedBy.CreatedDate', 'LastModifiedById', 'LastModifiedDate', 'LastModifiedBy.Name'],
  // The type may say that it logs a mail or a call.
  'Type',
];

/** Without these nobody can say whether a task is one of ours. */
export const ORIGIN_NEEDS: readonly string[] = ['Subject', 'CreatedDate', 'CreatedById'];

/** The whole of a subject that write-calls.ts makes: what was decided, and the submission's id. */
const SUBJECT = /^Stagecheck: .{1,80} \(id=([0-9A-Za-z-]{1,60})\)$/;

/** Why a task can't have been made by Stagecheck for a user of the org; null where it can. */
function madeBy(task: OrgRecord): string | null {
  const type = textOf(task, 'CreatedBy.UserType');
  const subtype = textOf(task, 'TaskSubtype');
  if (/email/i.test(subtype)) return 'it came from an email, not from Stagecheck';
  if (subtype !== '' && subtype !== 'Task') return 'it logs something else, and Stagecheck did not make it';
  if (isLogged(textOf(task, 'Type'))) return 'it logs an email or a call, and Stagecheck writes neither';
  if (type === 'Guest') return 'a visitor of a website made it, not a colleague';
  if (type === 'AutomatedProcess') return 'an automatic process made it, not a colleague';
  if (type === '') return 'you may not see who made it';
  return type === 'Standard' ? null : 'no user of your own org made it';
}

/**
 * Its subject must be ours to the letter and name the very submission that the text is of, and the text has to carry the
 * id of the user who made the task. Stagecheck writes as whoever is signed in, so that is always so. Whoever writes us a
 * mail, which something logs in a rep's name, may know the ids: the line's seal is for that (sealed.ts).
 */
function misfit(task: OrgRecord): string | null {
  const named = SUBJECT.exec(textOf(task, 'Subject'));
  const note = parseNote(textOf(task, 'Description'));
  if (note === null) return null;
  if (named === null || note.id !== named[1])
    return 'it is not named as Stagecheck names the tasks that it writes';
  const maker = longId(textOf(task, 'CreatedById'));
  return maker !== '' && longId(note.owner) === maker
    ? null
    : 'another user made it than its text names by their id';
}

/**
 * What triggers and flows do in the very call that makes a task may end seconds after its making. No document that we
 * have says how many, so ten is a judgment; a flow that runs later by itself is a change like any other. Stagecheck never
 * changes a task that is there: a decision that is edited once its task is made leaves that as it is. So no time in the
 * text matters.
 */
const MAKING_MS = 10_000;

/**
 * Who changed it after it was made; '' where nobody did. A conversion moves the tasks of its lead, which Salesforce tells
 * as a change of theirs by whoever converted it (Salesforce Help, "Activity history on a Lead when it is converted").
 */
export function changedSince(task: OrgRecord): string {
  const [made, changed] = ['CreatedDate', 'LastModifiedDate'].map((field) => isoTime(textOf(task, field)));
  const maker = longId(textOf(task, 'CreatedById'));
  const changer = longId(textOf(task, 'LastModifiedById'));
  const another = changer !== '' && changer !== maker;
  const late = made && changed ? Date.parse(changed) - Date.parse(made) > MAKING_MS : false;
  if (!another && !late) return '';
  const ofLead = parseNote(textOf(task, 'Description'))?.of?.some(({ object }) => object === 'Lead') ?? false;
  const moved = ofLead && objectOf(textOf(task, 'WhoId')) !== 'Lead' ? ', or moved with its lead,' : '';
  const by = nameInWords(textOf(task, 'LastModifiedBy.Name'));
  return `changed since${moved} by ${by} in Salesforce`;
}

/**
 * A task counts as ours where a user of the org made it in our exact form, with the seal. Where this sign-in can't tell a
 * right seal from a wrong one, that is said beside each answer. The rest of it is `heard`'s to judge.
 */
export function originOf(task: OrgRecord, seal: NonNullable<Origin['seal']>): Origin {
  const author = textOf(task, 'CreatedBy.Name');
  const wrote = `written by ${nameInWords(author, 'someone else')} in Salesforce`;
  const id = longId(textOf(task, 'CreatedById'));
  const since = changedSince(task);
  const unsure = seal === 'unknown' ? 'may have been made by someone else' : '';
  return {
    notOurs: madeBy(task) ?? misfit(task),
    seal,
    at: isoTime(textOf(task, 'CreatedDate')),
    via: ({ by: name, owner }) => {
      const same = id !== '' && longId(owner) === id && name === author;
      return [same ? '' : wrote, since, unsure].filter((part) => part !== '').join(', ');
    },
  };
}
