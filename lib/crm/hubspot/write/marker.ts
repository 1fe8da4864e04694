// Finds what a submission has already created, among the contact's own notes, deals and tasks: by who made it and its text.
import { marker } from '@/lib/qualification/note/note';
import type { Submission } from '@/lib/qualification/plan/submission';
import { htmlToText } from '@/lib/util/html';
import { problem } from '../client/problems';
import type { HubSpotObject } from '../client/shapes';
import { ORIGIN_PROPERTIES, sourceOf } from '../read/origin';
import { related } from '../read/related';
import type { Portal } from '../setup/portal';
import { amongAll, amongNewest, othersOf } from './look-through';
import { lookAt, type Made } from './made';

/**
 * What a text is like that was made for a submission, squeezed. Its id alone tells nothing: a workflow copies the text of
 * one thing that we made into another, a deal's description into a note.
 */
export type Form = {
  /** It has what only this kind of thing has, and of this submission. Enough where our key made it. */
  has: (squeezed: string) => boolean;
  /** All of it is as we write it. Where HubSpot doesn't say whose key made it, as at a key's first write, that decides. */
  is: (squeezed: string) => boolean;
};

/** A text without the blanks, which editors and HTML change. */
export const squeezed = (text: string): string => text.replace(/\s+/g, '');

const same = (text: string) => (found: string) => found === squeezed(text);

export type Sought = {
  object: 'notes' | 'deals' | 'tasks';
  /** Where the marker is. */
  property: string;
  properties?: string[];
  form: Form;
  /** It may have been sent before: then all are looked through, what they were before included. */
  again: boolean;
};

/**
 * The note, deal or task that our key made for the submission, by its text or by what that was before somebody changed
 * it, with those of the same page that are the same; `read` is null where there is none. What HubSpot says something else made (a workflow, a form, a person) is
 * never taken. By association and id, never by search: the search index lags behind, and a miss here would write a second
 * time. What was never sent before is looked for among the newest alone. Of a contact that was merged meanwhile HubSpot answers with the
 * one that was kept, which has got what was made for it.
 */
export async function findMarked(portal: Portal, submission: Submission, sought: Sought): Promise<Made> {
  const { object, property, properties = [], form, again } = sought;
  const from = { object: 'contacts', id: submission.ref.id };
  const { record, ids, whole } = await related(portal, from, object, ['email']);
  const of = (all: readonly HubSpotObject[]): Made => ({
    read: all[0] ?? null,
    twins: all.slice(1).map(({ id }) => id),
    look: lookAt(submission.ref.id, record.id),
    contact: record.id,
  });
  const ours = await portal.ours.known();
  const isIt = (one: HubSpotObject) => {
    const source = sourceOf(one);
    const fits = ours.wrote(source) ? form.has : isKey(source) ? form.is : () => false;
    const versions = one.propertiesWithHistory?.[property] ?? [];
    return [{ value: one.properties[property] }, ...versions].some(({ value }) =>
      fits(squeezed(htmlToText(value ?? ''))),
    );
  };
  const asked = { object, property, properties: [property, ...properties, ...ORIGIN_PROPERTIES], isIt };
  if (!again) return of(await amongNewest(portal, ids, asked));
  const found = await amongAll(portal, ids, asked);
  if (found.length > 0) return of(found);
  // What can't be looked through is not absent: it would be written again.
  if (!whole) throw problem('odd-answer', `HubSpot names more ${object} than can be looked through.`);
  return of(await amongAll(portal, await othersOf(portal, record.id, object, ids), asked));
}

/** Some app's key, or nobody knows what. */
const isKey = ({ type }: { type: string }) => type === '' || type.toUpperCase() === 'INTEGRATION';

/** The last line of what we make, but for a note's. */
const lastLine = (submission: Submission) => `Stagecheck ${marker(submission.id)}`;

/** The text with the marker in it: as it is where it has one already. */
export function withMarker(text: string, submission: Submission): string {
  return text.includes(marker(submission.id))
    ? text
    : `${text}${text === '' ? '' : '\n'}${lastLine(submission)}`;
}

/** The description of a deal that we make. */
export const dealText = (submission: Submission): string =>
  withMarker('Created from a qualification.', submission);

/**
 * A note has the submission's record line, which nothing else of ours has: whoever copied it copied a note that is there.
 * `body`: as it is written.
 */
export function noteForm(submission: Submission, body: string): Form {
  const is = same(withMarker(body, submission));
  const has = (text: string) => is(text) || text.includes(`stagecheck/1${marker(submission.id)};`);
  return { has, is: has };
}

/** A task has the last line of the next step's, and is not the text of a deal. */
export function taskForm(submission: Submission, body: string): Form {
  const is = same(withMarker(body, submission));
  const own = squeezed(lastLine(submission));
  const deals = squeezed(dealText(submission));
  return { has: (text) => is(text) || (text.includes(own) && !text.includes(deals)), is };
}

/** A deal's text is the same for all that is decided. */
export function dealForm(submission: Submission): Form {
  const text = dealText(submission);
  return { has: (found) => found.includes(squeezed(text)), is: same(text) };
}
