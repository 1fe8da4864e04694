// The deals and the lead record that tests open.
import type { CrmRecord } from '../model';
import { valueIn } from '../model';
import type { Builder } from './builder';

/** An open and a closed deal of one contact, a lead (0-136) of another. */
export function castDeals(builder: Builder, buyer: CrmRecord, named: CrmRecord, company: CrmRecord) {
  const deal = (dealname: string, dealstage: string, closed: boolean, days: number) => {
    const values = {
      dealname,
      dealstage,
      pipeline: 'default',
      amount: '24000',
      closedate: builder.ago(days),
      hs_is_closed: String(closed),
      hs_is_closed_won: 'false',
      hubspot_owner_id: valueIn(buyer, 'hubspot_owner_id'),
    };
    const record = builder.add('deals', values, 60, 'CRM_UI');
    builder.link(record, buyer, 3);
    builder.link(record, company, 341);
    builder.link(record, company, 5);
    return record.id;
  };
  const open = deal('Northwind – dispatch rollout', 'qualifiedtobuy', false, -45);
  const closedDeal = deal('Northwind – first pilot', 'closedlost', true, 30);
  builder.set(buyer, { num_associated_deals: '2' }, builder.ago(59), 'CALCULATED');

  const values = {
    hs_lead_name: `${valueIn(named, 'firstname')} ${valueIn(named, 'lastname')}`,
    hs_lead_label: 'HOT',
    hs_lead_type: 'NEW_BUSINESS',
    hs_pipeline: 'lead-pipeline-id',
    hs_pipeline_stage: 'attempting-stage-id',
    hubspot_owner_id: valueIn(named, 'hubspot_owner_id'),
  };
  const lead = builder.add('leads', values, 20, 'CRM_UI');
  builder.link(lead, named, 608);
  builder.link(lead, named, 578);
  return { deal: open, closedDeal, lead: lead.id };
}
