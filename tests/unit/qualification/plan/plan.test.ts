// The plan says exactly what will be written, warns of what may surprise, and blocks what is not complete.
import { describe, expect, it } from 'vitest';
import { answer, defaultDecision, emptyDraft, noteBody, plan } from '@/lib/qualification';
import type { DealDraft, Decision } from '@/lib/qualification/answers/draft';
import type { PlanInput } from '@/lib/qualification/plan/plan';
import { ann, daysAgo, fact, now, playbook, qualify, ref, snapshot } from '../fixture';
import { besides, turning } from '../forms';

const facts = [
  fact('engagement.lastReplyAt', daysAgo(3), daysAgo(3)),
  fact('company.industry', 'Logistics'),
  fact('company.country', 'Germany'),
  fact('company.employees', 240),
];
const empty = emptyDraft(ref, { id: 'small', version: '1.2.3', hash: 'aa' }, now);
const nothing = { decision: null, deal: null, noteText: null, extra: {} };
/** A prospect by its facts. */
const prospect: PlanInput = { ...qualify(snapshot(facts), null), ...nothing };
const stage = (id: string, reason?: string): Decision => ({
  kind: 'stage',
  stage: id,
  override: reason === undefined ? null : { reason },
});
const outcome = (id: string, reason: string, returnOn: string | null = null): Decision => ({
  kind: 'outcome',
  outcome: id,
  reason,
  comment: '',
  returnOn,
});
const at = (value: string) => ({
  snapshot: snapshot(facts, {
    stages: [{ field: 'lifecyclestage', label: 'Lifecycle stage', value, text: 'Theirs', since: null }],
  }),
});
const kinds = (input: PlanInput) => plan(input).notices.map((notice) => notice.kind);

describe('changes', () => {
  it('follow the verdict by default, old and new with labels', () => {
    expect(defaultDecision(playbook, prospect.verdict)).toEqual(stage('prospect'));
    expect(plan(prospect)).toMatchObject({
      decision: stage('prospect'),
      changes: [
        {
          field: 'lifecyclestage',
          label: 'Lifecycle stage',
          from: 'lead',
          fromText: 'Lead',
          to: 'salesqualifiedlead',
          toText: 'Sales qualified lead',
          backward: false,
        },
      ],
      notices: [],
      blocked: null,
    });
  });
  it('say when a stage goes back, and when nobody can tell whether it does', () => {
    const back = { ...prospect, ...at('customer'), decision: stage('prospect') };
    expect(plan(back).changes[0]).toMatchObject({ backward: true });
    expect(kinds(back)).toEqual(['backward']);
    const odd = plan({ ...prospect, ...at('deleted_stage') });
    expect(odd.changes[0]).toMatchObject({ fromText: 'Theirs', backward: false });
    expect(kinds({ ...prospect, ...at('deleted_stage') })).toEqual(['overwrites']);
    expect(plan({ ...prospect, ...at('') }).changes[0]).toMatchObject({
      fromText: '(empty)',
      backward: false,
    });
  });
  it('are none where the CRM says so already, and the note is still written', () => {
    const same = plan({ ...prospect, ...at('salesqualifiedlead') });
    expect(same).toMatchObject({ changes: [], blocked: null, notices: [{ kind: 'same' }] });
    expect(same.note.text).toContain('Prospect');
  });
  it('are none for a stage without a value, with a notice', () => {
    expect(kinds({ ...prospect, mapping: {} })).toEqual(['unmapped']);
    expect(kinds({ ...prospect, mapping: { prospect: [] } })).toEqual(['unmapped']);
  });
  it('leave out the fields of other kinds of record, which the mapping names too', () => {
    const elsewhere = {
      field: 'customers.grade',
      label: 'Grade',
      object: 'customers',
      ordered: false,
      options: [],
    };
    const stageFields = [...prospect.stageFields, elsewhere];
    const grade = { field: 'customers.grade', value: 'B' };
    const mapping = { prospect: [grade, ...(prospect.mapping.prospect ?? [])] };
    expect(plan({ ...prospect, stageFields, mapping })).toMatchObject({
      changes: [{ field: 'lifecyclestage' }],
      notices: [],
      blocked: null,
    });
    expect(kinds({ ...prospect, stageFields, mapping: { prospect: [grade] } })).toEqual(['unmapped']);
  });
  it('block where the CRM no longer offers what is mapped', () => {
    for (const gone of [
      { field: 'lifecyclestage', value: 'sql_old' },
      { field: 'no_field', value: 'x' },
    ]) {
      const blocked = plan({ ...prospect, mapping: { prospect: [gone] } });
      expect(blocked.notices.map((notice) => notice.kind)).toEqual(['missing-option']);
      expect(blocked.blocked).toContain('mapping');
      expect(blocked.changes).toEqual([]);
    }
  });
});

