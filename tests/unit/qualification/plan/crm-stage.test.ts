// Where the CRM says that a record stands, in a field with more steps than the playbook has stages; and writing over it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crmStage } from '@/lib/qualification';
import type { Decision } from '@/lib/qualification/answers/draft';
import { fieldChanges } from '@/lib/qualification/plan/changes';
import { isUnmapped, mappedValue, meaningOf, stagesAbove } from '@/lib/qualification/plan/crm-stage';
import type { StageField, StageMapping } from '@/lib/record/mapping';
import { playbook, snapshot } from '../fixture';

const NAMES = ['Prospecting', 'Qualification', 'Analysis', 'Proposal', 'Won', 'Lost'];
const field = (more: Partial<StageField> = {}, elsewhere: string[] = []): StageField => ({
  field: 'Opportunity.StageName',
  label: 'Stage',
  ordered: true,
  spans: true,
  options: NAMES.map((value, order) => ({
    ...{ value, label: value, order, hidden: false },
    ...(order > 3 ? { final: true } : {}),
    ...(elsewhere.includes(value) ? { elsewhere: true } : {}),
  })),
  ...more,
});
const entry = (...values: string[]) => values.map((value) => ({ field: 'Opportunity.StageName', value }));
const mapping: StageMapping = { prospect: entry('Prospecting'), opportunity: entry('Qualification') };
const stages = (value: string) => [
  { field: 'Opportunity.StageName', label: 'Stage', value, text: value, since: null },
];
const stage = (id: string): Decision => ({ kind: 'stage', stage: id, override: null });
const changes = (
  value: string,
  decision: Decision,
  more: { mapping?: StageMapping; field?: StageField } = {},
) =>
  fieldChanges(decision, 'It', {
    playbook,
    snapshot: snapshot([], { stages: stages(value) }),
    mapping: more.mapping ?? mapping,
    stageFields: [more.field ?? field()],
  });
const to = (value: string, id: string, more = {}) =>
  changes(value, stage(id), more).changes.map((change) => [change.to, change.backward]);

describe('the CRM’s stage', () => {
  it.each([
    ['Prospecting', 'prospect'],
    ['Qualification', 'opportunity'],
    ['Analysis', null],
    ['Proposal', null],
    ['Won', null],
    ['', null],
    ['Gone', null],
  ])('%s is %s', (value, id) => {
    expect(crmStage(playbook, mapping, stages(value), [field()])).toBe(id);
  });

  it('is nothing for steps before the first mapped one, nor between in a field that doesn’t span', () => {
    const only: StageMapping = { opportunity: entry('Qualification') };
    expect(crmStage(playbook, only, stages('Prospecting'), [field()])).toBeNull();
    expect(crmStage(playbook, mapping, stages('Analysis'), [field({ spans: false })])).toBeNull();
  });

  it('is not hidden by a field that nobody filled in, and is by one that says otherwise', () => {
    const own: StageField = { ...field({ spans: false }), field: 'Opportunity.Own__c' };
    const both: StageMapping = {
      opportunity: [...entry('Qualification'), { field: 'Opportunity.Own__c', value: 'Analysis' }],
    };
    const seen = (value: string) =>
      crmStage(
        playbook,
        both,
        [
          ...stages('Qualification'),
          { field: 'Opportunity.Own__c', label: 'Own', value, text: value, since: null },
        ],
        [field(), own],
      );
    expect(seen('Analysis')).toBe('opportunity');
    expect(seen('')).toBe('opportunity');
    expect(seen('Proposal')).toBeNull();
  });

  it('is not told by a value that stands beside the ladder', () => {
    const beside = field();
    beside.options.push({ value: 'Other', label: 'Other', order: 9, hidden: false, aside: true });
    expect(crmStage(playbook, mapping, stages('Other'), [beside])).toBeNull();
    expect(to('Other', 'opportunity', { field: beside })).toMatchObject([['Qualification', true]]);
    const own: StageMapping = { ...mapping, opportunity: entry('Other') };
    expect(crmStage(playbook, own, stages('Other'), [beside])).toBe('opportunity');
  });

  it('may be told by any of several values', () => {
    const several: StageMapping = { opportunity: entry('Qualification', 'Won') };
    expect(crmStage(playbook, several, stages('Won'), [field()])).toBe('opportunity');
    expect(to('Won', 'opportunity', { mapping: several })).toEqual([]);
  });

  it('is that of the lower one for a step between two mapped ones, and nothing after the last', () => {
    const spread: StageMapping = { prospect: entry('Prospecting'), opportunity: entry('Proposal') };
    expect(crmStage(playbook, spread, stages('Analysis'), [field()])).toBe('prospect');
    expect(crmStage(playbook, spread, stages('Won'), [field()])).toBeNull();
    expect(meaningOf(playbook, spread, field(), 'Analysis')).toEqual({
      ...{ kind: 'between', id: 'prospect', value: 'Prospecting', next: 'Proposal' },
    });
    expect(isUnmapped(playbook, spread, stages('Analysis'), [field()])).toBe(false);
    expect(isUnmapped(playbook, mapping, stages('Analysis'), [field()])).toBe(true);
    expect(isUnmapped(playbook, mapping, stages('Won'), [field()])).toBe(false);
    expect(isUnmapped(playbook, mapping, stages(''), [field()])).toBe(false);
  });

  it('is never told by order beside an outcome, a converted value or a ladder that runs backwards', () => {
    const between = (lower: StageMapping, upper: StageMapping, more: Partial<StageField> = {}) =>
      meaningOf(playbook, { ...lower, ...upper }, field(more), 'Analysis').kind;
    const lead = { lead: entry('Qualification') };
    expect(between(lead, { prospect: entry('Proposal') })).toBe('between');
    expect(between({ disqualified: entry('Qualification') }, { prospect: entry('Proposal') })).toBe('none');
    expect(between(lead, { disqualified: entry('Proposal') })).toBe('none');
    expect(between({ prospect: entry('Qualification') }, { lead: entry('Proposal') })).toBe('none');
    const marked = (value: string, mark: object) => ({
      options: field().options.map((one) => (one.value === value ? { ...one, ...mark } : one)),
    });
    const up = { prospect: entry('Proposal') };
    expect(between(lead, up, marked('Qualification', { by: 'by converting' }))).toBe('none');
    expect(between(lead, up, marked('Proposal', { by: 'by converting' }))).toBe('between');
    expect(between(lead, up, marked('Analysis', { by: 'by converting' }))).toBe('none');
    expect(between(lead, up, marked('Analysis', { aside: true }))).toBe('none');
    expect(between(lead, up, { spans: false })).toBe('none');
  });

  it('whatever is mapped: an unmapped value counts only as a stage, and only between two of them', () => {
    const ids = ['lead', 'prospect', 'opportunity', 'disqualified'];
    fc.assert(
      fc.property(
        fc.array(fc.record({ id: fc.constantFrom(...ids), value: fc.constantFrom(...NAMES) }), {
          maxLength: 6,
        }),
        fc.constantFrom(...NAMES),
        (pairs, value) => {
          const all: StageMapping = {};
          for (const one of pairs) all[one.id] = [...(all[one.id] ?? []), ...entry(one.value)];
          const told = mappedValue(playbook, all, field(), value);
          if (told === value) return;
          const values = pairs.map((one) => one.value);
          expect(values).toContain(told);
          expect(values).not.toContain(value);
          expect(values.some((one) => NAMES.indexOf(one) > NAMES.indexOf(value))).toBe(true);
          expect(pairs.some((one) => one.value === told && one.id !== 'disqualified')).toBe(true);
        },
      ),
    );
  });
});

