// How a person gets a HubSpot key, as its developer documentation describes it; docs/hubspot-setup.md says the same.
import type { KeyGuide } from '@/lib/crm/shared/crm';

export const guide: KeyGuide = {
  where:
    'A super admin, or someone with Developer tools access, makes the key in HubSpot. Your admin may have one for you.',
  make: [
    'Open Settings › Integrations › Service keys. Some accounts have it under Development › Keys › Service keys.',
    'Create a service key and name it “Stagecheck”.',
    'Add the scopes below, create the key, then show it and copy it.',
  ],
  keyLabel: 'Service key or private-app token',
  keyHint: 'It usually begins with “pat-”. The token of a legacy private app with the same scopes works too.',
  scopes: [
    {
      scope: 'crm.objects.contacts.read',
      need: 'must',
      purpose: 'to read the contact, its calls, meetings and notes',
      without: 'the sidebar can’t show anyone.',
    },
    {
      scope: 'crm.objects.contacts.write',
      need: 'must',
      purpose: 'to write the stage, the note with the evidence, and a task for the next step',
      without: 'nothing can be written back.',
    },
    {
      scope: 'crm.objects.owners.read',
      need: 'must',
      purpose: 'to list the people, so that you can say who you are',
      without: 'the evidence could not say who answered.',
    },
    {
      scope: 'crm.schemas.contacts.read',
      need: 'must',
      purpose: 'to read your own lifecycle stages and lead statuses',
      without: 'stages can’t be mapped to your portal’s options.',
    },
    {
      scope: 'sales-email-read',
      need: 'should',
      purpose:
        'to read the contact’s emails, beside the scope for contacts: whether they wrote, and who or what it was',
      without: 'emails are not read; replies are known only as far as the contact itself says.',
    },
    {
      scope: 'crm.objects.companies.read',
      need: 'should',
      purpose: 'to check the company against your target market',
      without: 'the questions about the company are not filled in.',
    },
    {
      scope: 'crm.objects.deals.read',
      need: 'should',
      purpose: 'to see the deals that the contact already has',
      without:
        'open deals are not shown, deal pages list nobody, and a deal is not sent again after a lost answer.',
    },
    {
      scope: 'crm.objects.deals.write',
      need: 'should',
      purpose: 'to create a deal when the contact becomes an opportunity',
      without: 'you create the deal in HubSpot yourself.',
    },
    {
      scope: 'crm.schemas.deals.read',
      need: 'should',
      purpose: 'to offer your deal pipelines and their stages',
      without: 'the review can’t offer a deal.',
    },
    {
      scope: 'crm.objects.leads.read',
      need: 'should',
      purpose: 'to work from lead records and to read the lead rating',
      without: 'lead pages list nobody, and the rating is not read.',
    },
    {
      scope: 'crm.objects.leads.write',
      need: 'should',
      purpose: 'to close the lead record, with the reason, when you disqualify',
      without: 'the lead record stays open; the note has the reason.',
    },
  ],
};
