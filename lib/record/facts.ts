// The fact names that all CRMs share: what kind of value each has, what it is called, how it reads as evidence.
import { dayWords, timeOf } from '../util/dates';
import { shortText } from '../util/text';
import type { Fact } from './snapshot';

/** time: ISO 8601. day: ISO day. number. text: free. option: one of a fixed list. name: text that may look like anything. */
export type FactType = 'time' | 'day' | 'number' | 'text' | 'option' | 'name';

/** `words` gets the value as a person reads it (a day in words, a number with separators, cleaned text). */
export type FactKind = { type: FactType; label: string; words: (value: string) => string };

const after = (before: string) => (value: string) => `${before} ${value}`;
const named = (label: string) => (value: string) => `${label}: ${value}`;
const plain = (value: string) => value;
/** "51-200 employees" says itself what it counts. */
const counted = (one: string, many: string) => (value: string) =>
  /\p{L}/u.test(value) ? value : `${value} ${value === '1' ? one : many}`;
const kind = (type: FactType, label: string, words: (value: string) => string): FactKind => ({
  type,
  label,
  words,
});

export const sharedFacts = {
  'person.title': kind('text', 'Job title', named('title')),
  'person.email': kind('name', 'Email', named('email')),
  'person.phone': kind('text', 'Phone', named('phone')),
  'person.buyingRole': kind('option', 'Buying role', named('buying role')),
  'person.seniority': kind('option', 'Seniority', named('seniority')),
  'person.persona': kind('option', 'Persona', named('persona')),
  'person.linkedinUrl': kind('name', 'LinkedIn page', named('LinkedIn')),
  'person.emailOptOut': kind('option', 'Email opt-out', (value) =>
    value === 'no' ? 'accepts email' : 'opted out of email',
  ),
  'company.name': kind('name', 'Company', named('company')),
  'company.domain': kind('name', 'Company domain', named('domain')),
  'company.industry': kind('option', 'Industry', plain),
  'company.employees': kind('number', 'Employees', counted('person', 'people')),
  'company.revenue': kind('number', 'Annual revenue', named('annual revenue')),
  'company.country': kind('text', 'Country', plain),
  'company.state': kind('text', 'State or region', plain),
  'company.city': kind('text', 'City', plain),
  'engagement.lastReplyAt': kind('time', 'Last reply', after('replied')),
  'engagement.firstReplyAt': kind('time', 'First reply', after('first replied')),
  'engagement.lastIncomingEmailAt': kind('time', 'Last email from them', after('emailed us')),
  'engagement.lastInboundCallAt': kind('time', 'Last call from them', after('called us')),
  /** The same without calls that nobody took: they turned to us, and it was no talk. */
  'engagement.lastInboundTalkAt': kind('time', 'Last call from them that was taken', after('called us')),
  'engagement.lastConnectedCallAt': kind('time', 'Last connected call', after('spoke on the phone')),
  'engagement.lastIncomingMessageAt': kind('time', 'Last message from them', after('wrote to us')),
  'engagement.lastMeetingHeldAt': kind('time', 'Last meeting held', after('met')),
  'engagement.lastMeetingBookedAt': kind('time', 'Last meeting booked', after('meeting booked for')),
  'engagement.lastClickAt': kind('time', 'Last click', after('clicked in an email')),
  'engagement.lastOpenAt': kind('time', 'Last open', after('opened an email')),
  'engagement.lastSentAt': kind('time', 'Last email sent', after('we emailed')),
  'engagement.lastUnansweredCallAt': kind('time', 'Last call without a talk', after('we called')),
  'engagement.lastMeetingMissedAt': kind('time', 'Last meeting missed', after('meeting missed')),
  /** Between them and us, but the CRM doesn't tell who wrote. */
  'engagement.lastMessageAt': kind('time', 'Last logged message', after('message logged')),
  /** Mail that a program wrote: out of office, a calendar's reply, a receipt. No answer of theirs. */
  'engagement.lastAutomaticReplyAt': kind('time', 'Last automatic reply', after('automatic reply')),
  'engagement.lastBounceAt': kind('time', 'Last bounce', after('our email bounced')),
  'engagement.lastOutreachAt': kind('time', 'Last outreach', after('we reached out')),
  'engagement.outreachCount': kind('number', 'Times we reached out', counted('outreach', 'outreaches')),
  'web.formCount': kind('number', 'Forms sent', counted('form sent', 'forms sent')),
  'web.lastFormAt': kind('time', 'Last form', after('sent a form')),
  'web.lastFormName': kind('name', 'Last form', named('form')),
  /** Derived here from the last form's name; see form-kind.ts. Shown as that name. */
  'web.lastFormKind': kind('option', 'What the last form asks for', named('form')),
  'web.firstFormAt': kind('time', 'First form', after('first sent a form')),
  'web.firstFormName': kind('name', 'First form', named('first form')),
  'web.lastVisitAt': kind('time', 'Last web visit', after('visited the website')),
  'campaign.lastResponseAt': kind('time', 'Last campaign response', after('responded')),
  'event.lastAttendedAt': kind('time', 'Last event attended', after('came to an event')),
  'event.lastRegisteredAt': kind('time', 'Last event registered for', after('registered for an event')),
  'source.kind': kind('option', 'Source', named('source')),
  'source.detail': kind('text', 'Source detail', named('source')),
  'social.lastEngagementAt': kind('time', 'Last social engagement', after('engaged on social media')),
  'lead.rating': kind('option', 'Rating', named('rating')),
  'lead.type': kind('option', 'Lead type', named('lead type')),
  /** Derived here from forms, talks and source; see lead-type.ts. */
  'lead.derivedType': kind('option', 'Lead type, derived', plain),
  /** Derived here from the job title; see authority.ts. */
  'person.authority': kind('option', 'Authority by title', plain),
  'deals.open': kind('number', 'Open deals', counted('open deal', 'open deals')),
  'deals.total': kind('number', 'Deals', counted('deal', 'deals')),
  /** Derived here from the playbook's ideal customer profile; see market.ts. */
  market: kind('option', 'Target market', plain),
  /** Derived beside it: which parts of the profile fit, which don't, which are not known. */
  'market.parts': kind('text', 'Target market, part by part', plain),
} as const satisfies Record<string, FactKind>;

