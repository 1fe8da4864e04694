// The one composite call that a submission becomes: fields, opportunity with its role, evidence task, and reading back.
import type { DealDraft } from '@/lib/qualification/answers/draft';
import type { FieldChange, Submission } from '@/lib/qualification/plan/submission';
import type { Body, CompositePart, Reference } from '../client/composite';
import { problem } from '../client/problems';
import type { OrgField } from '../client/shapes';
import { queryUrl, recordUrl, text } from '../client/soql';
import { BASE } from '../client/version';
import { dealMark, subjectOf, taskKey } from '../read/marker';
import { MASTER } from '../setup/org';
import { demandedFor } from './demanded';
import { guardCall, HELD, HELD_ACCOUNT } from './guard';
import { onceFor } from './once';
import type { Target } from './target';
import { typed } from './typed';
import { valuesFor, type Wanted } from './wanted';
import { nextCall } from './write-next';

/** The opportunity that is created in the same call. */
const DEAL: Reference = { refersTo: '@{deal.id}' };

const OWNER = ['OwnerId', 'Owner.Name'];

/** A task's text holds so many characters. */
const MOST = 32_000;

/** An HTTP date has no fractions of seconds: up to the next one, so that the change that we saw is not "since". */
export function unmodifiedSince(changedAt: string): Record<string, string> {
  const time = Date.parse(changedAt.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
  return Number.isNaN(time)
    ? {}
    : { 'If-Unmodified-Since': new Date(Math.ceil(time / 1000) * 1000).toUTCString() };
}

function dealBody(deal: DealDraft, target: Target, submission: Submission): Body {
  const { name: Name, stage: StageName, closeDate: CloseDate, amount, pipeline } = deal;
  return {
    Name,
    StageName,
    CloseDate,
    ...(amount === null ? {} : { Amount: amount }),
    ...(pipeline === '' || pipeline === MASTER ? {} : { RecordTypeId: pipeline }),
    ...(target.account === '' ? {} : { AccountId: HELD_ACCOUNT }),
    Description: dealMark(submission),
  };
}

export type Context = {
  target: Target;
  submission: Submission;
  today: string;
  /** Task statuses: one that is closed, one that isn't. */
  status: { done: string; open: string };
  /** The org's tasks have the field that keeps a submission from being written twice. */
  once: boolean;
  /** Of what is read back of a next step, the fields that this sign-in sees: a hidden one would refuse all that is written. */
  shown: readonly string[];
  /** Asks that nothing at all was changed since; left out where another field was. */
  since: boolean;
  /** The record has an owner, and is written: who that is afterwards is read back. */
  owner: boolean;
  /** What the guard compares. */
  compared: readonly FieldChange[];
  /** The fields of what is written, as far as they are known. */
  fields: { record: readonly OrgField[]; deal: readonly OrgField[]; task: readonly OrgField[] };
};

/**
 * Calls in the order in which they happen: the guard first, which every write hangs on, and those that read back last.
 * None where there is nothing to write.
 */
export function writeCalls(
  wanted: Wanted,
  { target, submission, today, status, once, shown, since, owner, compared, fields }: Context,
): CompositePart[] {
  const { ref, converted } = target;
  const { deal, next, body } = wanted;
  const object = ref.object;
  const allow = wanted.allowDuplicates
    ? { headers: { 'Sforce-Duplicate-Rule-Header': 'allowSave=true' } }
    : {};
  const values = valuesFor(object, wanted);
  const calls: CompositePart[] = [];
  const back: CompositePart[] = [];

  if (Object.keys(values).length > 0) {
    const headers = { ...(since ? unmodifiedSince(target.changedAt) : {}), ...(allow.headers ?? {}) };
    calls.push({
      id: 'record',
      method: 'PATCH',
      url: recordUrl(object, HELD.refersTo),
      body: typed(values, fields.record),
      object,
      ...(Object.keys(headers).length > 0 ? { headers } : {}),
    });
    back.push({
      id: 'recordBack',
      method: 'GET',
      url: queryUrl(
        `SELECT ${[...new Set([...Object.keys(values), ...(owner ? OWNER : []), 'LastModifiedDate'])].join(', ')} FROM ${object} WHERE Id = ${text(ref.id)} LIMIT 1`,
      ),
    });
  }

  if (deal) {
    if (object !== 'Contact') throw problem('not-here', 'An opportunity is created from a contact.');
    calls.push({
      id: 'deal',
      method: 'POST',
      url: `${BASE}/sobjects/Opportunity`,
      body: {
        ...dealBody(deal, target, submission),
        ...typed(demandedFor('Opportunity', wanted.extra), fields.deal),
      },
      object: 'Opportunity',
      ...allow,
    });
    calls.push({
      id: 'role',
      method: 'POST',
      url: `${BASE}/sobjects/OpportunityContactRole`,
      body: { OpportunityId: DEAL, ContactId: HELD, IsPrimary: true },
      object: 'OpportunityContactRole',
    });
  }

  const about = deal ? { WhatId: DEAL } : converted?.opportunity ? { WhatId: converted.opportunity } : {};
  const forTasks = {
    ...typed(demandedFor('Task', wanted.extra), fields.task),
    ...about,
    // What is left on an opportunity is of its contact, and shows on the contact's own page too.
    ...(object === 'Opportunity' && submission.about ? { WhoId: submission.about.id } : {}),
  };
  if (next) {
    const more = { ...forTasks, ...onceFor(submission, 'next', once) };
    calls.push({ ...nextCall(next, { object, submission, status: status.open }, more), ...allow });
    if (shown.length > 0)
      back.push({
        id: 'nextBack',
        method: 'GET',
        url: `${recordUrl('Task', '@{next.id}')}?fields=${shown.join(',')}`,
      });
  }

  if (body !== null) {
    if (body.length > MOST)
      throw problem('invalid', 'The note is too long for Salesforce. Shorten it and send again.');
    calls.push({
      id: 'task',
      method: 'POST',
      url: `${BASE}/sobjects/Task`,
      body: {
        Subject: subjectOf(submission),
        Status: status.done,
        ActivityDate: today,
        [taskKey(object)]: HELD,
        Description: body,
        ...forTasks,
        ...onceFor(submission, 'evidence', once),
      },
      object: 'Task',
      ...allow,
    });
  }
  return calls.length === 0 ? [] : [guardCall(target, compared, owner), ...calls, ...back];
}
