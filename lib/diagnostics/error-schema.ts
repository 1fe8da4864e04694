// The schema of an error's row: what a page sends, and what is kept, is held to it. Pure.
import * as v from 'valibot';
import { FRAME, FRAMES, MESSAGE, NAME, WHERE } from './error-row';

/** Says of a text that it is not of this form, without repeating the form. */
const like = (form: RegExp) =>
  v.pipe(
    v.string(),
    v.check((text) => form.test(text), 'It is not of this form.'),
  );

export const ErrorRowSchema = v.strictObject({
  level: v.picklist(['error', 'information']),
  name: like(NAME),
  message: like(MESSAGE),
  where: like(WHERE),
  stack: v.pipe(v.array(like(FRAME)), v.maxLength(FRAMES)),
  at: v.pipe(v.string(), v.isoTimestamp()),
});
