// Writes a submission in one composite call, all or nothing, and compares what was read back with what was wanted.

import * as v from 'valibot';
import { reported } from '@/lib/diagnostics/report';
import type { Problem } from '@/lib/problem/problem';
import { CHANGED, ownerAsSeen, ownerMeanwhile } from '@/lib/qualification/plan/ownership';
import { partsOf, unseen } from '@/lib/qualification/plan/parts';
import type { FieldChange, Submission } from '@/lib/qualification/plan/submission';
import { nameInWords } from '@/lib/qualification/record-line/claimed';
import type { CompositeAnswer } from '../client/composite';
import { codeOf, problem, withStanding } from '../client/problems';
import { CreatedSchema, type Describe, QuerySchema } from '../client/shapes';
import { isoTime, textOf } from '../client/values';
import { unlessMerged } from '../read/merged';
import { sealed } from '../read/sealed';
import { optionsOf } from '../setup/definitions';
import type { Org } from '../setup/org';
import { owners } from '../setup/owners';
import { sameValue } from './compare';
import { convertedMeanwhile, orConverted } from './converted';
import { demandedFor } from './demanded';
import { foundBefore, restOf, targetAgain } from './found';
import { comparable, nameOf, notHeld, notSince, ofObject } from './guard';
import { givenTo, notKept, notMoved, STANDING } from './kept';
import { hasOnce, madeBefore } from './once';
import { type Made, NOTHING_MADE } from './result';
import { type Target, targetOf, targetSeen } from './target';
import { joined, withTwins } from './twins';
import { valuesFor, type Wanted } from './wanted';
import { type Context, writeCalls } from './write-calls';
import { NEXT_BACK, nextChanged, statusesOf } from './write-next';

/**
 * Gives the present values, by the fields' own names. Rejects with changed, and with them, where a field is neither what
 * the rep saw nor what it shall be.
 */
export async function holdToSeen(
  org: Org,
  target: Target,
  changes: readonly FieldChange[],
): Promise<Record<string, string>> {
  if (changes.length === 0) return {};
  const { object, id } = target.ref;
  const now = await org.fieldsOf(
    object,
    id,
    changes.map(({ field }) => nameOf(field)),
  );
  const known = await describedOr(org, object);
  const fieldOf = (field: string) =>
    known?.fields.find(({ name }) => name.toLowerCase() === nameOf(field).toLowerCase());
  const changed = changes.filter(({ field, from, to, demanded }) => {
    const value = now[nameOf(field)] ?? '';
    // A box is never empty: one that nobody had seen, and that is not ticked, is as it was taken to be.
    if (from === '' && value === 'false' && fieldOf(field)?.type === 'boolean') return false;
    // What the rep typed may be stored in another form.
    return ![from, to].some((one) => one === value || (demanded === true && sameValue(one, value)));
  });
  const handedOver = changed.some(({ field }) => nameOf(field) === OWNER);
  const people = handedOver ? await owners(org).catch(reported('salesforce.write', [])) : [];
  const theirs = changed.map((change) => {
    const { field, label, from, fromText, to } = change;
    const value = now[nameOf(field)] ?? '';
    if (nameOf(field) === OWNER) return ownerMeanwhile(change, value, people);
    const described = fieldOf(field);
    const options = described ? optionsOf(described) : [];
    // What is only held to, and not written, brings along what it was.
    const shown = from === to ? { label, was: fromText } : {};
    return { field, value, text: options.find((one) => one.value === value)?.label || value, ...shown };
  });
  if (theirs.length > 0) throw problem('changed', CHANGED, { theirs, ...(await lastChange(org, target)) });
  return now;
}

const OWNER = 'OwnerId';

/** Who changed the record last, whichever of its fields: the org tells no more without field history. */
async function lastChange(org: Org, { ref }: Target): Promise<Pick<Problem, 'lastChange'>> {
  const [name, date] = ['LastModifiedBy.Name', 'LastModifiedDate'] as const;
  const told = await org.fieldsOf(ref.object, ref.id, [name, date]).catch(reported('salesforce.write', null));
  return told?.[name] ? { lastChange: { by: nameInWords(told[name]), at: isoTime(told[date] ?? '') } } : {};
}

/** null where the org doesn't say. */
const describedOr = (org: Org, object: string): Promise<Describe | null> =>
  org.describe(object).catch(reported('salesforce.write', null));

