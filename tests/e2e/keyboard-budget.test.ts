// The keyboard budget under every built-in playbook: a full qualification takes one key a criterion and no pointer.
import { expect, it } from 'vitest';
import { builtins } from '../../lib/playbook/builtin/index.ts';
import { countPointer } from './support/pointer.ts';
import { sharedWorld } from './support/world.ts';

const world = sharedWorld();

/** One of the cast for each playbook: what was answered under one would come along to the next. */
const people = ['ann', 'noReply', 'referral', 'inbound', 'bought', 'opportunity', 'rtl'] as const;

const table = builtins.map((playbook, at) => [playbook.name, playbook, people[at] ?? 'ann'] as const);

async function choose(name: string): Promise<void> {
  const { context, extensionId } = world().browser;
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/console.html#playbook`);
  await page.getByRole('radio', { name }).check();
  const use = page.getByRole('button', { name: 'Use this playbook' });
  if ((await use.count()) > 0) await use.click();
  await page.getByRole('button', { name: 'In use' }).waitFor();
}

it.each(table)('%s', async (name, playbook, who) => {
  await choose(name);
  const sidebar = await (await world().visit(world().hubspot.people[who].url)).sidebar();
  await sidebar.frame.locator('[aria-busy=false]').waitFor();
  const pointer = await countPointer(sidebar);
  const asked: string[] = [];
  while ((await sidebar.nothingToAsk.count()) === 0) {
    const words = (await sidebar.question.textContent())?.trim();
    const criterion = playbook.criteria.find(({ ask }) => ask === words);
    if (!criterion) throw new Error(`${name} doesn't ask "${words}".`);
    asked.push(criterion.id);
    await sidebar.press(criterion.kind === 'yesno' ? 'y' : criterion.kind === 'choice' ? '1' : 'u');
    await sidebar
      .row(criterion.label)
      .filter({ hasText: /You|you/ })
      .waitFor();
  }
  expect(asked.length).toBeGreaterThan(0);
  expect(new Set(asked).size).toBe(asked.length);
  expect(sidebar.pressed).toHaveLength(asked.length);
  expect(await pointer()).toEqual([]);
});
