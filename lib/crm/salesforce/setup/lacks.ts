// What could not be looked up, why, and who can change that: in words, for the place where somebody would look for it.
import type { ProblemError } from '@/lib/problem/problem';
import type { Snapshot } from '@/lib/record/snapshot';
import { own } from '@/lib/util/object';
import { problem } from '../client/problems';
import { type Lack, once } from '../client/select';

type Gap = Snapshot['gaps'][number];

const OBJECTS: Readonly<Record<string, string>> = {
  Account: 'accounts',
  Campaign: 'campaigns',
  CampaignMember: 'campaign responses',
  Contact: 'contacts',
  EmailMessage: 'emails',
  EmailMessageRelation: 'whom emails are with',
  Event: 'events',
  Lead: 'leads',
  LeadHistory: 'the history of leads',
  LiveChatTranscript: 'chats',
  MessagingSession: 'messages',
  Opportunity: 'opportunities',
  OpportunityContactRole: 'contact roles',
  Task: 'tasks',
  User: 'users',
};

/** "CampaignMember" -> "campaign member", "Legacy_Id__c" -> "legacy id". */
const spoken = (name: string): string =>
  name
    .replace(/__\w$/, '')
    .replaceAll('_', ' ')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase();

/** "CallType" -> "call type", "IsClosed" -> "closed". */
export const fieldWords = (name: string): string => spoken(name).replace(/^(is|has) (?=\w)/, '');
export const objectWords = (object: string): string => own(OBJECTS, object) ?? spoken(object);

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
/** "a, b and c" */
const list = (all: readonly string[]): string =>
  all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
const unique = (all: readonly string[]) => [...new Set(all)];
const named = ({ object, field }: Lack) => `${fieldWords(field)} of ${objectWords(object)}`;

/** Why, and who can change it; '' where nothing is lacking. */
export function lackWhy(lacks: readonly Lack[]): string {
  const all = once(lacks);
  const objects = unique(all.filter(({ field }) => field === '').map(({ object }) => objectWords(object)));
  const fields = all.filter(({ field, use }) => field !== '' && use === 'select');
  const useless = all.filter(({ field, use }) => field !== '' && use !== 'select');
  return [
    ...(objects.length === 0
      ? []
      : [`this sign-in may not read ${list(objects)}; an admin can allow it in a permission set`]),
    ...(fields.length === 0
      ? []
      : [
          `this sign-in may not see the ${list(fields.map(named))}; an admin can show it (field-level security)`,
        ]),
    ...(useless.length === 0
      ? []
      : [
          `Salesforce does not search or sort by the ${list(useless.map(named))}, as where it is encrypted; an admin can change that`,
        ]),
  ].join('; ');
}

/** Without these nothing of ours is missing: what is told by them is told otherwise. */
const QUIET: readonly string[] = ['Task.Type'];

/** One gap for each object that is lacking, or lacks fields; what could only not be sorted or narrowed is none. */
export function lackGaps(lacks: readonly Lack[]): Gap[] {
  const told = once(lacks).filter(
    ({ object, field, use }) => use === 'select' && !QUIET.includes(`${object}.${field}`),
  );
  return unique(told.map(({ object }) => object)).map((object) => {
    const mine = told.filter((one) => one.object === object);
    const fields = mine.flatMap(({ field }) => (field === '' ? [] : [fieldWords(field)]));
    const what = capital(objectWords(object));
    return { what: fields.length === 0 ? what : `${what} (${fields.join(', ')})`, why: lackWhy(mine) };
  });
}

/** Why a query was not sent: without what is lacking there is nothing to ask. `what`: what was to be looked up. */
export const notAsked = (what: string, lacks: readonly Lack[]): ProblemError =>
  problem('forbidden', `${what} could not be looked up: ${lackWhy(lacks)}.`);
