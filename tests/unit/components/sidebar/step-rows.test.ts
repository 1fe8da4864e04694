// What a row says of a write agrees with what is told above it, also of a record that became another one.
import { expect, it } from 'vitest';
import { stepRows } from '@/components/sidebar/sending/step-rows';
import type { Problem } from '@/lib/problem/problem';
import type { Step } from '@/lib/qualification/plan/submission';
import { submission, together } from '../../background/outbox/world';

const failed = (steps: Step[], problem: Problem): Step[] =>
  steps.map((step) => ({ ...step, state: 'failed', problem }));
const states = (steps: Step[]) => stepRows(steps, 'deal').map(({ name, state }) => [name, state]);
const merged: Problem = { kind: 'merged', message: 'm', mergedInto: '9' };
const standing = 'HubSpot wrote Lifecycle Stage: customer on the record that was kept (9): look there';

it('fields that HubSpot set on the record that was kept are not called not written', () => {
  const [fields] = submission().steps;
  if (!fields) throw new Error('no step');
  expect(states(failed([fields], merged))).toEqual([['Fields', 'failed']]);
  expect(states(failed([fields], { ...merged, standing }))).toEqual([['Fields', 'told']]);
});

it('nor are those of a write of several parts, whose others are not there', () => {
  const { steps } = together(submission());
  expect(states(failed(steps, { ...merged, standing }))).toEqual([
    ['Fields', 'told'],
    ['Deal', 'failed'],
    ['Note', 'failed'],
  ]);
});

it('a note of which it is told what was written before it is not written', () => {
  const steps = submission().steps.filter(({ id }) => id === 'note');
  const told = { ...merged, standing: 'Already written: the fields' };
  expect(states(failed(steps, told))).toEqual([['Note', 'failed']]);
});
