// The second round trip: the contact's company, its deals and its lead records; its notes are read in notes.ts.
import { withCurrency } from '@/lib/crm/shared/money';
import { reported } from '@/lib/diagnostics/report';
import type { RecordRef } from '@/lib/record/record';
import type { Fact, Snapshot } from '@/lib/record/snapshot';
import type { HubSpotObject, HubSpotPipeline } from '../client/shapes';
import { leadSetUp, leadValues } from '../setup/lead-fields';
import { dealStageText, isClosed } from '../setup/pipelines';
import type { Page, Portal } from '../setup/portal';
import { customFacts } from './custom';
import { type Engaged, newest } from './engagements';
import { companyFactProperties, companyFacts, optionText, REVENUE_CURRENCY } from './facts';
import { idsOf, newestFirst } from './read-contact';

/** What a part of the second round trip adds to the snapshot. */
export type Part = Partial<Pick<Snapshot, 'company' | 'deals' | 'earlier' | 'advice' | 'gaps' | 'stages'>> & {
  facts?: Fact[];
  denied?: Engaged['denied'];
};

const MOST_DEALS = 100;
/** It is named by what was read before, and neither given nor named as gone. */
const LEFT_OUT = 'HubSpot left it out';

function companyDetail({ properties }: HubSpotObject): string {
  const people = Number(properties.numberofemployees);
  const parts = [
    people > 0 ? `${people.toLocaleString('en-US')} ${people === 1 ? 'person' : 'people'}` : '',
    optionText(properties.industry ?? ''),
    properties.city ?? '',
    properties.country ?? '',
  ];
  return parts.filter((part) => part.trim() !== '').join(' · ');
}

export async function companyPart(
  portal: Portal,
  ref: RecordRef,
  id: string,
  custom: string[],
  page: Page,
): Promise<Part> {
  const { results, left } = await portal.client.batch(
    'companies',
    [id],
    [...companyFactProperties, ...custom],
  );
  const [company] = results;
  if (!company) return left.length === 0 ? {} : { gaps: [{ what: 'The company', why: LEFT_OUT }] };
  const own = portal.ref(ref, 'companies', company.id);
  const url = page(own);
  return {
    company: {
      ref: own,
      name: company.properties.name ?? company.properties.domain ?? '',
      detail: companyDetail(company),
    },
    facts: [
      ...withCurrency(
        companyFacts(company, url),
        company.properties[REVENUE_CURRENCY] ?? null,
        await portal.currency(),
      ),
      ...customFacts(company, 'companies', custom, url),
    ],
  };
}

/** null where neither the deal nor its stage says so. */
function isOpen(deal: HubSpotObject, pipelines: HubSpotPipeline[]): boolean | null {
  const closed = deal.properties.hs_is_closed ?? '';
  if (closed !== '') return closed.toLowerCase() !== 'true';
  const stage = pipelines.flatMap((one) => one.stages).find((one) => one.id === deal.properties.dealstage);
  return stage === undefined ? null : !isClosed(stage);
}

export async function dealsPart(
  portal: Portal,
  ref: RecordRef,
  contact: HubSpotObject,
  page: Page,
): Promise<Part> {
  const { ids, more } = idsOf(contact, 'deals');
  const url = page(portal.ref(ref, 'contacts', contact.id));
  const count = (name: string, value: number): Fact => ({
    name,
    value,
    at: null,
    url,
    field: 'contacts.num_associated_deals',
  });
  const rolledUp = Number(contact.properties.num_associated_deals);
  if (ids.length === 0 && rolledUp > 0) {
    // Associations that a key may not see can be left out without a word.
    const why = `HubSpot counts ${rolledUp} but did not show them to this key`;
    return { facts: [count('deals.total', rolledUp)], gaps: [{ what: 'Deals', why }] };
  }
  if (ids.length === 0) return { facts: [count('deals.total', 0), count('deals.open', 0)] };
  const properties = ['dealname', 'dealstage', 'pipeline', 'hs_is_closed'];
  const [found, pipelines] = await Promise.all([
    portal.client.batch('deals', ids.slice(0, MOST_DEALS), properties),
    portal.pipelines('deals').catch(reported('hubspot.read-around', [])),
  ]);
  const deals = found.results
    .map((deal) => ({
      ref: portal.ref(ref, 'deals', deal.id),
      name: deal.properties.dealname ?? '',
      stage: dealStageText(pipelines, deal.properties.pipeline ?? '', deal.properties.dealstage ?? ''),
      open: isOpen(deal, pipelines) ?? true,
    }))
    .sort((a, b) => Number(b.open) - Number(a.open));
  const total = more && rolledUp > ids.length ? rolledUp : ids.length;
  const open = deals.filter((deal) => deal.open).length;
  const without = found.left.length;
  const unsure = found.results.some((deal) => isOpen(deal, pipelines) === null);
  if (without > 0)
    // How many are open nobody knows then.
    return {
      deals,
      facts: [count('deals.total', total)],
      gaps: [{ what: 'Deals', why: `HubSpot left out ${without} of them` }],
    };
  if (unsure)
    return {
      deals,
      facts: [count('deals.total', total)],
      gaps: [
        { what: 'Which deals are open', why: 'HubSpot did not say it, nor show the stages to this key' },
      ],
    };
  return { deals, facts: [count('deals.total', total), count('deals.open', open)] };
}

const LEAD_PROPERTIES = [
  ...['hs_lead_label', 'hs_lead_type', 'hs_pipeline', 'hs_pipeline_stage'],
  'hs_lead_disqualification_reason',
];

/** The newest lead record's rating and type, and how the newest open one stands. */
export async function leadsPart(
  portal: Portal,
  contact: HubSpotObject,
  page: Page,
  ref: RecordRef,
): Promise<Part> {
  if (idsOf(contact, 'leads').ids.length === 0) return {};
  const [found, setUp] = await Promise.all([
    newest(portal, contact, 'leads', LEAD_PROPERTIES),
    leadSetUp(portal),
  ]);
  const leads = found.sort((a, b) => newestFirst(a.id, b.id));
  const [lead] = leads;
  if (!lead) return {};
  const refOf = (id: string) => portal.ref(ref, 'leads', id);
  const url = page(refOf(lead.id));
  const { hs_lead_label: rating = '', hs_lead_type: type = '' } = lead.properties;
  return {
    stages: leadValues(setUp, leads, refOf),
    facts: [
      { name: 'lead.rating', value: rating.toLowerCase(), at: null, url, field: 'leads.hs_lead_label' },
      { name: 'lead.type', value: type, at: null, url, field: 'leads.hs_lead_type' },
    ].filter((fact) => fact.value !== ''),
  };
}
