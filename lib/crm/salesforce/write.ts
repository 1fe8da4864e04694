// Writes a submission in one composite call, all or nothing, and compares what was read back with what was wanted.
import * as v from 'valibot';
import type { Step, Submission, Write } from '../../qualification/submission';
import { differences } from './compare';
import type { CompositeAnswer } from './composite';
import { findTask } from './marker';
import type { Org } from './org';
import { isProblem, problem } from './problems';
import { CreatedSchema, QuerySchema } from './shapes';
import { type Target, targetOf } from './target';
import { textOf } from './values';
import { type Context, valuesFor, type Wanted, writeCalls } from './write-calls';

export type Result = NonNullable<Step['result']>;
const NOTHING = { changes: [], extra: {}, deal: null, body: null, allowDuplicates: false };

/** What a step wants written; null for a conversion, which goes its own way. */
export function wantedBy(write: Write): Wanted | null {
  switch (write.kind) {
    case 'whole':
      return write;
    case 'fields':
      return { ...NOTHING, changes: write.changes, extra: write.extra };
    case 'deal':
      return { ...NOTHING, deal: write.deal };
    case 'note':
      return { ...NOTHING, body: write.body };
    case 'convert':
      return null;
  }
}

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

/** What came of it, in words for the receipt. */
export function resultOf(org: Org, target: Target, wanted: Wanted, task: string, deal: string): Result {
  const { ref } = target;
  const parts = [
    ...wanted.changes.map((change) => `${change.label}: ${change.toText || 'empty'}`),
    ...Object.entries(wanted.extra).map(([field, value]) => `${field}: ${value}`),
    ...(wanted.deal ? [`Opportunity "${wanted.deal.name}" created`] : []),
    ...(wanted.body === null ? [] : ['Evidence left as a completed task']),
  ];
  const url =
    deal !== ''
      ? org.page('Opportunity', deal)
      : task !== '' && wanted.changes.length === 0
        ? org.page('Task', task)
        : org.page(ref.object, ref.id);
  return { text: parts.length > 0 ? parts.join('; ') : 'Nothing to change', url, id: deal || task || null };
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
export async function writeAll(org: Org, submission: Submission, wanted: Wanted): Promise<Result> {
  const [target, done] = await Promise.all([
    targetOf(org, submission.ref),
    doneStatus(org),
    guardStatus(org, wanted),
  ]);
  const marked = wanted.body === null ? null : await findTask(org, submission, target.tasks);
  if (marked) return resultOf(org, target, wanted, textOf(marked, 'Id'), '');
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
  if (!answer) return resultOf(org, target, wanted, '', '');
  if (answer.failed) throw answer.failed;
  holdTo(target, wanted, answer);
  const made = (id: string) => {
    const parsed = v.safeParse(CreatedSchema, answer?.bodies.get(id));
    return parsed.success ? parsed.output.id : '';
  };
  return resultOf(org, target, wanted, made('task'), made('deal'));
}
