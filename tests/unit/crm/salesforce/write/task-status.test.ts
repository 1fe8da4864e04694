// Which task status says done and which to do: what the org itself calls closed and default, in whatever words.
import { describe, expect, it } from 'vitest';
import { statusesOf } from '@/lib/crm/salesforce/write/write-next';
import { type RealOrg, realOrgs } from '../../real-orgs';

type Status = RealOrg[string][number];

const fieldOf = (statuses: readonly Status[]) => [
  {
    ...{ name: 'Status', label: 'Status', type: 'picklist', updateable: true, createable: true },
    ...{ unique: false, length: 255, restrictedPicklist: false },
    picklistValues: statuses.map(({ value, label = value, isDefault = false, active = true }) => ({
      ...{ value, label, active, defaultValue: isDefault },
    })),
  },
];
const knownOf = (statuses: readonly Status[]) =>
  statuses.map(({ value, closed = false, isDefault = false }) => ({ value, closed, usual: isDefault }));
const told = (statuses: readonly Status[]) => statusesOf(fieldOf(statuses), knownOf(statuses));

describe('the status of a task', () => {
  it('is the org’s closed one for what is done, whatever it is called', () => {
    const own = [
      { value: 'Offen', isDefault: true },
      { value: 'Completed later' },
      { value: 'Storniert', closed: true },
      { value: 'Vom Tisch', closed: true },
    ];
    expect(told(own)).toEqual({ done: 'Vom Tisch', open: 'Offen' });
  });

  it('is the default for what is to be done, and another open one where the default is closed or off', () => {
    expect(told([{ value: 'A' }, { value: 'B', isDefault: true }, { value: 'C', closed: true }]).open).toBe(
      'B',
    );
    expect(told([{ value: 'A', closed: true, isDefault: true }, { value: 'B' }]).open).toBe('B');
    expect(told([{ value: 'A', isDefault: true, active: false }, { value: 'B' }]).open).toBe('B');
  });

  it('is told by its words where the org’s list may not be read', () => {
    const words = (statuses: readonly Status[]) => statusesOf(fieldOf(statuses), []);
    expect(words([{ value: 'Aberta', isDefault: true }, { value: 'Concluído' }])).toEqual({
      ...{ done: 'Concluído', open: 'Aberta' },
    });
    expect(words([])).toEqual({ done: 'Completed', open: 'Not Started' });
  });
});

/** Judged by hand: what a note that was left, and a step that is to come, stand at in each org. */
const judged: Readonly<Record<string, { done: string; open: string }>> = {
  'org-01': { done: 'Completed', open: 'Not Started' },
  'org-02': { done: 'Completa', open: 'NaoIniciado' },
  'org-03': { done: 'Concluído', open: 'Não iniciado' },
  'org-04': { done: 'Completed', open: 'Open' },
  'org-05': { done: 'Completed', open: 'Not Started' },
  'org-06': { done: 'Completee', open: 'Ouverte' },
  'org-07': { done: 'Completed', open: 'Open' },
  'org-08': { done: 'Completed', open: 'Not Started' },
  'org-09': { done: 'Completed', open: 'Open' },
  'org-10': { done: 'Completed', open: 'Open' },
  'org-11': { done: 'Completed', open: 'Open' },
  'org-12': { done: 'Completada', open: 'No iniciada' },
  'org-13': { done: 'Completed', open: 'Open' },
  'org-14': { done: 'Completed', open: 'Open' },
};

const orgs = realOrgs();
describe.skipIf(orgs === null)('in a real org (where the shared data is found)', () => {
  it.each(Object.entries(judged))('%s is as judged, also where only the words tell', (name, right) => {
    const statuses = orgs?.[name]?.TaskStatus ?? [];
    expect(told(statuses)).toEqual(right);
    expect(statusesOf(fieldOf(statuses), [])).toEqual(right);
  });
});
