// The first mapping of an org: no outcome closes an opportunity, and the highest stage converts leads, whatever its id.
import { expect, it } from 'vitest';
import { proposeMapping } from '@/lib/crm/salesforce/setup/propose';
import { defaultPlaybook } from '@/lib/playbook/builtin/default';
import { fieldChanges } from '@/lib/qualification/plan/changes';
import { mappedForms } from '@/lib/qualification/plan/form';
import { snapshot } from '../../../qualification/fixture';
import { sandboxOrg } from '../sandbox';

const org = sandboxOrg();
const targets = [
  { id: 'lead', name: 'Lead' },
  { id: 'prospect', name: 'Prospect' },
  { id: 'opportunity', name: 'Opportunity', top: true },
  { id: 'disqualified', name: 'Disqualified', outcome: true },
];

it('proposes a ladder of stages for opportunities, and the conversion for the highest stage', async () => {
  const fields = await org.open().stageFields();
  const mapping = proposeMapping(fields, targets);
  expect(mapping.prospect).toContainEqual({ field: 'Opportunity.StageName', value: 'Prospecting' });
  expect(mapping.opportunity).toContainEqual({ field: 'Opportunity.StageName', value: 'Qualification' });
  expect(mapping.opportunity).toContainEqual({ field: 'Lead.Status', value: 'Closed - Converted' });
  expect(mapping.disqualified?.map(({ field }) => field)).not.toContain('Opportunity.StageName');
  const renamed = proposeMapping(fields, [
    { id: 'suspect', name: 'Suspect' },
    { id: 'qualified-deal', name: 'Qualified deal', top: true },
  ]);
  const { forms = [] } = await org.open().reviewOptions(org.ref('Lead', org.salesforce.people.ann.id));
  expect(mappedForms(forms, renamed).map(({ id, stages }) => [id, stages])).toEqual([
    ['convert', ['qualified-deal']],
  ]);
});

it('never writes a converted status plainly, even where converting can’t be done', async () => {
  const { ann } = org.salesforce.people;
  const ref = org.ref('Lead', ann.id);
  const fields = await org.open().stageFields(ref);
  const seen = snapshot([], {
    stages: [{ field: 'Lead.Status', label: 'Lead Status', value: 'Nurture', text: 'Nurture', since: null }],
  });
  const { changes, notices, blocked } = fieldChanges(
    { kind: 'stage', stage: 'opportunity', override: null },
    'Opportunity',
    {
      ...{ playbook: defaultPlaybook, snapshot: { ...seen, ref } },
      ...{ mapping: proposeMapping(fields, targets), stageFields: fields },
    },
  );
  // The team's own field is written all the same.
  expect(changes.map(({ field }) => field)).toEqual(['Lead.Qualification_Stage__c']);
  expect(blocked).toBeNull();
  expect(notices.map(({ text }) => text).join()).toContain('by converting the lead');
});
