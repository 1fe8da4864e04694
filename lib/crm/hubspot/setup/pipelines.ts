// Deal pipelines for the review, and what their stages are called.
import type { ReviewOptions } from '@/lib/crm/shared/crm';
import { isProblem } from '../client/problems';
import type { HubSpotPipeline } from '../client/shapes';
import { allStageFields } from './lead-fields';
import { mayCreate } from './may-create';
import type { Portal } from './portal';

const byOrder = (a: { displayOrder?: number | null | undefined }, b: typeof a) =>
  (a.displayOrder ?? 0) - (b.displayOrder ?? 0);

export const isClosed = (stage: HubSpotPipeline['stages'][number]): boolean =>
  String(stage.metadata?.isClosed) === 'true';

/** Pipelines and stages that are in use, in the portal's order; closed stages are no place for a new deal. */
function offered(pipelines: HubSpotPipeline[]): ReviewOptions['pipelines'] {
  return pipelines
    .filter((one) => one.archived !== true)
    .sort(byOrder)
    .map(({ id, label, stages }) => ({
      id,
      label,
      stages: stages
        .filter((stage) => stage.archived !== true && !isClosed(stage))
        .sort(byOrder)
        .map((stage) => ({ value: stage.id, label: stage.label })),
    }))
    .filter((one) => one.stages.length > 0);
}

/** The label of a deal's stage; its id where the pipeline is not known. */
export function dealStageText(pipelines: HubSpotPipeline[], pipeline: string, stage: string): string {
  const own = pipelines.filter((one) => one.id === pipeline);
  const found = [...own, ...pipelines].flatMap((one) => one.stages).find((one) => one.id === stage);
  return found?.label ?? stage;
}

const NO_SCOPE = 'The key may not create deals (crm.objects.deals.write).';

/** What the review offers; where deals can't be created, `dealGap` says why. */
export async function reviewOptions(portal: Portal): Promise<ReviewOptions> {
  const gap = (error: unknown, words: string) => {
    if (isProblem(error, 'missing-scope', 'forbidden')) return words;
    throw error;
  };
  const [fields, details, deals] = await Promise.all([
    allStageFields(portal),
    portal.details(),
    Promise.all([portal.pipelines('deals'), mayCreate(portal, 'deals')]).then(
      ([pipelines, may]) => ({ pipelines: may ? offered(pipelines) : [], gap: may ? null : NO_SCOPE }),
      (error: unknown) => ({
        pipelines: [],
        gap: gap(error, 'The key may not read the deal pipelines (crm.objects.deals.read).'),
      }),
    ),
  ]);
  const none = deals.gap === null && deals.pipelines.length === 0;
  return {
    stageFields: fields,
    pipelines: deals.pipelines,
    dealGap: none ? 'The portal has no deal pipeline with an open stage.' : deals.gap,
    currency: details.companyCurrency ?? '',
  };
}
