// What each value of 14 real orgs counts as with the first mapping: no end, no refusal and no late addition is ever a stage.
import { describe, expect, it } from 'vitest';
import { proposeMapping } from '@/lib/crm/salesforce/setup/propose';
import { defaultPlaybook } from '@/lib/playbook/builtin/default';
import { crmStage, isUnmapped, meaningOf } from '@/lib/qualification';
import { fieldChanges } from '@/lib/qualification/plan/changes';
import { snapshot } from '../../../qualification/fixture';
import { realOrgs, stageFieldsOf } from '../../real-orgs';

const orgs = realOrgs();
const targets = [
  ...defaultPlaybook.stages.map(({ id, name }, at, { length }) => ({ id, name, top: at === length - 1 })),
  ...defaultPlaybook.outcomes.map(({ id, name }) => ({ id, name, outcome: true })),
];
const setUp = (name: string) => {
  const fields = stageFieldsOf(orgs?.[name] ?? {});
  return { fields, mapping: proposeMapping(fields, targets) };
};
const status = (value: string) => [
  { field: 'Lead.Status', label: 'Lead Status', value, text: value, since: null },
];

/** Judged by hand: values without a meaning, though an order of the list would give them one. */
const unmapped: readonly [string, readonly string[]][] = [
  ['org-01', ['In Progress', 'Not Employed - Potential', 'Not Employed - No Potential']],
  ['org-09', ['Estimate Sent']],
  ['org-05', ['Inactive', 'Aborted']],
  ['org-06', ['Sans suite', 'Refusée', 'Faux numéro', 'Convention perdue', 'Négociation Stade 2']],
  ['org-02', ['Proibido']],
  ['org-03', ['Perdido']],
  ['org-08', ['Contacted']],
];

describe.skipIf(orgs === null)(
  'with the first mapping of a real org (where the shared data is found)',
  () => {
    it.each(Object.keys(orgs ?? {}))(
      '%s counts by order only what is open and says nothing of an end',
      (name) => {
        const { fields, mapping } = setUp(name);
        for (const field of fields)
          for (const option of field.options) {
            const meaning = meaningOf(defaultPlaybook, mapping, field, option.value);
            if (meaning.kind !== 'between') continue;
            expect(option.final ?? option.by ?? option.aside, option.value).toBeUndefined();
            expect(defaultPlaybook.stages.map(({ id }) => id)).toContain(meaning.id);
          }
      },
    );

    it.each(unmapped)('%s gives %j no stage', (name, values) => {
      const { fields, mapping } = setUp(name);
      for (const value of values) {
        expect(crmStage(defaultPlaybook, mapping, status(value), fields), value).toBeNull();
        expect(isUnmapped(defaultPlaybook, mapping, status(value), fields), value).toBe(true);
      }
    });

    it('a lead at a value that the org added last is disqualified in the CRM too, and the rep agrees first', () => {
      const { fields, mapping } = setUp('org-01');
      const reason = defaultPlaybook.outcomes.find(({ id }) => id === 'disqualified')?.reasons[0]?.id ?? '';
      const seen = snapshot([], { stages: status('In Progress') });
      const { changes, notices } = fieldChanges(
        { kind: 'outcome', outcome: 'disqualified', reason, comment: '', returnOn: null },
        'Disqualified',
        {
          ...{ playbook: defaultPlaybook, mapping, stageFields: fields },
          snapshot: { ...seen, ref: { ...seen.ref, object: 'Lead' } },
        },
      );
      expect(changes).toMatchObject([{ from: 'In Progress', to: 'Unqualified' }]);
      expect(notices.map(({ kind }) => kind)).toContain('overwrites');
    });
  },
);
