// Makes room for the sidebar by a margin of the document element, and gives it back exactly as it was.

export type Room = { make(side: 'left' | 'right', width: number): void; giveBack(): void };

export function createRoom(root: HTMLElement): Room {
  let before: { name: string; value: string; priority: string; ours: string; bare: boolean } | null = null;

  function giveBack(): void {
    if (!before) return;
    const { name, value, priority, ours, bare } = before;
    before = null;
    // The page has set a margin of its own meanwhile: that one stays.
    if (root.style.getPropertyValue(name) !== ours) return;
    root.style.setProperty(name, value, priority);
    // Read first: Chromium writes a changed style back to the attribute late, even over its removal.
    if (bare && !root.getAttribute('style')) root.removeAttribute('style');
  }

  return {
    make(side, width) {
      giveBack();
      const name = `margin-${side}`;
      const ours = `${width}px`;
      before = {
        name,
        value: root.style.getPropertyValue(name),
        priority: root.style.getPropertyPriority(name),
        ours,
        bare: !root.hasAttribute('style'),
      };
      root.style.setProperty(name, ours, 'important');
    },
    giveBack,
  };
}