/** Every shared name, 'market' included. */
export type SharedFactName = keyof typeof sharedFacts;
export const isSharedFact = (name: string): name is SharedFactName => Object.hasOwn(sharedFacts, name);

/** What is known of a fact's name. A team's own field (hubspot:contacts.my_field) is called by the field's name. */
export function factKind(name: string): FactKind {
  if (isSharedFact(name)) return sharedFacts[name];
  const label = shortText((name.split(/[.:]/).at(-1) ?? name).replace(/__c$/, '').replaceAll('_', ' '), 40);
  return kind('text', label, named(label));
}

type Shown = Pick<Fact, 'name' | 'value' | 'text'> & Partial<Pick<Fact, 'at' | 'day' | 'currency'>>;

/** The day that the CRM shows of a value that is a time; null where it is UTC's, or where the value is no time. */
export const dayOf = ({ value, at, day }: Pick<Shown, 'value' | 'at' | 'day'>): string | null =>
  day !== undefined && value === at ? day : null;

/** A sum with its own currency, never with another's. */
const inCurrency = (words: string, { currency }: Pick<Shown, 'currency'>): string =>
  currency === undefined ? words : `${words} ${shortText(currency, 10)}`;

/** The value alone, as a person reads it: "3 Oct 2026", "1,200", "Logistics". */
export function valueWords(fact: Shown): string {
  if (fact.text !== undefined && fact.text.trim() !== '') return shortText(fact.text);
  if (typeof fact.value === 'boolean') return fact.value ? 'yes' : 'no';
  if (typeof fact.value === 'number') return inCurrency(fact.value.toLocaleString('en-US'), fact);
  const { type } = factKind(fact.name);
  if (timeOf(fact.value) !== null && type !== 'name') return dayWords(dayOf(fact) ?? fact.value);
  const number = Number(fact.value);
  if (type === 'number' && fact.value.trim() !== '' && Number.isFinite(number))
    return inCurrency(number.toLocaleString('en-US'), fact);
  return inCurrency(shortText(fact.value), fact);
}

const ORIGINS = {
  alone: 'from the contact, no company record',
  empty: 'from the contact, empty in the company record',
  unread: 'from the contact, the company record could not be read',
} as const;

/** Where a fact of the firm is from, where that is not its company record; '' where it is. */
export const originWords = ({ fromContact }: Pick<Fact, 'fromContact'>): string =>
  fromContact === undefined ? '' : ORIGINS[fromContact];

type Told = Shown & Pick<Fact, 'fromContact'>;

/** Words, and where they are from. */
export const withOrigin = (words: string, fact: Told): string => {
  const origin = originWords(fact);
  return origin === '' ? words : `${words} (${origin})`;
};

/** A fact as a line of evidence: "replied 3 Oct 2026", "240 people", "title: VP Operations". */
export function factWords(fact: Told): string {
  return withOrigin(factKind(fact.name).words(valueWords(fact)), fact);
}
