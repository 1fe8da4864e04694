// What is doubtful about a mapping is said, and what isn't is not.
import { describe, expect, it } from 'vitest';
import { mappingTargets } from '@/components/shared/mapping-store';
import { mappingWarnings } from '@/components/shared/mapping-warnings';
import type { StageMapping } from '@/lib/record/mapping';
import { playbook, stageFields } from './fixtures';

const targets = mappingTargets(playbook);
const stage = (value: string) => [{ field: 'lifecyclestage', value }];
const status = (value: string) => [{ field: 'hs_lead_status', value }];
const good: StageMapping = {
  lead: stage('lead'),
  prospect: stage('salesqualifiedlead'),
  opportunity: stage('opportunity'),
  disqualified: status('UNQUALIFIED'),
  nurture: [],
};
const warn = (change: StageMapping) =>
  mappingWarnings(stageFields, targets, { ...good, ...change }, 'HubSpot');
const kinds = (change: StageMapping) => warn(change).map(({ kind, target }) => [kind, target]);

describe('mappingWarnings', () => {
  it('is silent about a mapping in order, about evidence only, and about a target that is not there', () => {
    expect(warn({})).toEqual([]);
    expect(warn({ lead: [], prospect: [], opportunity: [] })).toEqual([]);
    expect(mappingWarnings(stageFields, targets, {}, 'HubSpot')).toEqual([]);
  });

  it('names a value that the account does not offer, and a field that it does not have', () => {
    expect(warn({ nurture: status('LATER') })).toEqual([
      expect.objectContaining({ kind: 'gone', target: 'nurture' }),
    ]);
    expect(warn({ nurture: status('LATER') })[0]?.text).toContain('“LATER” in Lead status');
    expect(kinds({ nurture: [{ field: 'no_such_field', value: 'x' }] })).toEqual([['gone', 'nurture']]);
  });

  it('names a value that is hidden', () => {
    expect(kinds({ opportunity: stage('legacy') })).toEqual([['hidden', 'opportunity']]);
  });

  it('names a stage that would be a step back, against the highest one below it', () => {
    expect(kinds({ prospect: stage('subscriber') })).toEqual([['order', 'prospect']]);
    const [warning] = warn({ opportunity: stage('subscriber') });
    expect(warning?.text).toContain('from Prospect to Opportunity');
  });

  it('does not mind the order of a field that is no ladder, nor of outcomes', () => {
    expect(kinds({ lead: status('CONNECTED'), prospect: status('NEW') })).toEqual([]);
    expect(kinds({ nurture: stage('subscriber') })).toEqual([]);
  });

  it('names stages that cannot be told apart', () => {
    expect(kinds({ prospect: stage('lead') })).toEqual([['same', 'prospect']]);
    expect(kinds({ prospect: [...stage('lead'), ...status('CONNECTED')] })).toEqual([]);
  });
});
