// Leaves the note with the evidence on the contact's timeline.
import type { Step, Submission } from '../../qualification/submission';
import { htmlToText, textToHtml } from './html-text';
import { findMarked, withMarker } from './marker';
import { withoutOwner } from './owner-field';
import type { Portal } from './portal';
import { problem } from './problems';
import { noteUrl } from './read-around';

/** HubSpot's limit for a note's body, as HTML. */
const MOST = 65_536;
const NOTE_TO_CONTACT = 202;

type Result = NonNullable<Step['result']>;

async function result(portal: Portal, { ref }: Submission, id: string): Promise<Result> {
  const page = await portal.pages();
  return { text: 'Note left on the contact', url: noteUrl(page(ref), id), id };
}

/** The note of this submission if it is there already. */
export async function probeNote(portal: Portal, submission: Submission): Promise<Step['result']> {
  const { found } = await findMarked(portal, submission, 'notes', 'hs_note_body');
  return found ? result(portal, submission, found.id) : null;
}

/** `body` is plain text; it is stored as HTML that shows it unchanged. Looks for itself first: never a second note. */
export async function writeNote(portal: Portal, submission: Submission, body: string): Promise<Result> {
  const text = withMarker(body, submission);
  const html = textToHtml(text);
  if (html.length > MOST)
    throw problem('invalid', 'The note is too long for HubSpot. Shorten it and send again.');
  const { contact, found } = await findMarked(portal, submission, 'notes', 'hs_note_body');
  if (found) return result(portal, submission, found.id);

  const links = [{ id: contact, type: NOTE_TO_CONTACT }];
  const properties = { hs_timestamp: portal.now().toISOString(), hs_note_body: html };
  const made = await withoutOwner(submission.by, (owner) =>
    portal.client.create('notes', { ...properties, ...owner }, links),
  );

  const note = await portal.client.get('notes', made.id, ['hs_note_body'], ['contacts']);
  const kept = htmlToText(note.properties.hs_note_body ?? '');
  if (kept.replace(/\s+/g, '') !== htmlToText(html).replace(/\s+/g, ''))
    return { ...(await result(portal, submission, made.id)), text: 'Note left; HubSpot changed its wording' };
  return result(portal, submission, made.id);
}
