// Reads a lead, contact or opportunity in one composite call; what the org lacks or forbids is left out and said.
import { withDays } from '@/lib/crm/shared/days';
import { withCurrency } from '@/lib/crm/shared/money';
import { reported } from '@/lib/diagnostics/report';
import type { RecordRef } from '@/lib/record/record';
import type { Fact, Snapshot } from '@/lib/record/snapshot';
import { isProblem, problem } from '../client/problems';
import type { Condition, Lack } from '../client/select';
import { text } from '../client/soql';
import { children, flag, textOf } from '../client/values';
import type { Org } from '../setup/org';
import { stageValuesOf } from '../setup/stage-fields';
import { taskFacts } from './activities';
import { campaignFacts } from './campaigns';
import { chatFacts, chatsOf } from './chats';
import { earlierOf } from './earlier';
import { eventFacts } from './events';
import { ownFacts, recordFacts } from './facts';
import { withIndustryLabel } from './industry-label';
import { taskKey } from './marker';
import { survivorOf } from './merged';
import { aboutOf, lacksContact } from './opportunity';
import { inOrgCurrency } from './org-currency';
import {
  accountGap,
  companyOf,
  dealCounts,
  dealsOf,
  firmOf,
  gapMatters,
  reading,
  rolesOf,
} from './read-around';
import { type Part, readCalls } from './read-calls';

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

/** Whether the field that told of meetings is no longer what the org says. What was known of the org is dropped. */
async function outdated(org: Org, outcome: string): Promise<boolean> {
  await org.forget();
  return (await outcomeField(org)) !== outcome;
}

/** Those of a record, for a WHERE clause. */
const tasksOf = ({ object, id }: RecordRef): Condition => {
  const key = taskKey(object);
  return { soql: `${key} = ${text(id)}`, on: [key] };
};

/** Where the sign-in may not see whose it is, nothing is said of it. */
const ownedBy = (object: string, id: string): Pick<Snapshot, 'owner'> =>
  id === '' ? {} : { owner: { field: `${object}.OwnerId`, id } };

/**
 * A lead that was converted is read as its contact, and a record that was merged as the one that was kept, with
 * mergedFrom. Rejects with ProblemError: gone, wrong-account,
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
  described.catch(reported('salesforce.read', undefined));
  const outcome = await outcomeField(org);
  const zone = org.zone();
  const firms = (ref.object === 'Lead' ? described : org.describe('Account')).catch(
    reported('salesforce.read', null),
  );
  const chats = ref.object === 'Opportunity' ? [] : chatsOf(await described);
  const answer = await org.askTogether(readCalls(ref, outcome, chats));
  const lacksOf = (part: Part) => answer.lacks.get(part) ?? [];
  const isOutcome = ({ object: of, field }: Lack) => of === 'Event' && field === outcome;
  if (outcome !== null && lacksOf('activities').some(isOutcome) && (await outdated(org, outcome)))
    return readPerson(org, ref, onPart, fields);
  const refused = answer.problems.get('record');
  if (refused) {
    const survivor = isProblem(refused, 'gone') ? await survivorOf(org, ref) : null;
    if (survivor === null) throw refused;
    const kept = await readPerson(org, org.ref(ref.object, survivor), onPart, fields);
    return { ...kept, mergedFrom: ref.id };
  }
  const parts = reading(answer);
  const record = parts.record('record');
  if (!record) throw problem('odd-answer', 'Salesforce answered, but not with the record.');

  await org.seen.read(ref.id, record);
  if (flag(record, 'IsConverted')) {
    const contact = textOf(record, 'ConvertedContactId');
    if (contact === '') throw problem('gone', 'This lead was converted.');
    const snapshot = await readPerson(org, org.ref('Contact', contact), onPart, fields);
    return { ...snapshot, mergedFrom: ref.id };
  }

  const { object } = ref;
  const url = org.page(object, ref.id);
  const person = object === 'Opportunity' ? parts.record('contact') : record;
  const account = firmOf(parts.record('account'));
  const personObject = object === 'Lead' ? 'Lead' : 'Contact';
  const personUrl = person ? org.page(personObject, textOf(person, 'Id')) : url;
  const accountUrl = account ? org.page('Account', textOf(account, 'Id')) : url;
  const roles = parts.records('roles');
  const activities = parts.records('activities')[0] ?? {};
  const deals = object === 'Contact' ? dealsOf(org, roles) : [];
  const known = (part: Part) => answer.bodies.has(part);
  const opportunity = object === 'Opportunity';
  const named = opportunity && known('roles') ? roles : null;

  const facts: Fact[] = [
    // Only an org with several currencies has the field.
    ...(person
      ? withCurrency(recordFacts(personObject, person, personUrl), textOf(person, 'CurrencyIsoCode'))
      : []),
    ...(account
      ? withCurrency(recordFacts('Account', account, accountUrl), textOf(account, 'CurrencyIsoCode'))
      : []),
    ...taskFacts(children(activities, 'Tasks'), parts.records('emails'), personUrl, org.now(), org.page),
    ...eventFacts(children(activities, 'Events'), outcome, personUrl, org.now(), org.page),
    ...chatFacts(chats, activities, personUrl, org.now(), org.page),
    ...campaignFacts(parts.records('campaigns'), personUrl, org.now(), org.page),
    ...(person ? rolesOf(roles, textOf(person, 'Id'), personUrl, org.page) : []),
    ...(object === 'Lead' || (object === 'Contact' && known('roles'))
      ? dealCounts(deals, lacksOf('roles'), personUrl)
      : []),
    ...ownFacts(object, record, fields, url),
    ...(opportunity && person ? ownFacts('Contact', person, fields, personUrl) : []),
    ...(account ? ownFacts('Account', account, fields, accountUrl) : []),
  ];
  const about = aboutOf(org, object, record, opportunity ? person : null, named);
  const own = org.ref(object, ref.id);
  const refs = about.about ? [own, about.about.ref] : [own];
  const [earlier, ofPerson] = await Promise.all([
    earlierOf(org, parts.records('evidence'), { where: tasksOf(own), part: 'evidence', refs }),
    earlierOf(org, parts.records('personEvidence'), {
      where: tasksOf(about.about?.ref ?? own),
      part: 'personEvidence',
      refs,
    }),
  ]);
  const shownIn = await zone;
  const snapshot: Snapshot = {
    ref: own,
    crmName: 'Salesforce',
    url,
    name: textOf(record, 'Name') || (person && textOf(person, 'Email')) || `${object} ${ref.id}`,
    // An opportunity's first line is its own; the contact stands under it.
    title: person && !opportunity ? textOf(person, 'Title') : '',
    email: person ? textOf(person, 'Email') : '',
    ...ownedBy(object, textOf(record, 'OwnerId')),
    ...about,
    advice: [...(about.advice ?? []), ...earlier.advice, ...ofPerson.advice],
    company: companyOf(org, account, object === 'Lead' ? record : null),
    facts: withDays(await inOrgCurrency(org, withIndustryLabel(facts, await firms)), shownIn),
    ...(shownIn === undefined ? {} : { zone: shownIn }),
    stages: stageValuesOf(record, await described, parts.records('history')),
    earlier: [...earlier.earlier, ...ofPerson.earlier],
    deals,
    mergedFrom: null,
    readAt: org.now().toISOString(),
    complete: true,
    gaps: [
      ...accountGap(object, record),
      ...parts.gaps.filter(({ what }) => gapMatters(what, record) && !lacksContact(what, named)),
      ...earlier.gaps,
      ...ofPerson.gaps,
    ],
  };
  onPart(snapshot);
  return snapshot;
}
