// Every key that the help page names does something in the sidebar.
import { describe, expect, it } from 'vitest';
import { keyHelp } from '@/components/console/help/keys';
import { type KeySituation, keyAction } from '@/components/sidebar/keys/keymap';
import { playbook } from './fixtures';

const situations: KeySituation[] = (['ask', 'review'] as const).flatMap((view) =>
  playbook.criteria.map((criterion) => ({
    view,
    criterion,
    typing: false,
    onControl: false,
    written: false,
  })),
);

/** "Ctrl+Enter" as the keymap gets it. */
function press(name: string) {
  const ctrl = name.startsWith('Ctrl+');
  const key = name.replace('Ctrl+', '').replace('Esc', 'Escape');
  const plain = { code: '', meta: false, alt: false, shift: false, repeat: false, composing: false };
  return { key: key.length === 1 ? key.toLowerCase() : key, ctrl, ...plain };
}

describe('the keys of the help page', () => {
  const named = keyHelp.flatMap((group) => group.keys.flatMap(({ keys }) => keys));

  it.each(named)('%s is a key of the sidebar', (name) => {
    expect(situations.some((situation) => keyAction(press(name), situation) !== null)).toBe(true);
  });
});
