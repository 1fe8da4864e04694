// Reads a contact in two round trips: what it says itself, then what stands around it.
import { withDays } from '@/lib/crm/shared/days';
import { withCurrency } from '@/lib/crm/shared/money';
import { reported } from '@/lib/diagnostics/report';
import { ProblemError } from '@/lib/problem/problem';
import type { RecordRef } from '@/lib/record/record';
import type { Snapshot } from '@/lib/record/snapshot';
import { isProblem, problem } from '../client/problems';
import type { HubSpotObject } from '../client/shapes';
import type { Portal } from '../setup/portal';
import { stageFields, stageValuesOf } from '../setup/stage-fields';
import { firmAlone, firmBeside } from './contact-firm';
import { customFacts, customProperties } from './custom';
import { callFacts, meetingFacts, messageFacts } from './engagements';
import { contactFacts } from './facts';
import { personaLabels, withLabels } from './labels';
import { emailFacts, withoutDenied } from './mails';
import { notesPart } from './notes';
import { companyPart, dealsPart, leadsPart, type Part } from './read-around';
import {
  type Associated,
  associatedWords,
  gapWhy,
  primaryCompany,
  readContact,
  scopeOf,
} from './read-contact';

/** "Ada Lovelace", else the email address, else "Contact 123". */
export function personName({ id, properties }: HubSpotObject): string {
  const { firstname = '', lastname = '', email = '' } = properties;
  return `${firstname} ${lastname}`.trim() || email || `Contact ${id}`;
}

/** What hurts the whole read: the rest of it would fare no better. */
const isFatal = (error: unknown) => isProblem(error, 'key-refused', 'offline', 'wrong-account');

/** A part that can't be had leaves a gap and doesn't stop the others. */
async function orGap(what: Associated, load: Promise<Part>): Promise<Part> {
  try {
    return await load;
  } catch (error) {
    if (!(error instanceof ProblemError) || isFatal(error)) throw error;
    return { gaps: [{ what: associatedWords(what), why: gapWhy(error, scopeOf(what)) }] };
  }
}

/** The stage fields' options; without them the values are shown as HubSpot stores them. */
async function knownStageFields(portal: Portal) {
  try {
    return { fields: await stageFields(portal), gaps: [] };
  } catch (error) {
    if (!(error instanceof ProblemError) || isFatal(error)) throw error;
    return { fields: [], gaps: [{ what: 'Stage names', why: gapWhy(error, 'crm.schemas.contacts') }] };
  }
}

/**
 * The contact of `ref`, first as itself (`onPart`, complete: false), then with everything around it. A merged contact
 * is read as the one that survived, with mergedFrom. `fields`: facts of the team's own. Rejects with ProblemError:
 * gone, wrong-account, key-refused, missing-scope (the contact itself), busy, crm-down, offline, timeout, odd-answer.
 */
export async function readPerson(
  portal: Portal,
  ref: RecordRef,
  onPart: (snapshot: Snapshot) => void,
  fields: readonly string[] = [],
): Promise<Snapshot> {
  if (ref.object !== 'contacts') throw problem('not-here', 'Only contacts can be qualified in HubSpot.');
  const custom = customProperties(fields, 'contacts');
  const reading = Promise.all([readContact(portal, ref, custom), knownStageFields(portal)]);
  // Asked at the same time, but told first: in another portal the contact's id means nothing.
  reading.catch(reported('hubspot.read', undefined));
  await portal.hold(ref);
  const [{ contact, gaps }, stages] = await reading;

  const own = portal.ref(ref, 'contacts', contact.id);
  const page = await portal.pages();
  const base = page(own);
  const company = primaryCompany(contact);
  const [zone, currency] = [await portal.zone(), await portal.currency()];
  const facts = [
    ...contactFacts(contact, base),
    ...(company === null ? withCurrency(firmBeside(contact, base, [], 'alone'), currency) : []),
    ...customFacts(contact, 'contacts', custom, base),
  ];
  const first: Snapshot = {
    ref: own,
    crmName: 'HubSpot',
    url: base,
    name: personName(contact),
    title: contact.properties.jobtitle ?? '',
    owner: { field: 'contacts.hubspot_owner_id', id: contact.properties.hubspot_owner_id ?? '' },
    email: contact.properties.email ?? '',
    company:
      company === null
        ? firmAlone(contact, own)
        : {
            ref: portal.ref(ref, 'companies', company),
            name: contact.properties.company ?? '',
            detail: '',
          },
    facts: withDays(facts, zone),
    ...(zone === undefined ? {} : { zone }),
    ...(currency === null ? {} : { currency }),
    stages: stageValuesOf(contact, stages.fields),
    earlier: [],
    deals: [],
    mergedFrom: contact.id === ref.id ? null : ref.id,
    readAt: portal.now().toISOString(),
    complete: false,
    gaps: [...gaps, ...stages.gaps],
  };
  onPart(first);

  const left = new Set(gaps.map((gap) => gap.what));
  const may = (what: Associated, load: () => Promise<Part>) =>
    left.has(associatedWords(what)) ? Promise.resolve<Part>({}) : orGap(what, load());
  const factsOf = async (load: Promise<Snapshot['facts']>): Promise<Part> => ({ facts: await load });
  const companyFields = customProperties(fields, 'companies');
  const labels = personaLabels(portal, contact);
  const parts = await Promise.all([
    may('companies', async () =>
      company === null ? {} : companyPart(portal, ref, company, companyFields, page),
    ),
    may('deals', () => dealsPart(portal, ref, contact, page)),
    may('notes', () => notesPart(portal, ref, contact, page)),
    may('calls', () => factsOf(callFacts(portal, contact, base))),
    may('meetings', () => meetingFacts(portal, contact, base)),
    may('emails', () => emailFacts(portal, contact, base)),
    may('communications', () => factsOf(messageFacts(portal, contact, base))),
    may('leads', () => leadsPart(portal, contact, page, ref)),
  ]);
  const around = parts.flatMap((part) => part.facts ?? []);
  const firm = parts.find((part) => part.company)?.company;
  return {
    ...first,
    company: firm ?? first.company,
    stages: [...first.stages, ...parts.flatMap((part) => part.stages ?? [])],
    deals: parts.flatMap((part) => part.deals ?? []),
    earlier: parts.flatMap((part) => part.earlier ?? []),
    advice: parts.flatMap((part) => part.advice ?? []),
    facts: [
      ...withoutDenied(
        withLabels(first.facts, await labels),
        parts.flatMap((part) => part.denied ?? []),
      ),
      ...withDays(around, zone),
      ...(company === null
        ? []
        : withCurrency(firmBeside(contact, base, around, firm ? 'empty' : 'unread'), currency)),
    ],
    gaps: [...first.gaps, ...parts.flatMap((part) => part.gaps ?? [])],
    complete: true,
  };
}