/** Rejects with not-moved, naming each field that is not as it was written (by a flow, or a trigger). */
async function holdTo(org: Org, target: Target, wanted: Wanted, answer: CompositeAnswer): Promise<void> {
  if (Object.keys(valuesFor(target.ref.object, wanted)).length === 0) return;
  const back = v.safeParse(QuerySchema, answer.bodies.get('recordBack'));
  const record = back.success ? back.output.records[0] : undefined;
  if (!record) throw problem('odd-answer', 'Salesforce saved the change but did not show it.');
  await org.seen.written(target.ref.id, textOf(record, 'LastModifiedDate'));
  const fields = notKept(target.ref.object, wanted, record);
  if (fields.length > 0)
    throw notMoved('Salesforce said that it saved the change, but it did not keep it', fields, wanted);
}

async function guardStatus(org: Org, wanted: Wanted): Promise<void> {
  const status = wanted.changes.find((one) => one.field === 'Lead.Status');
  if (!status) return;
  const converted = await org.convertedStatuses();
  if (converted.some((one) => one.value === status.to))
    throw problem(
      'invalid',
      `"${status.toText}" is reached by converting the lead, not by setting its status.`,
      {
        fields: [
          { field: status.field, label: status.label, message: 'Choose another value, or convert the lead.' },
        ],
      },
    );
}

/**
 * What the record is now, where it isn't as the rep saw it: rejects with converted, merged or gone. Only of a lead that
 * the submission itself converts its contact is written: what a colleague has made of a lead nobody has reviewed.
 */
async function targetNow(org: Org, submission: Submission, wanted: Wanted): Promise<Target> {
  const target = await targetOf(org, submission.ref);
  const own = ofObject(submission.ref.object, wanted.changes);
  if (!target.converted) return target;
  const converts = submission.steps.some(({ write }) => partsOf(write).some(({ kind }) => kind === 'form'));
  if (own.length > 0 || wanted.deal || !converts)
    throw await convertedMeanwhile(org, target.converted.contact);
  // Not known: whether a lead goes on naming a contact that was merged away since.
  await unlessMerged(org, target.ref, () => org.fieldsOf('Contact', target.ref.id, ['Id']));
  return target;
}

/** How often a write is begun anew because someone else wrote just then; it never overwrites them. */
const TRIES = 3;

/** One call, where nobody wrote meanwhile; what it is compared with is in it. */
async function sendAll(
  org: Org,
  submission: Submission,
  wanted: Wanted,
  first: Target,
): Promise<{ target: Target; answer: CompositeAnswer | null; made?: Made }> {
  const plain = org.client.plain();
  const makes = wanted.body !== null || wanted.next !== null;
  const [tasks, statuses] = makes
    ? await Promise.all([org.describe('Task').then(({ fields }) => fields), org.taskStatuses()])
    : [[], []];
  const status = statusesOf(tasks, statuses);
  const once = hasOnce(tasks);
  const shown = NEXT_BACK.filter((name) => tasks.some((field) => field.name === name));
  const today = await org.today();
  const body = wanted.body === null ? null : await sealed(org, wanted.body);
  const headers = wanted.allowDuplicates ? { 'Sforce-Duplicate-Rule-Header': 'allowSave=true' } : {};
  const written = [...wanted.changes, ...unseen(wanted.extra)];
  const touches = ofObject(first.ref.object, written).length > 0;
  const described = touches ? await describedOr(org, first.ref.object) : null;
  const more = Object.keys(demandedFor('Opportunity', wanted.extra)).length > 0;
  const ofDeal = more ? await describedOr(org, 'Opportunity') : null;
  const fields = { record: described?.fields ?? [], deal: ofDeal?.fields ?? [], task: tasks };
  // Nothing is written unseen to a record that has been given to a colleague.
  const watched = touches ? [...written, ...ownerAsSeen(submission)] : [];
  const looks: string[] = [];
  let now: Record<string, string> = {};
  let target = first;
  let since = true;
  for (let left = TRIES; left > 0; left -= 1) {
    const { inQuery, apart } = comparable(target.ref.object, watched, described);
    await holdToSeen(org, target, apart);
    const context: Context = {
      target,
      submission,
      today,
      status,
      once,
      shown,
      since,
      owner: described?.fields.some(({ name }) => name === OWNER) === true,
      compared: asFound(inQuery, now),
      fields,
    };
    const calls = writeCalls({ ...wanted, body }, context);
    if (calls.length === 0) return { target, answer: null };
    const answer = await org.client.composite(calls, true, headers);
    // Refused, it may be because the browser has sent it twice: what the first one made is looked for before it goes again.
    if (org.client.plain() !== plain && (answer.failed || notHeld(answer, calls))) {
      const made = await foundBefore(org, submission, target, wanted);
      if (made) return { target, answer, made };
    }
    if (since && answer.failed && notSince(answer.failed)) {
      // Something on the record changed since it was read. If it was none of ours, it is no reason to stop.
      since = false;
    } else if (notHeld(answer, calls)) {
      target = await targetNow(org, submission, wanted);
      looks.push(target.changedAt);
      now = await holdToSeen(org, target, inQuery);
    } else return { target, answer };
  }
  // No race: whatever else keeps it from being written does not pass while we wait.
  if (looks.length > 1 && looks[0] !== '' && new Set(looks).size === 1)
    throw problem(
      'unexpected',
      'Salesforce does not find the record as it was shown, though nobody changed it. Nothing was written.',
    );
  throw problem('busy', 'Others are changing this record right now. Nothing was written. Try again.');
}

