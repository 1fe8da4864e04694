// Leaves the note with the evidence on the contact's timeline.
import type { Step, Submission } from '@/lib/qualification/plan/submission';
import { htmlToText, textToHtml } from '@/lib/util/html';
import { problem } from '../client/problems';
import { holdUnmerged } from '../read/merged';
import { noteUrl } from '../read/notes';
import type { Portal } from '../setup/portal';
import { but, type Made } from './made';
import { makeOnce, twinsTold } from './make-once';
import { findMarked, noteForm, squeezed, withMarker } from './marker';

/** HubSpot's limit for a note's body, as HTML. */
const MOST = 65_536;
const NOTE_TO_CONTACT = 202;

type Result = NonNullable<Step['result']>;

async function result(
  portal: Portal,
  { ref }: Submission,
  id: string,
  made: Made,
  changed = '',
): Promise<Result> {
  const { look, contact } = made;
  const page = await portal.pages();
  const done = `Note left${look || changed ? '' : ' on the contact'}`;
  const urlOf = (one: string) => noteUrl(page({ ...ref, id: contact }), one);
  return { text: but(done, changed, look), url: urlOf(id), id, ...twinsTold('The note', made, urlOf) };
}

const find = (portal: Portal, submission: Submission, body: string, again: boolean) =>
  findMarked(portal, submission, {
    object: 'notes',
    property: 'hs_note_body',
    form: noteForm(submission, body),
    again,
  });

/** The note of this submission if it is there already. */
export async function probeNote(
  portal: Portal,
  submission: Submission,
  body: string,
): Promise<Step['result']> {
  const made = await find(portal, submission, body, true);
  return made.read && result(portal, submission, made.read.id, made);
}

/**
 * `body` is plain text; it is stored as HTML that shows it unchanged. Looks for itself first: never a second note.
 * `again`: it may have been sent before.
 */
export async function writeNote(
  portal: Portal,
  submission: Submission,
  body: string,
  again: boolean,
): Promise<Result> {
  const text = withMarker(body, submission);
  const html = textToHtml(text);
  if (html.length > MOST)
    throw problem('invalid', 'The note is too long for HubSpot. Shorten it and send again.');
  const before = await find(portal, submission, body, again);
  if (before.read) return result(portal, submission, before.read.id, before);
  const { contact } = before;
  holdUnmerged(submission, contact);

  const links = [{ id: contact, type: NOTE_TO_CONTACT }];
  const properties = { hs_timestamp: portal.now().toISOString(), hs_note_body: html };
  const { id, made } = await makeOnce(
    portal,
    { object: 'notes', by: submission.by, contact, properties, links, readBack: ['hs_note_body'] },
    () => find(portal, submission, body, false),
  );
  const { read } = made;
  const kept = read && htmlToText(read.properties.hs_note_body ?? '');
  const changed = kept !== null && squeezed(kept) !== squeezed(htmlToText(html));
  return result(portal, submission, id, made, changed ? 'HubSpot changed its wording' : '');
}