describe('decisions', () => {
  it('against the answers need a reason that says something', () => {
    for (const reason of [undefined, '', ' ', 'n/a', 'TBD', '...'])
      expect(plan({ ...prospect, decision: stage('opportunity', reason) }).blocked, reason).toContain(
        'Say why it is Opportunity: the answers support Prospect.',
      );
    const good = plan({ ...prospect, decision: stage('opportunity', ' They signed  an LOI ') });
    expect(good).toMatchObject({ blocked: null, decision: { override: { reason: 'They signed an LOI' } } });
    expect(good.notices.map((notice) => notice.kind)).toEqual(['override']);
    expect(good.note.record).toContain('Reason: They signed an LOI');
  });
  it('with the answers are no override, whatever was typed before', () => {
    expect(plan({ ...prospect, decision: stage('prospect', 'left over') }).decision).toEqual(
      stage('prospect'),
    );
  });
  it('to disqualify need a reason of the playbook', () => {
    expect(plan({ ...prospect, decision: outcome('disqualified', '') }).blocked).toContain('reason');
    expect(plan({ ...prospect, decision: outcome('disqualified', 'nonsense') }).blocked).toContain('reason');
    const good = plan({ ...prospect, decision: outcome('disqualified', 'noProblem', '2027-01-01') });
    expect(good).toMatchObject({
      blocked: null,
      decision: { returnOn: null },
      changes: [{ fromText: '(empty)' }],
    });
  });
  it('to nurture need a day that is not past', () => {
    for (const day of [null, '', '2026-11-19', '2026-02-30', 'soon', '2026-11-25T10:00:00Z'])
      expect(
        plan({ ...prospect, decision: outcome('nurture', 'timing', day) }).blocked,
        String(day),
      ).toContain('date to come back');
    for (const day of ['2026-11-21', '2027-01-01'])
      expect(plan({ ...prospect, decision: outcome('nurture', 'timing', day) }).blocked).toBeNull();
  });
  it('for what the playbook no longer has are blocked', () => {
    expect(plan({ ...prospect, decision: stage('gone') }).blocked).toContain('stage');
    expect(plan({ ...prospect, decision: outcome('gone', 'x') }).blocked).toContain('outcome');
  });
});

describe('deals', () => {
  const draft = answer(empty, 'decides', 'yes', ann, now);
  const ready: PlanInput = { ...qualify(snapshot(facts), draft), ...nothing };
  const deal: DealDraft = {
    create: true,
    name: ' Berg  fleet ',
    pipeline: 'default',
    stage: 'appointmentscheduled',
    amount: null,
    closeDate: '2027-01-31',
  };
  it('come only when asked for, and with the stage', () => {
    expect(plan({ ...ready, deal }).deal).toEqual({ ...deal, name: 'Berg fleet' });
    expect(plan({ ...ready, deal: { ...deal, create: false } }).deal).toBeNull();
    expect(plan({ ...prospect, deal }).deal).toBeNull();
    expect(plan({ ...ready, deal, decision: outcome('disqualified', 'noProblem') }).deal).toBeNull();
  });
  it.each([
    ['name', { name: ' ' }],
    ['name', { name: 'TBD?' }],
    ['pipeline', { pipeline: '' }],
    ['stage', { stage: '' }],
    ['close date', { closeDate: '' }],
    ['close date', { closeDate: '31.01.2027' }],
    ['amount', { amount: -1 }],
    ['amount', { amount: Number.NaN }],
  ])('are blocked for the %s of %o', (what, wrong) => {
    expect(plan({ ...ready, deal: { ...deal, ...wrong } }).blocked).toContain(what);
  });
  it.each([0, 1200.5, null])('take the amount %s', (amount) => {
    expect(plan({ ...ready, deal: { ...deal, amount } }).blocked).toBeNull();
  });
});

describe('forms', () => {
  const draft = answer(empty, 'decides', 'yes', ann, now);
  const ready: PlanInput = { ...qualify(snapshot(facts), draft), ...nothing };
  it('that change the stage themselves leave no field to write, whatever the mapping says', () => {
    for (const mapping of [ready.mapping, {}, { opportunity: [{ field: 'gone', value: 'x' }] }]) {
      const turned = plan({ ...ready, mapping, forms: [turning] });
      expect(turned).toMatchObject({ changes: [], blocked: null, form: { id: 'turn' } });
      expect(turned.notices).toEqual([{ kind: 'instead', text: expect.stringContaining(turning.title) }]);
    }
  });
  it('beside the fields change nothing of them, and demand their answers', () => {
    const asked = plan({ ...ready, forms: [besides] });
    expect(asked).toMatchObject({ changes: [{ to: 'opportunity' }], blocked: 'The team is needed.' });
    const filled = plan({ ...ready, forms: [besides], form: { besides: { team: ' North ' } } });
    expect(filled).toMatchObject({ blocked: null, form: { values: { team: 'North' } } });
  });
  it('of other decisions are not asked for', () => {
    expect(plan({ ...prospect, forms: [turning, besides] }).form).toBeNull();
    expect(
      plan({ ...ready, decision: stage('lead', 'Known from before'), forms: [turning] }).form,
    ).toBeNull();
  });
});

describe('the words of a CRM', () => {
  it('name its deals', () => {
    const draft = answer(empty, 'decides', 'yes', ann, now);
    const deal = { create: true, name: '', pipeline: 'p', stage: 's', amount: null, closeDate: '2027-01-31' };
    const input = { ...qualify(snapshot(facts), draft), ...nothing, deal, dealWord: 'opportunity' };
    expect(plan(input).blocked).toBe('Give the opportunity a name.');
  });
  it('block a note that it has no room for, and cut only the text of one that it has', () => {
    const long = { ...prospect, noteText: 'word '.repeat(9000) };
    for (const noteMost of [2000, 32_000]) {
      const { note, blocked } = plan({ ...long, noteMost });
      expect(blocked).toBeNull();
      const body = noteBody(note);
      expect(body.length).toBeLessThanOrEqual(noteMost);
      expect(body.length).toBeGreaterThan(noteMost - 100);
      expect(body.endsWith(note.record.split('\n').at(-1) ?? '?')).toBe(true);
    }
    expect(plan({ ...long, noteMost: 200 }).blocked).toContain('takes 200 characters');
  });
});
