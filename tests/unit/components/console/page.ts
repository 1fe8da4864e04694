// Puts a page into the test's document, works it as a person does, and asks axe about it.
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import axe from 'axe-core';
import type { ReactElement } from 'react';
import { afterEach, expect } from 'vitest';

afterEach(cleanup);

/** Renders inside act, so that what the page asks for at its start has been answered. */
export async function open(page: ReactElement): Promise<HTMLElement> {
  const { container } = await act(async () => render(page));
  return container;
}

export async function press(name: string | RegExp): Promise<void> {
  await act(async () => fireEvent.click(screen.getByRole('button', { name })));
}

export async function type(label: string | RegExp, value: string): Promise<void> {
  await act(async () => fireEvent.change(screen.getByLabelText(label), { target: { value } }));
}

/** A key on whatever has the keyboard. */
export async function key(name: string): Promise<void> {
  const target = document.activeElement ?? document.body;
  await act(async () => fireEvent.keyDown(target, { key: name }));
}

/** Fails with the rules that are broken. Contrast needs a real layout: the end-to-end tests hold it. */
export async function expectAccessible(container: HTMLElement): Promise<void> {
  const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
}
