// The picklists of real Salesforce orgs, where they are found, as the product would read them from those orgs.
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as v from 'valibot';
import { saysEnded } from '@/lib/crm/shared/ended';
import type { StageField } from '@/lib/record/mapping';

const Value = v.object({
  value: v.string(),
  label: v.optional(v.string()),
  isDefault: v.optional(v.boolean()),
  closed: v.optional(v.boolean()),
  converted: v.optional(v.boolean()),
  active: v.optional(v.boolean()),
});
const Orgs = v.record(v.string(), v.record(v.string(), v.array(Value)));
export type RealOrg = Record<string, v.InferOutput<typeof Value>[]>;

/** By org; null where the data is not there. It may not be copied into the project. */
export function realOrgs(): Record<string, RealOrg> | null {
  const named = process.env.STAGECHECK_DATA;
  const folder = named ?? resolve(import.meta.dirname, '../../../../shared/data');
  const file = resolve(folder, 'salesforce-picklists.json');
  return existsSync(file) ? v.parse(Orgs, JSON.parse(readFileSync(file, 'utf8'))) : null;
}

/** Lead.Status and Opportunity.StageName as lib/crm/salesforce/setup/stage-fields.ts makes them. */
export function stageFieldsOf(org: RealOrg): StageField[] {
  const active = (set: string) => (org[set] ?? []).filter((one) => one.active !== false);
  const option = ({ value, label, isDefault }: RealOrg[string][number], order: number) => ({
    ...{ value, label: label ?? value, order, hidden: false },
    ...(isDefault ? { usual: true } : {}),
    ...(saysEnded(label ?? value) ? { aside: true } : {}),
  });
  return [
    {
      ...{ field: 'Lead.Status', label: 'Lead Status', object: 'Lead', ordered: false, spans: true },
      options: active('LeadStatus').map((one, order) => ({
        ...option(one, order),
        ...(one.converted ? { hidden: true, by: 'by converting the lead' } : {}),
      })),
    },
    {
      ...{
        field: 'Opportunity.StageName',
        label: 'Stage',
        object: 'Opportunity',
        ordered: true,
        spans: true,
      },
      options: active('OpportunityStage').map((one, order) => ({
        ...option(one, order),
        ...(one.closed ? { final: true } : {}),
      })),
    },
  ];
}