describe('writing a step of a sales process', () => {
  it('goes forward and back to the mapped step, and tells of a step back over one that is not mapped', () => {
    expect(to('Prospecting', 'opportunity')).toEqual([['Qualification', false]]);
    const all: StageMapping = { ...mapping, opportunity: entry('Qualification', 'Analysis', 'Proposal') };
    expect(to('Proposal', 'opportunity', { mapping: all })).toEqual([]);
    expect(to('Proposal', 'opportunity')).toEqual([['Qualification', true]]);
    expect(changes('Proposal', stage('opportunity')).notices).toMatchObject([{ kind: 'backward' }]);
    expect(to('Proposal', 'prospect')).toEqual([['Prospecting', true]]);
    expect(to('Analysis', 'lead')).toEqual([]);
  });

  it('puts nobody back to "not contacted" who is still a lead', () => {
    const status: StageField = {
      ...{ field: 'Lead.Status', label: 'Lead Status', ordered: false, spans: true },
      options: ['Open', 'Working', 'Qualified', 'Closed'].map((value, order) => ({
        ...{ value, label: value, order, hidden: false },
      })),
    };
    const values = { lead: 'Open', prospect: 'Qualified', disqualified: 'Closed' };
    const entries = Object.entries(values).map(([id, value]) => [id, [{ field: 'Lead.Status', value }]]);
    const found = fieldChanges(stage('lead'), 'Lead', {
      playbook,
      snapshot: snapshot([], {
        stages: [
          { field: 'Lead.Status', label: 'Lead Status', value: 'Working', text: 'Working', since: null },
        ],
      }),
      mapping: Object.fromEntries(entries),
      stageFields: [status],
    });
    expect(found).toMatchObject({ changes: [], blocked: null, notices: [{ kind: 'same' }] });
  });

  it('writes nothing over an end, and says why: a won deal is not lost by two keys', () => {
    const closed = changes('Won', stage('opportunity'));
    expect(closed).toMatchObject({ changes: [], blocked: null, notices: [{ kind: 'final' }] });
    const lost: StageMapping = { ...mapping, disqualified: entry('Lost') };
    const outcome: Decision = {
      ...{ kind: 'outcome', outcome: 'disqualified', reason: 'r', comment: '', returnOn: null },
    };
    const found = changes('Won', outcome, { mapping: lost });
    expect(found).toMatchObject({ changes: [], blocked: null, notices: [{ kind: 'final' }] });
    expect(changes('Proposal', outcome, { mapping: lost }).changes).toMatchObject([{ to: 'Lost' }]);
  });

  it('leaves a record alone whose own process doesn’t offer the step', () => {
    const other = changes('Proposal', stage('prospect'), { field: field({}, ['Prospecting']) });
    expect(other).toMatchObject({ changes: [], blocked: null, notices: [{ kind: 'elsewhere' }] });
  });
});

it('stages above are counted from below the first one too', () => {
  expect(stagesAbove(playbook, null, 'lead')).toBe(1);
  expect(stagesAbove(playbook, 'prospect', 'opportunity')).toBe(1);
  expect(stagesAbove(playbook, 'opportunity', 'prospect')).toBe(0);
  expect(stagesAbove(playbook, 'prospect', null)).toBe(0);
});
