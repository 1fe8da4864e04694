// What the review offers: stage fields, opportunity stages by record type, and how a lead can be converted.
import type { RecordRef } from '../../qualification/record';
import type { ReviewOptions } from '../crm';
import { conversionOptions } from './conversion-options';
import { conversionForms } from './forms';
import { MASTER, type Org } from './org';
import { isProblem } from './problems';
import { stageFields } from './stage-fields';

const NOT_ALLOWED = 'This sign-in may not create opportunities.';

/** One pipeline for each record type of opportunities that this person may use; closed stages are no start. */
async function pipelines(org: Org): Promise<ReviewOptions['pipelines']> {
  const { recordTypeInfos, fields } = await org.describe('Opportunity');
  const own = recordTypeInfos
    .filter((one) => one.available && one.active && !one.master)
    .sort((a, b) => Number(b.defaultRecordTypeMapping) - Number(a.defaultRecordTypeMapping));
  const types = own.length > 0 ? own : [{ recordTypeId: MASTER, name: '' }];
  const closed = await org.closedStages();
  const all = fields.find((field) => field.name === 'StageName')?.picklistValues ?? [];
  const found = await Promise.all(
    types.map(async ({ recordTypeId, name }) => {
      const offered = await org
        .picklist('Opportunity', recordTypeId, 'StageName')
        .catch(() => all.filter((one) => one.active));
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

/** What the review offers. A lead gets its opportunity by being converted, so no other one is offered for it. */
export async function reviewOptions(org: Org, ref?: RecordRef): Promise<ReviewOptions> {
  const lead = ref?.object === 'Lead' ? ref : null;
  const [fields, deals, conversion] = await Promise.all([
    stageFields(org, ref),
    lead ? { pipelines: [], dealGap: null } : dealOptions(org),
    lead ? conversionOptions(org, lead) : null,
  ]);
  return {
    stageFields: fields,
    ...deals,
    currency: '',
    dealWord: 'opportunity',
    noteMost: NOTE_MOST,
    perRecord: true,
    forms: conversion ? conversionForms(conversion) : [],
  };
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
    if (isProblem(error, 'forbidden', 'gone', 'invalid')) return { pipelines: [], dealGap: NOT_ALLOWED };
    throw error;
  }
}
