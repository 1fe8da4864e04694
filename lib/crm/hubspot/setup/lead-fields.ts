// The fields of a contact's lead record that tell a disqualification: its reason, and its stage in each lead pipeline.
import type { StageField } from '@/lib/record/mapping';
import type { RecordRef } from '@/lib/record/record';
import type { StageValue } from '@/lib/record/snapshot';
import { isProblem } from '../client/problems';
import type { HubSpotObject, HubSpotPipeline } from '../client/shapes';
import { mayCreate } from './may-create';
import type { Portal } from './portal';
import { LEAD_REASON, LEAD_STAGE, stageFields, stageOptions } from './stage-fields';

const NO_SCOPE = 'the key lacks crm.objects.leads.write';
const closed = ['QUALIFIED', 'UNQUALIFIED'];

const stageField = (pipeline: string) => `${LEAD_STAGE}.${pipeline}`;

/** HubSpot says of a lead's stage what state it is; where it doesn't, its name or id tells. */
function isOpen({ id, label, metadata }: HubSpotPipeline['stages'][number]): boolean {
  const { leadState } = metadata ?? {};
  if (typeof leadState === 'string') return !closed.includes(leadState);
  return !/qualified/i.test(`${id} ${label}`);
}

/** A portal without leads, or a key that may not see them, has none of these fields. */
const orNone = <T>(load: Promise<T[]>): Promise<T[]> =>
  load.catch((error: unknown) => {
    if (isProblem(error, 'missing-scope', 'forbidden', 'gone', 'invalid', 'unexpected')) return [];
    throw error;
  });

async function reasonField(portal: Portal): Promise<StageField[]> {
  const { label, options } = await portal.property('leads', 'hs_lead_disqualification_reason');
  return [
    {
      ...{ field: LEAD_REASON, label, object: 'leads', carries: 'reason' as const, ordered: false },
      options: stageOptions(options),
    },
  ];
}

async function pipelineFields(portal: Portal): Promise<StageField[]> {
  const pipelines = (await portal.pipelines('leads')).filter((one) => one.archived !== true);
  return pipelines.map(({ id, label, stages }) => ({
    field: stageField(id),
    label: pipelines.length > 1 ? `Lead stage, ${label}` : 'Lead stage',
    ...{ object: 'leads', carries: 'outcome' as const, ordered: false },
    options: stageOptions(
      stages
        .filter((one) => one.archived !== true)
        .map(({ id: value, label: text, displayOrder }) => ({ value, label: text, displayOrder })),
    ),
  }));
}

/** `gap` says so where the key may read leads and not write them. */
export async function leadFields(portal: Portal): Promise<StageField[]> {
  const [reason, stages] = await Promise.all([orNone(reasonField(portal)), orNone(pipelineFields(portal))]);
  const all = [...stages, ...reason];
  if (all.length === 0 || (await mayCreate(portal, 'leads'))) return all;
  return all.map((field) => ({ ...field, gap: NO_SCOPE }));
}

/** Every field of a person that can carry a stage, an outcome or its reason: the contact's, then its lead record's. */
export async function allStageFields(portal: Portal): Promise<StageField[]> {
  return (await Promise.all([stageFields(portal), leadFields(portal)])).flat();
}

/** The lead pipelines, and the field for the reason; asked for beside the leads, not after them. */
export const leadSetUp = (portal: Portal) =>
  Promise.all([orNone(portal.pipelines('leads')), orNone(reasonField(portal))]);

/** Where the newest open one of a contact's leads stands (`leads`: newest first); empty where none is open. */
export function leadValues(
  [pipelines, [reason]]: Awaited<ReturnType<typeof leadSetUp>>,
  leads: readonly HubSpotObject[],
  ref: (id: string) => RecordRef,
): StageValue[] {
  for (const { id, properties } of leads) {
    const pipeline = pipelines.find((one) => one.id === properties.hs_pipeline);
    const stage = pipeline?.stages.find((one) => one.id === properties.hs_pipeline_stage);
    if (!pipeline || !stage || !isOpen(stage)) continue;
    const value = properties.hs_lead_disqualification_reason ?? '';
    const text = reason?.options.find((one) => one.value === value)?.label ?? value;
    const record = ref(id);
    return [
      {
        ...{ field: stageField(pipeline.id), label: 'Lead stage', value: stage.id, text: stage.label },
        ...{ since: null, carries: 'outcome' as const, record },
      },
      ...(reason
        ? [
            {
              ...{ field: LEAD_REASON, label: reason.label, value, text, since: null },
              ...{ carries: 'reason' as const, record },
            },
          ]
        : []),
    ];
  }
  return [];
}
