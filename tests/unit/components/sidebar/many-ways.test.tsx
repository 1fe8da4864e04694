// What is missing is said to be the nearest way only where not all of them were searched.
// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { moreWaysWords, verdictDetail } from '@/components/sidebar/words/verdict';
import type { StageVerdict, Verdict } from '@/lib/playbook/verdict';
import { manyWays } from './many-ways';
import { showSidebar } from './screen';

const words = 'More ways may lead there; only the nearest were searched.';

test('it is said under what is missing, and not once nothing is', async () => {
  const page = showSidebar({ 'playbook.active': () => ({ ok: true, value: manyWays }) });
  await page.goTo('101');
  expect(screen.getByText(/^Missing: /)).toBeTruthy();
  expect(screen.getByText(words)).toBeTruthy();
});

test('it is said only where ways are named, and their number is no more exact than what is known', () => {
  const { playbook } = manyWays;
  const [first, second] = playbook.stages;
  const set = [{ criterion: 'c1', accept: ['yes'] }];
  const stage: StageVerdict = {
    id: second?.id ?? '',
    rule: 'unknown',
    holds: 'unknown',
    missing: [set, set],
    against: [],
  };
  const verdict = (part: Partial<StageVerdict>): Verdict => ({
    ...{ playbook: { id: 'x', version: '1', hash: 'x' }, stage: first?.id ?? null, nextStage: stage.id },
    ...{ stages: [{ ...stage, ...part }], next: null, outcomes: [], flags: [], scales: [], labels: [] },
  });
  expect(moreWaysWords(verdict({ cut: 'search' }))).toBe(words);
  expect(moreWaysWords(verdict({ cut: 'list' }))).toBe('');
  expect(moreWaysWords(verdict({}))).toBe('');
  expect(moreWaysWords(verdict({ cut: 'search', holds: 'no', missing: [] }))).toBe('');
  expect(moreWaysWords({ ...verdict({ cut: 'search' }), nextStage: null })).toBe('');
  expect(verdictDetail(playbook, verdict({}))).toBe('Missing: Point 2 (or 1 other way)');
  expect(verdictDetail(playbook, verdict({ cut: 'list' }))).toBe(
    'Missing: Point 2 (or 1 other way, and more)',
  );
});

test('it is not said where all ways are known', async () => {
  const page = showSidebar();
  await page.goTo('101');
  expect(screen.getByText(/^Missing: /)).toBeTruthy();
  expect(screen.queryByText(words)).toBeNull();
});
