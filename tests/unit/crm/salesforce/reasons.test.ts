// The reason of a disqualification in a team's own picklist: read with the record, written in the one call.
import { expect, it } from 'vitest';
import { change, sandboxOrg, submit, whole } from './sandbox';

const org = sandboxOrg();
const FIELD = 'Lead.Disqualification_Reason__c';

it('is offered apart from the stages, read, and written beside the status', async () => {
  const lead = org.salesforce.create('Lead', {
    LastName: 'Reasoned',
    Company: 'Firm',
    Status: 'Open - Not Contacted',
  });
  const ref = org.ref('Lead', lead.id);
  const offered = (await org.open().stageFields(ref)).find((one) => one.field === FIELD);
  expect(offered).toMatchObject({ carries: 'reason', object: 'Lead' });
  expect(offered?.options.map((one) => one.label)).toContain('Duplicate');
  const before = await org.open().read(ref, () => undefined);
  expect(before.stages.find((one) => one.field === FIELD)).toMatchObject({ value: '', carries: 'reason' });

  const changes = [
    change('Lead.Status', 'Open - Not Contacted', 'Closed - Not Converted'),
    change(FIELD, '', 'Duplicate'),
  ];
  const [submission, step] = submit(ref, whole({ changes }));
  await org.open().write(submission, step);
  expect(org.salesforce.lead(lead.id).values).toMatchObject({
    Status: 'Closed - Not Converted',
    Disqualification_Reason__c: 'Duplicate',
  });
});
