// Changes of how the sidebar stands that come faster than the answers to them.
// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Layout } from '@/lib/protocol/layout';
import type { Reply } from '@/lib/protocol/messages';
import { layout } from './fixtures';
import { held } from './memory-backend';
import { settle, showSidebar } from './screen';

test('a press of Narrower counts though the answer to the one before comes late', async () => {
  const replies: ((width: number) => void)[] = [];
  const page = showSidebar({
    'panel.layout': () => {
      const reply = held<Reply<'panel.layout'>>();
      replies.push((width) => {
        const stands: Layout = { ...layout, width };
        // Both ways on which the background tells it.
        page.push({ push: 'layout', layout: stands });
        reply.release({ ok: true, value: { layout: stands } });
      });
      return reply.promise;
    },
  });
  await page.goTo('101');
  fireEvent.click(screen.getByRole('button', { name: 'Menu' }));
  await screen.findByRole('button', { name: 'Narrower' });
  const narrower = () => fireEvent.click(screen.getByRole('button', { name: 'Narrower' }));
  narrower();
  narrower();
  replies[0]?.(320);
  await settle();
  expect(screen.getByText('Width: 280 px')).toBeTruthy();
  replies[1]?.(280);
  await settle();
  expect(page.memory.bodies('panel.layout')).toEqual([
    { layout: { width: 320 } },
    { layout: { width: 280 } },
  ]);

  // What the page does later, by its handle, holds.
  page.push({ push: 'layout', layout: { ...layout, width: 500 } });
  expect(screen.getByText('Width: 500 px')).toBeTruthy();
});

test('a change that could not be kept says so, and what is told afterwards holds', async () => {
  const page = showSidebar({
    'panel.layout': () => ({ ok: false, problem: { kind: 'storage', message: 'The disk is full.' } }),
  });
  await page.goTo('101');
  fireEvent.click(screen.getByRole('button', { name: 'Menu' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Wider' }));
  await settle();
  page.push({ push: 'layout', layout });
  expect(screen.getByText('Width: 360 px')).toBeTruthy();
  expect(page.sidebar.store.getState().problem?.kind).toBe('storage');
});
