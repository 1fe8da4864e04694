// HubSpot's deals as opportunities, with their contact roles.
import { type CrmRecord, valueIn } from '../../hubspot/model';
import type { PortalState } from '../../hubspot/store';
import type { Builder } from './builder';

const stageOf: Record<string, string> = {
  appointmentscheduled: 'Prospecting',
  qualifiedtobuy: 'Qualification',
  presentationscheduled: 'Needs Analysis',
  decisionmakerboughtin: 'Value Proposition',
  contractsent: 'Negotiation/Review',
  closedwon: 'Closed Won',
  closedlost: 'Closed Lost',
};
const roleOf: Record<string, string> = {
  DECISION_MAKER: 'Decision Maker',
  BUDGET_HOLDER: 'Economic Buyer',
  CHAMPION: 'Executive Sponsor',
  EXECUTIVE_SPONSOR: 'Executive Sponsor',
  INFLUENCER: 'Influencer',
  END_USER: 'Business User',
};

/** Adds the deals; `ids` maps HubSpot ids to Salesforce ids and gets the deals' too. */
export function sell(
  builder: Builder,
  portal: PortalState,
  ids: Map<string, string>,
  userOf: (record: CrmRecord) => string,
) {
  const recordType = builder.org
    .all('RecordType')
    .find((type) => type.values.DeveloperName === 'New_Business');
  for (const deal of portal.all('deals').filter((item) => !item.archivedAt)) {
    const people = portal.linked(deal, 'contacts');
    const [company] = portal.linked(deal, 'companies');
    const created = deal.createdAt;
    const StageName = stageOf[valueIn(deal, 'dealstage')] ?? 'Prospecting';
    const record = builder.add(
      'Opportunity',
      {
        Name: valueIn(deal, 'dealname'),
        StageName,
        CloseDate: (valueIn(deal, 'closedate') || created).slice(0, 10),
        Amount: Number(valueIn(deal, 'amount') || 0) || null,
        AccountId: (company && ids.get(company.id)) ?? null,
        OwnerId: userOf(deal),
        RecordTypeId: recordType?.id ?? null,
        Legacy_Id__c: `HS-${deal.id}`,
      },
      created,
    );
    ids.set(deal.id, record.id);
    const { Amount = null, Probability = null, CloseDate = null, ForecastCategory = null } = record.values;
    builder.add(
      'OpportunityHistory',
      { OpportunityId: record.id, StageName, Amount, Probability, CloseDate, ForecastCategory },
      created,
    );
    for (const [at, person] of people.entries()) {
      const ContactId = ids.get(person.id);
      if (!ContactId) continue;
      const Role = roleOf[valueIn(person, 'hs_buying_role').split(';')[0] ?? ''] ?? null;
      builder.add(
        'OpportunityContactRole',
        { OpportunityId: record.id, ContactId, Role, IsPrimary: at === 0 },
        created,
      );
      if (at === 0) builder.set(record, { ContactId });
    }
  }
}
