// No field of our pages leaves what is typed in it to the browser, which would keep it in the profile's session files.
import { expect, it } from 'vitest';
import { read, repositoryFiles } from './files.ts';

const pages = repositoryFiles().filter((path) => /^(components|entrypoints)\/.*\.(tsx|html)$/.test(path));
/** A field's own tag: to its end, over arrows in it. */
const FIELD = /<(input|textarea|select)\b(?:=>|[^>])*>/g;
/** Field.tsx gives its control `autoComplete: 'off'`; a password field has its own word, and is kept by no browser. */
const KEPT_FROM_THE_BROWSER = /\{\.\.\.(control|props)\}|autoComplete="off"/;

it('every field says that the browser shall keep nothing of it', () => {
  const fields = pages.flatMap((path) => [...read(path).matchAll(FIELD)].map(([tag]) => ({ path, tag })));
  expect(fields.length).toBeGreaterThan(5);
  expect(fields.filter(({ tag }) => !KEPT_FROM_THE_BROWSER.test(tag))).toEqual([]);
});

it('no field that is handed to others says otherwise afterwards, and nothing else can be typed in', () => {
  const lines = pages.flatMap((path) =>
    read(path)
      .split('\n')
      .filter((line) => /autoComplete|(?<!aria-)autocomplete|contentEditable|contenteditable/.test(line))
      .map((line) => `${path}: ${line.trim()}`),
  );
  const others = lines.filter((line) => !/autoComplete(="off"|: 'off')/.test(line));
  expect(others).toEqual(["components/welcome/KeyField.tsx: autoComplete={shown ? 'off' : 'new-password'}"]);
});
