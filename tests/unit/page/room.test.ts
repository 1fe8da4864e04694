// Room for the sidebar: made by a margin, and given back exactly as it was.
// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { createRoom } from '@/lib/page/room';

function page(style?: string) {
  const root = document.createElement('div');
  if (style !== undefined) root.setAttribute('style', style);
  return { root, room: createRoom(root) };
}

describe('room', () => {
  it('leaves no trace where the page had no style', () => {
    const { root, room } = page();
    room.make('right', 360);
    expect(root.style.marginRight).toBe('360px');
    room.make('left', 420);
    expect([root.style.marginLeft, root.style.marginRight]).toEqual(['420px', '']);
    room.giveBack();
    room.giveBack();
    expect(root.hasAttribute('style')).toBe(false);
  });

  it('puts the page’s own margin back, with its priority, and leaves the rest alone', () => {
    const { root, room } = page('color: red; margin-right: 12px !important');
    room.make('right', 360);
    room.make('right', 380);
    room.giveBack();
    expect(root.style.marginRight).toBe('12px');
    expect(root.style.getPropertyPriority('margin-right')).toBe('important');
    expect(root.style.color).toBe('red');
  });

  it('leaves a margin that the page has set meanwhile', () => {
    const { root, room } = page();
    room.make('right', 360);
    root.style.setProperty('margin-right', '5px');
    room.giveBack();
    expect(root.style.marginRight).toBe('5px');
  });
});
