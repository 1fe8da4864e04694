// Writes a submission in one composite call, all or nothing, and compares what was read back with what was wanted.
import * as v from 'valibot';
import type { Submission } from '../../qualification/submission';
import { differences } from './compare';
import type { CompositeAnswer } from './composite';
import { objectOf } from './locate';
import { findTask } from './marker';
import type { Org } from './org';
import { isProblem, problem } from './problems';
import { type Made, NOTHING_MADE } from './result';
import { CreatedSchema, type OrgRecord, QuerySchema } from './shapes';
import { type Target, targetOf } from './target';
import { textOf } from './values';
import { valuesFor, type Wanted } from './wanted';
import { type Context, writeCalls } from './write-calls';

/** The org's word for a task that is done; orgs rename it. */
async function doneStatus(org: Org): Promise<string> {
  const { fields } = await org.describe('Task');
  const values = (fields.find((one) => one.name === 'Status')?.picklistValues ?? []).filter(
    (one) => one.active,
  );
  const exact = values.find((one) => one.value === 'Completed');
  return (
    (exact ?? values.find((one) => /complet|closed|done/i.test(`${one.value} ${one.label}`)))?.value ??
    'Completed'
  );
}

/** Rejects with changed, and the present values, where a field is neither what the rep saw nor what it shall be. */
async function holdToSeen(org: Org, target: Target, wanted: Wanted): Promise<void> {
  const { object, id } = target.ref;
  const names = Object.keys(valuesFor(object, { changes: wanted.changes, extra: {} }));
  const now = await org.fieldsOf(object, id, names);
  const theirs = wanted.changes.flatMap(({ field, from, to }) => {
    const value = now[field.split('.').at(-1) ?? ''] ?? '';
    return value === from || value === to ? [] : [{ field, value, text: value }];
  });
  if (theirs.length > 0)
    throw problem(
      'changed',
      'Someone changed this record after it was shown to you. Nothing was overwritten.',
      {
        theirs,
      },
    );
}

/** Rejects with not-moved, naming each field that is not as it was written (by a flow, or a trigger). */
function holdTo(target: Target, wanted: Wanted, answer: CompositeAnswer): void {
  const values = valuesFor(target.ref.object, wanted);
  if (Object.keys(values).length === 0) return;
  const back = v.safeParse(QuerySchema, answer.bodies.get('recordBack'));
  const record = back.success ? back.output.records[0] : undefined;
  if (!record) throw problem('odd-answer', 'Salesforce saved the change but did not show it.');
  const fields = differences(record, values).map(({ field, wanted: to, found }) => {
    const change = wanted.changes.find((one) => one.field.endsWith(`.${field}`));
    const shown = found === '' ? 'empty' : found === change?.from ? change.fromText || found : found;
    const label = change?.label ?? field;
    const id = `${target.ref.object}.${field}`;
    return { field: id, label, message: `wanted "${change?.toText || to || 'empty'}", found "${shown}"` };
  });
  if (fields.length === 0) return;
  const said = fields.map((one) => `${one.label} ${one.message}`).join('; ');
  throw problem('not-moved', `Salesforce said that it saved the change, but it did not keep it: ${said}.`, {
    fields,
  });
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
 * Writes once: looks for its own task first. Rejects with ProblemError. Where one part is refused nothing is kept of the
 * others; after a lost answer (timeout, offline, crm-down, odd-answer) probe tells.
 */
export async function writeAll(
  org: Org,
  submission: Submission,
  wanted: Wanted,
): Promise<{ target: Target; made: Made }> {
  const [target, done] = await Promise.all([
    targetOf(org, submission.ref),
    doneStatus(org),
    guardStatus(org, wanted),
  ]);
  const marked = wanted.body === null ? null : await findTask(org, submission, target.tasks);
  if (marked) return { target, made: madeBy(marked) };
  if (target.converted && (wanted.changes.length > 0 || wanted.deal))
    throw problem('merged', 'This lead was converted meanwhile.', { mergedInto: target.converted.contact });

  const context: Context = {
    target,
    submission,
    today: org.now().toISOString().slice(0, 10),
    doneStatus: done,
    guarded: true,
  };
  const headers = wanted.allowDuplicates ? { 'Sforce-Duplicate-Rule-Header': 'allowSave=true' } : {};
  const send = async (guarded: boolean) => {
    const calls = writeCalls(wanted, { ...context, guarded });
    return calls.length === 0 ? null : org.client.composite(calls, true, headers);
  };
  let answer = await send(true);
  if (answer?.failed && isProblem(answer.failed, 'changed')) {
    // Something on the record changed within this second; if it was none of ours, it is no reason to stop.
    await holdToSeen(org, target, wanted);
    answer = await send(false);
  }
  if (!answer) return { target, made: NOTHING_MADE };
  if (answer.failed) throw answer.failed;
  holdTo(target, wanted, answer);
  const made = (id: string) => {
    const parsed = v.safeParse(CreatedSchema, answer?.bodies.get(id));
    return parsed.success ? parsed.output.id : '';
  };
  return { target, made: { task: made('task'), deal: made('deal') } };
}

/** What a submission made, told by its evidence task: the opportunity is what the task is about. */
export function madeBy(task: OrgRecord): Made {
  const about = textOf(task, 'WhatId');
  return { task: textOf(task, 'Id'), deal: objectOf(about) === 'Opportunity' ? about : '' };
}
