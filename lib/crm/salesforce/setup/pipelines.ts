// What the review offers: stage fields, opportunity stages by record type, and how a lead can be converted.

import type { ReviewForm, ReviewOptions } from '@/lib/crm/shared/crm';
import { reported } from '@/lib/diagnostics/report';
import type { RecordRef } from '@/lib/record/record';
import { isProblem, problem } from '../client/problems';
import { conversionOptions } from './conversion-options';
import { CONVERT, conversionForms, pendingForms } from './forms';
import { MASTER, type Org } from './org';
import { stageFields } from './stage-fields';

const NOT_ALLOWED = 'This sign-in may not create opportunities.';
/** Which of them are closed nobody knows then, and none is offered. */
const UNREAD = 'The stages of opportunities could not be read.';

/** One pipeline for each record type of opportunities that this person may use; closed stages are no start. */
async function pipelines(org: Org): Promise<ReviewOptions['pipelines']> {
  const { recordTypeInfos, fields } = await org.describe('Opportunity');
  const own = recordTypeInfos
    .filter((one) => one.available && one.active && !one.master)
    .sort((a, b) => Number(b.defaultRecordTypeMapping) - Number(a.defaultRecordTypeMapping));
  const types = own.length > 0 ? own : [{ recordTypeId: MASTER, name: '' }];
  const closed = await org.closedStages().catch((error: unknown) => {
    if (!isProblem(error, 'forbidden', 'gone', 'invalid')) throw error;
    throw problem('forbidden', `${UNREAD} ${error.problem.message}`, {}, error);
  });
  const all = fields.find((field) => field.name === 'StageName')?.picklistValues ?? [];
  const found = await Promise.all(
    types.map(async ({ recordTypeId, name }) => {
      const offered = await org.picklist('Opportunity', recordTypeId, 'StageName').catch(
        reported(
          'salesforce.pipelines',
          all.filter((one) => one.active),
        ),
      );
      const stages = offered
        .filter(({ value }) => !closed.has(value))
        .map(({ value, label: shown }) => ({ value, label: shown || value }));
      return { id: recordTypeId, label: name, stages };
    }),
  );
  return found.filter((one) => one.stages.length > 0);
}

/** A task's text holds 32,000 characters, and an org may count a line's end as two. */
const NOTE_MOST = 31_000;

/**
 * What the review offers. A lead gets its opportunity by being converted, so no other one is offered for it; nor is one
 * offered on an opportunity. What a lead can become is looked for only where that `form` is asked for: it is the one
 * thing here that costs calls each time.
 */
export async function reviewOptions(org: Org, ref?: RecordRef, form?: string): Promise<ReviewOptions> {
  const lead = ref?.object === 'Lead' ? ref : null;
  const [fields, deals, asked] = await Promise.all([
    stageFields(org, ref),
    lead || ref?.object === 'Opportunity' ? { pipelines: [], dealGap: null } : dealOptions(org),
    lead ? forms(org, lead, form) : [],
  ]);
  return {
    stageFields: fields,
    ...deals,
    currency: '',
    dealWord: 'opportunity',
    noteMost: NOTE_MOST,
    perRecord: true,
    forms: asked,
  };
}

async function forms(org: Org, lead: RecordRef, form: string | undefined): Promise<ReviewForm[]> {
  return form === CONVERT
    ? conversionForms(await conversionOptions(org, lead))
    : pendingForms(await org.convertedStatuses());
}

async function dealOptions(org: Org): Promise<Pick<ReviewOptions, 'pipelines' | 'dealGap'>> {
  try {
    const { createable } = await org.describe('Opportunity');
    if (!createable) return { pipelines: [], dealGap: NOT_ALLOWED };
    const found = await pipelines(org);
    return {
      pipelines: found,
      dealGap: found.length > 0 ? null : 'The org has no open stage for opportunities.',
    };
  } catch (error) {
    if (!isProblem(error, 'forbidden', 'gone', 'invalid')) throw error;
    const { message } = error.problem;
    return { pipelines: [], dealGap: message.startsWith(UNREAD) ? message : NOT_ALLOWED };
  }
}
