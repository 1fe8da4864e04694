// The panel of a view: where the keyboard is once it opens.
// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { useLayoutEffect, useRef } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Panel } from '@/components/ui/Panel';

/** Stands for a rep who clicks into a field in the moment in which it is there. */
function ClickedAtOnce() {
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  return <input ref={field} aria-label="Note" />;
}

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('a panel that opens', () => {
  it('takes the keyboard to its title', () => {
    vi.spyOn(document, 'hasFocus').mockReturnValue(true);
    render(<Panel title="Review and write">words</Panel>);
    expect(document.activeElement).toBe(screen.getByRole('heading'));
  });

  it('leaves it in a field where the rep has gone already', () => {
    vi.spyOn(document, 'hasFocus').mockReturnValue(true);
    render(
      <Panel title="Review and write">
        <ClickedAtOnce />
      </Panel>,
    );
    expect(document.activeElement).toBe(screen.getByRole('textbox'));
  });

  it('takes nothing from another document', () => {
    vi.spyOn(document, 'hasFocus').mockReturnValue(false);
    render(<Panel title="Review and write">words</Panel>);
    expect(document.activeElement).toBe(document.body);
  });
});
