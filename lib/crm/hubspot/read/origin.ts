// What HubSpot itself says of who made a note: which app's key, when, and who has changed its words since.
import { claimed } from '@/lib/qualification/record-line/claimed';
import { findRecord } from '@/lib/qualification/record-line/record-parse';
import type { Origin } from '@/lib/qualification/record-line/vouched';
import { timeOf } from '@/lib/util/dates';
import { htmlToText } from '@/lib/util/html';
import type { HubSpotObject } from '../client/shapes';
import { isoTime } from '../client/times';
import type { Ours } from '../setup/ours';

/**
 * HubSpot sets them, and nobody who writes a record can: the kind of source, whose it is (of an integration the app's id),
 * and a name for people (of an integration the app's). Seen so in answers of live portals that are public, as
 * {"hs_object_source":"INTEGRATION","hs_object_source_id":"14696758"}; no document that we have lists the values. What
 * an object doesn't have HubSpot leaves out.
 */
export const ORIGIN_PROPERTIES = [
  'hs_object_source',
  'hs_object_source_id',
  'hs_object_source_detail_1',
  'hs_created_by_user_id',
  'hs_updated_by_user_id',
  'hs_lastmodifieddate',
];

type Source = { type: string; id: string; name: string };
type Version = NonNullable<HubSpotObject['propertiesWithHistory']>[string][number];

export const sourceOf = ({ properties }: HubSpotObject): Source => ({
  type: properties.hs_object_source ?? '',
  id: properties.hs_object_source_id ?? '',
  name: properties.hs_object_source_detail_1 ?? '',
});

const sourceOfVersion = ({ sourceType, sourceId, sourceLabel }: Version): Source => ({
  type: sourceType ?? '',
  id: sourceId ?? '',
  name: sourceLabel ?? '',
});

/** Sources in a person's words; what made the note where it was no key of ours. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^$/, 'it doesn’t know what wrote it'],
  [/(^|_)FORMS?(_|$)|CONVERSATION|CHAT|BOT/, 'a form or a chat wrote it, not Stagecheck'],
  [/EMAIL|INBOX/, 'it came by email, not from Stagecheck'],
  [/AUTOMATION|WORKFLOW|FLOW|INTERNAL/, 'a workflow wrote it, not Stagecheck'],
  [/IMPORT|MIGRATION|MERGE|CLONE/, 'it was brought in from elsewhere'],
  [/CRM_UI|MOBILE|USER/, 'someone typed it, and not Stagecheck'],
];

/** An app in words; its name is whatever its maker called it. */
const appOf = (name: string): string => {
  const told = claimed(name, 60);
  return told === '' ? 'another app' : `the app ${told}`;
};

function notOurs({ type, name }: Source): string {
  if (type.toUpperCase() === 'INTEGRATION') return `${appOf(name)} wrote it, and none called Stagecheck`;
  return KINDS.find(([kind]) => kind.test(type.toUpperCase()))?.[1] ?? 'Stagecheck did not write it';
}

/** The record line of a body as it is compared; '' where it has none in its place. */
function lineIn(body: string): string {
  const found = findRecord(htmlToText(body));
  return found.kind === 'record' ? JSON.stringify(found.note) : '';
}

/**
 * Whose the line is that stands in the note now. made: of the app that made the note, as HubSpot's versions of the body
 * tell. An app of ours with another key: that one's name, for it speaks for somebody else. nobody: of no app of ours.
 * untold: HubSpot doesn't tell what the body was before. Words around the line may be edited by anyone.
 */
type Hand = { kind: 'made' | 'nobody' | 'untold' } | { kind: 'other'; app: string };

function handOf(note: HubSpotObject, ours: Ours): Hand {
  const maker = sourceOf(note);
  const versions = (note.propertiesWithHistory?.hs_note_body ?? []).map((one) => ({
    source: sourceOfVersion(one),
    body: one.value ?? '',
  }));
  // Versions that name no source say less than the note's own, which has been looked at.
  const silent = ({ source }: { source: Source }) =>
    source.type === '' || (source.type === maker.type && source.id === '');
  if (versions.every(silent)) return { kind: 'untold' };
  const now = lineIn(note.properties.hs_note_body ?? '');
  const same = ({ type, id, name }: Source) =>
    type === maker.type && id === maker.id && (id !== '' || name === maker.name);
  const holding = versions.filter(({ body }) => lineIn(body) === now);
  if (holding.some(({ source }) => same(source))) return { kind: 'made' };
  const other = holding.find(({ source }) => ours.wrote(source));
  return other ? { kind: 'other', app: other.source.name } : { kind: 'nobody' };
}

/** HubSpot touches a note itself as it is made, to link it and to count. No document says how long; a judgment. */
const MAKING_MS = 10_000;

/** Who changed it since, as far as HubSpot tells; '' where nobody did. */
function changedSince(note: HubSpotObject, hand: Hand): string {
  if (hand.kind === 'other') return `changed since by ${appOf(hand.app)} in HubSpot`;
  if (hand.kind !== 'untold') return '';
  const { hs_created_by_user_id: made = '', hs_updated_by_user_id: changed = '' } = note.properties;
  if (changed !== '' && changed !== made) return 'changed since by someone in HubSpot';
  const [from, to] = [timeOf(note.createdAt ?? null), timeOf(isoTime(note.properties.hs_lastmodifieddate))];
  const still = from !== null && to !== null && to - from <= MAKING_MS;
  return still ? '' : 'may have been changed since';
}

/** A note counts as ours where the key's app made it. The rest of it is `heard`'s to judge. */
export function originOf(note: HubSpotObject, ours: Ours): Origin {
  const source = sourceOf(note);
  const hand = handOf(note, ours);
  const since = changedSince(note, hand);
  return {
    notOurs: !ours.wrote(source)
      ? notOurs(source)
      : hand.kind === 'nobody'
        ? 'someone changed what Stagecheck wrote in it'
        : null,
    at: note.createdAt ?? null,
    // A key is no person: whoever has it can say to be anybody (docs/security.md).
    via: () => `by the shared key${since && ', '}${since}`,
  };
}
