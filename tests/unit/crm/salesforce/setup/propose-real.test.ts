// The first mapping in 14 real orgs: what was judged by hand to mean a stage, or nothing; never a closed, lost or negative value.
import { describe, expect, it } from 'vitest';
import { proposeMapping } from '@/lib/crm/salesforce/setup/propose';
import { judged } from '../../judged/proposals';
import { realOrgs, stageFieldsOf } from '../../real-orgs';

const orgs = realOrgs();
const targets = [
  { id: 'lead', name: 'Lead' },
  { id: 'prospect', name: 'Prospect' },
  { id: 'opportunity', name: 'Opportunity', top: true },
  { id: 'disqualified', name: 'Disqualified', outcome: true },
  { id: 'nurture', name: 'Nurture', outcome: true },
];

describe.skipIf(orgs === null)('in a real org (where the shared data is found)', () => {
  it.each(Object.keys(judged))(
    '%s nothing is proposed that is plainly wrong, nor what is plain missed',
    (name) => {
      const fields = stageFieldsOf(orgs?.[name] ?? {});
      const mapping = proposeMapping(fields, targets);
      const first = (id: string, field: string) =>
        mapping[id]?.find((entry) => entry.field === field)?.value ?? null;
      const { status, stage, must } = judged[name] ?? { status: {}, stage: {}, must: [] };
      const wrong = targets.flatMap(({ id }) => {
        const told = [
          ['status', first(id, 'Lead.Status'), Object.entries(status)],
          ['stage', first(id, 'Opportunity.StageName'), Object.entries(stage)],
        ] as const;
        return told.flatMap(([where, value, right]) => {
          const may = right.find(([key]) => key === id)?.[1] ?? [];
          if (value !== null) return may.includes(value) ? [] : [`${where}.${id}: ${value}`];
          return must.includes(`${where}.${id}`) ? [`${where}.${id}: nothing`] : [];
        });
      });
      expect(wrong).toEqual([]);
    },
  );

  it.each(Object.keys(judged))(
    '%s no stage is told by a value that ends or turns away, at any place',
    (name) => {
      const fields = stageFieldsOf(orgs?.[name] ?? {});
      const mapping = proposeMapping(fields, targets);
      const stages = targets
        .filter((target) => target.outcome !== true)
        .flatMap(({ id }) => mapping[id] ?? []);
      const wrong = stages.filter(({ field, value }) => {
        const option = fields.find((one) => one.field === field)?.options.find((one) => one.value === value);
        return option?.final === true || (option?.aside === true && option.by === undefined);
      });
      expect(wrong).toEqual([]);
    },
  );
});