/** The changes with what a look has found in the place of what the rep saw, where there was one. */
const asFound = (changes: readonly FieldChange[], now: Record<string, string>): FieldChange[] =>
  changes.map((change) => ({ ...change, from: now[nameOf(change.field)] ?? change.from }));

type Written = { target: Target; made: Made };

/**
 * Writes once. `again`: it may have been sent before, so its own task is looked for first; where it is there, only what
 * does not stand is written, if it is as the rep saw it. Rejects with ProblemError.
 * Where one part is refused nothing is kept of the others; after a lost answer (timeout, offline, crm-down, odd-answer)
 * probe tells.
 */
export async function writeAll(
  org: Org,
  submission: Submission,
  wanted: Wanted,
  again: boolean,
): Promise<Written> {
  await guardStatus(org, wanted);
  const seen = again ? null : await targetSeen(org, submission.ref, wanted.deal !== null);
  const first = seen ?? (await targetAgain(org, submission, wanted));
  const before = again ? await foundBefore(org, submission, first, wanted) : null;
  if (before) return writeRest(org, submission, wanted, { target: first, made: before });
  if (first.converted) await targetNow(org, submission, wanted);
  return send(org, submission, wanted, first);
}

/** What was made before stays as it is; only what is not there is written. */
async function writeRest(
  org: Org,
  submission: Submission,
  wanted: Wanted,
  before: Written,
): Promise<Written> {
  const { target, made } = before;
  const rest = await restOf(org, submission, target, wanted, made).catch((error: unknown) => {
    throw withStanding(error, STANDING);
  });
  if (!rest) return before;
  const written = await send(org, submission, rest, target).catch((error: unknown) => {
    throw withStanding(error, STANDING);
  });
  const { deal, next, nextChanged = '' } = written.made;
  return {
    target: written.target,
    made: {
      ...made,
      ...{ deal: made.deal || deal, next: made.next || next, nextChanged },
      twins: joined(made.twins, written.made.twins),
    },
  };
}

async function send(org: Org, submission: Submission, wanted: Wanted, first: Target): Promise<Written> {
  const plain = org.client.plain();
  const { target, answer, made: before } = await sendAll(org, submission, wanted, first);
  if (before) return writeRest(org, submission, wanted, { target, made: before });
  if (!answer) return { target, made: NOTHING_MADE };
  if (submission.about && linkRefused(answer)) {
    // The contact was: the evidence is then the opportunity's alone.
    const { about: _, ...nameless } = submission;
    return send(org, nameless, wanted, target);
  }
  // The opportunity that the lead became was deleted since, or is not this sign-in's: the evidence is not lost with it.
  if (target.converted?.opportunity && linkRefused(answer)) {
    const alone = { ...target, converted: { ...target.converted, opportunity: '' } };
    return send(org, submission, wanted, alone);
  }
  if (madeBefore(answer)) {
    const made = await foundBefore(org, submission, target, wanted);
    if (made) return writeRest(org, submission, wanted, { target, made });
  }
  if (answer.failed) throw await orConverted(org, submission.ref, answer.failed);
  await holdTo(org, target, wanted, answer);
  const made = (id: string) => {
    const parsed = v.safeParse(CreatedSchema, answer.bodies.get(id));
    return parsed.success ? parsed.output.id : '';
  };
  const ids = { task: made('task'), deal: made('deal'), next: made('next') };
  const changed = wanted.next ? nextChanged(wanted.next, answer) : '';
  const all = { ...ids, nextChanged: changed, givenTo: givenTo(wanted, answer) };
  if (org.client.plain() === plain) return { target, made: all };
  return { target, made: await withTwins(org, submission, target, wanted, all) };
}

/** What the evidence is hung on beside its record was deleted, or this sign-in may not link to it. */
function linkRefused({ problems }: CompositeAnswer): boolean {
  const codes = [
    'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
    'INVALID_CROSS_REFERENCE_KEY',
    'ENTITY_IS_DELETED',
  ];
  return ['task', 'next'].some((id) => codes.includes(codeOf(problems.get(id))));
}
