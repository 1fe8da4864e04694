// A playbook with hostile text in each place that its schema leaves free: the console shows it as it is, and it makes nothing.
// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Console } from '@/components/console/Console';
import { parsePlaybook } from '@/lib/playbook';
import { defaultPlaybook } from '@/lib/playbook/builtin/default';
import { ok } from '@/lib/problem/problem';
import { cleanLine } from '@/lib/util/text';
import { families } from '../../../fuzz/hostile-text';
import { kindsIn, madeOf } from '../text-only';
import { background, shellWithAccess } from './fixtures';
import { open } from './page';

/** What a person reads in a playbook; ids, versions, kinds and rules are not free. */
const FREE = /^(name|label|ask|yes|no|text|words|description|meaning|say|title|why|note|comment|short|help)$/;

let places = 0;

/** The default playbook with this in place of every free text, each with a number, so that no two are the same. */
function saying(text: string, at: unknown = defaultPlaybook): unknown {
  if (Array.isArray(at)) return at.map((one: unknown) => saying(text, one));
  if (typeof at !== 'object' || at === null) return at;
  return Object.fromEntries(
    Object.entries(at).map(([key, value]: [string, unknown]) => [
      key,
      FREE.test(key) && typeof value === 'string' ? `${text} ${++places}` : saying(text, value),
    ]),
  );
}

async function show(text: string): Promise<HTMLElement | null> {
  const parsed = parsePlaybook(saying(text, { ...defaultPlaybook, id: 'of-the-team' }));
  if (!parsed.ok) return null;
  location.hash = 'playbook';
  const active = { playbook: parsed.playbook, hash: text, origin: text };
  const { send } = background({ 'connections.list': () => ok([]), 'playbook.active': () => ok(active) });
  return open(<Console send={send} shell={shellWithAccess} />);
}

it('is text in the console, wherever a playbook can hold any', async () => {
  const usual = await show('Plain words');
  const kinds = kindsIn(usual ?? document.body);
  cleanup();
  let seen = 0;
  // Each family’s every third: a playbook has hundreds of places, and each is drawn for each text.
  const texts = Object.values(families).flatMap((all) => all.filter((_, at) => at % 3 === 0));
  for (const text of texts) {
    const page = await show(text);
    // What the schema refuses (too long, empty, control characters) never gets as far as a page.
    if (!page) continue;
    seen += 1;
    expect(madeOf(page, kinds, 'no.host')).toEqual([]);
    const title = screen.getByRole('heading', { level: 1 }).textContent ?? '';
    expect(cleanLine(title)).toContain(cleanLine(text).slice(0, 30).trim());
    cleanup();
  }
  expect(seen).toBeGreaterThan(60);
}, 240_000);
