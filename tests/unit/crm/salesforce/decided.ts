// What tests decide of Salesforce's people: the status that a new lead has, and an opportunity to be made.

export const OPEN = 'Open - Not Contacted';

export const deal = {
  create: true,
  name: 'Berg rollout',
  pipeline: '012000000000000AAA',
  stage: 'Qualification',
  amount: null,
  closeDate: '2027-01-31',
};
