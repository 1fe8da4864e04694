// Reads a lead, contact or opportunity in one composite call; what the org lacks or forbids is left out and said.
import type { RecordRef } from '../../qualification/record';
import type { Fact, Snapshot } from '../../qualification/snapshot';
import { campaignFacts, eventFacts, taskFacts } from './activities';
import { ownFacts, recordFacts } from './facts';
import { earlierOf } from './marker';
import type { Org } from './org';
import { isProblem, problem } from './problems';
import { companyOf, counted, dealsOf, gapMatters, reading, rolesOf } from './read-around';
import { type Part, readCalls } from './read-calls';
import { stageValuesOf } from './stage-fields';
import { children, flag, textOf } from './values';

/** The team's own field of events that tells what became of a meeting; null where there is none. */
async function outcomeField(org: Org): Promise<string | null> {
  try {
    const { fields } = await org.describe('Event');
    const own = fields.filter((field) => field.type === 'picklist' && field.name.endsWith('__c'));
    return (
      own.find((field) => /outcome|result|attend|held/i.test(`${field.name} ${field.label}`))?.name ?? null
    );
  } catch (error) {
    if (isProblem(error, 'key-refused', 'offline', 'timeout')) throw error;
    return null;
  }
}

/**
 * A lead that was converted is read as its contact, with mergedFrom. Rejects with ProblemError: gone, wrong-account,
 * key-refused, forbidden (the record itself), busy, crm-down, offline, timeout, odd-answer, not-here.
 */
export async function readPerson(
  org: Org,
  ref: RecordRef,
  onPart: (snapshot: Snapshot) => void,
  fields: readonly string[] = [],
): Promise<Snapshot> {
  org.hold(ref);
  if (!['Lead', 'Contact', 'Opportunity'].includes(ref.object))
    throw problem('not-here', 'Only leads, contacts and opportunities can be qualified in Salesforce.');
  const described = org.describe(ref.object);
  // Asked at the same time; its failure is told where it is waited for.
  described.catch(() => undefined);
  const outcome = await outcomeField(org);
  const answer = await org.client.composite(readCalls(ref, outcome), false);
  const refused = answer.problems.get('record');
  if (refused) throw refused;
  const parts = reading(answer);
  const record = parts.record('record');
  if (!record) throw problem('odd-answer', 'Salesforce answered, but not with the record.');

  if (flag(record, 'IsConverted')) {
    const contact = textOf(record, 'ConvertedContactId');
    if (contact === '') throw problem('gone', 'This lead was converted.');
    const snapshot = await readPerson(org, org.ref('Contact', contact), onPart, fields);
    return { ...snapshot, mergedFrom: ref.id };
  }

  const { object } = ref;
  const url = org.page(object, ref.id);
  const person = object === 'Opportunity' ? parts.record('contact') : record;
  const account = parts.record('account');
  const personObject = object === 'Lead' ? 'Lead' : 'Contact';
  const personUrl = person ? org.page(personObject, textOf(person, 'Id')) : url;
  const accountUrl = account ? org.page('Account', textOf(account, 'Id')) : url;
  const roles = parts.records('roles');
  const activities = parts.records('activities')[0] ?? {};
  const deals = object === 'Contact' ? dealsOf(org, roles) : [];
  const known = (part: Part) => answer.bodies.has(part);

  const facts: Fact[] = [
    ...(person ? recordFacts(personObject, person, personUrl) : []),
    ...(account ? recordFacts('Account', account, accountUrl) : []),
    ...taskFacts(children(activities, 'Tasks'), parts.records('emails'), personUrl, org.now()),
    ...eventFacts(children(activities, 'Events'), outcome, personUrl, org.now()),
    ...campaignFacts(parts.records('campaigns'), personUrl),
    ...(person ? rolesOf(roles, textOf(person, 'Id'), personUrl) : []),
    ...(object === 'Lead' || (object === 'Contact' && known('roles'))
      ? [
          counted('deals.total', deals.length, personUrl),
          counted('deals.open', deals.filter((deal) => deal.open).length, personUrl),
        ]
      : []),
    ...ownFacts(object, record, fields, url),
    ...(object === 'Opportunity' && person ? ownFacts('Contact', person, fields, personUrl) : []),
    ...(account ? ownFacts('Account', account, fields, accountUrl) : []),
  ];
  const snapshot: Snapshot = {
    ref: org.ref(object, ref.id),
    crmName: 'Salesforce',
    url,
    name: textOf(record, 'Name') || (person && textOf(person, 'Email')) || `${object} ${ref.id}`,
    title: person ? textOf(person, 'Title') : '',
    email: person ? textOf(person, 'Email') : '',
    company: companyOf(org, account, object === 'Lead' ? record : null),
    facts,
    stages: stageValuesOf(record, await described, parts.records('history')),
    earlier: earlierOf(org, parts.records('evidence')),
    deals,
    mergedFrom: null,
    readAt: org.now().toISOString(),
    complete: true,
    gaps: parts.gaps.filter((gap) => gapMatters(gap.what, record, roles)),
  };
  onPart(snapshot);
  return snapshot;
}
