// Reasons of an outcome in the CRM's own fields: proposed by name, written beside the outcome, or said to be in the note only.
import { describe, expect, it } from 'vitest';
import { defaultPlaybook } from '@/lib/playbook/builtin/default';
import type { Decision } from '@/lib/qualification/answers/draft';
import { fieldChanges } from '@/lib/qualification/plan/changes';
import { proposeOutcomes, proposeReasons } from '@/lib/qualification/plan/reasons';
import { reasonKey, type StageField } from '@/lib/record/mapping';
import type { Snapshot } from '@/lib/record/snapshot';
import { snapshot } from '../fixture';

const field: StageField = {
  field: 'contacts.reason',
  label: 'Disqualification reason',
  carries: 'reason',
  ordered: false,
  options: ['No need', 'Not a fit', 'Duplicate'].map((label, order) => ({
    value: label.toUpperCase(),
    label,
    order,
    hidden: false,
  })),
};
const decision = (reason: string): Decision => ({
  kind: 'outcome',
  outcome: 'disqualified',
  reason,
  comment: '',
  returnOn: null,
});
const mapping = proposeReasons([field], defaultPlaybook.outcomes);
const changed = (reason: string, fields = [field]) =>
  fieldChanges(decision(reason), 'Disqualified', {
    playbook: defaultPlaybook,
    ...{ snapshot: snapshot(), mapping, stageFields: fields },
  });

describe('the proposal', () => {
  it('takes options that are called alike, and leaves the others and nurture to the note', () => {
    expect(mapping[reasonKey('disqualified', 'noProblem')]).toEqual([
      { field: field.field, value: 'NO NEED' },
    ]);
    expect(mapping[reasonKey('disqualified', 'duplicate')]).toEqual([
      { field: field.field, value: 'DUPLICATE' },
    ]);
    expect(mapping[reasonKey('disqualified', 'competitor')]).toEqual([]);
    expect(mapping[reasonKey('nurture', 'timing')]).toEqual([]);
  });
  it('is empty where the CRM has no such field, and never takes a field of stages', () => {
    const { carries: _, ...plain } = field;
    expect(proposeReasons([plain], defaultPlaybook.outcomes)).toEqual({});
  });
});

describe('a reason', () => {
  it('is written beside the outcome, as a field like the others', () => {
    expect(changed('duplicate').changes).toMatchObject([
      { field: field.field, from: '', to: 'DUPLICATE', toText: 'Duplicate' },
    ]);
  });
  it('that the CRM has already is not written again', () => {
    const held = {
      field: field.field,
      label: field.label,
      value: 'DUPLICATE',
      text: 'Duplicate',
      since: null,
    };
    const { changes } = fieldChanges(decision('duplicate'), 'Disqualified', {
      playbook: defaultPlaybook,
      snapshot: { ...snapshot(), stages: [{ ...held, carries: 'reason' }] },
      mapping,
      stageFields: [field],
    });
    expect(changes).toEqual([]);
  });
  it('without a value is said to stand in the note only, where there is a field for it', () => {
    const words = (fields: StageField[]) => changed('competitor', fields).notices.map(({ text }) => text);
    expect(words([field])).toContainEqual(expect.stringMatching(/no value for this reason/));
    expect(words([])).not.toContainEqual(expect.stringMatching(/reason/));
  });
});

describe('a field of a record beside', () => {
  const stage: StageField = {
    ...{ field: 'leads.stage', label: 'Lead stage', object: 'leads', carries: 'outcome', ordered: false },
    options: [
      { value: 'open', label: 'Open', order: 0, hidden: false },
      { value: 'unqualified-stage-id', label: 'Closed', order: 1, hidden: false },
    ],
  };
  const record = { crm: 'hubspot', account: '1', object: 'leads', id: '7' };
  const held = { field: stage.field, label: stage.label, value: 'open', text: 'Open', since: null };
  const own = proposeOutcomes([stage, field], defaultPlaybook.outcomes);
  const decided = (fields: StageField[], stages: Snapshot['stages']) =>
    fieldChanges(decision('duplicate'), 'Disqualified', {
      playbook: defaultPlaybook,
      snapshot: { ...snapshot(), stages },
      mapping: own,
      stageFields: fields,
    });
  const there: Snapshot['stages'] = [{ ...held, carries: 'outcome', record }];

  it('is proposed for outcomes by what its option is called', () => {
    expect(own).toEqual({ disqualified: [{ field: stage.field, value: 'unqualified-stage-id' }] });
  });
  it('is changed in that record, where there is one', () => {
    expect(decided([stage], there).changes).toMatchObject([{ field: stage.field, from: 'open', record }]);
    expect(decided([stage], []).changes).toEqual([]);
  });
  it('gets no reason where it isn’t closed', () => {
    const reason: StageField = { ...field, object: 'leads' };
    const { changes } = fieldChanges(decision('duplicate'), 'Disqualified', {
      playbook: defaultPlaybook,
      snapshot: {
        ...snapshot(),
        stages: [...there, { ...held, field: reason.field, value: '', text: '', carries: 'reason', record }],
      },
      mapping,
      stageFields: [stage, reason],
    });
    expect(changes).toEqual([]);
  });
  it('stays, and the rep is told why, where it can’t be written', () => {
    const { changes, notices, blocked } = decided([{ ...stage, gap: 'the key lacks x' }], there);
    expect([changes, blocked]).toEqual([[], null]);
    expect(notices.map((one) => one.text)).toContain('Lead stage stays as it is: the key lacks x.');
  });
});
