// Going back is judged by the playbook's order on every field, told, and never what is proposed.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answer, emptyDraft, graveNotices, noteBody, parseNote, plan } from '@/lib/qualification';
import type { Decision } from '@/lib/qualification/answers/draft';
import { courseOf } from '@/lib/qualification/plan/course';
import type { PlanInput } from '@/lib/qualification/plan/plan';
import type { StageField, StageMapping } from '@/lib/record/mapping';
import { ann, daysAgo, fact, mapping, now, playbook, qualify, ref, snapshot, stageFields } from '../fixture';

const names = ['Lead', 'Prospect', 'Opportunity', 'Disqualified', 'Nurture', 'Partner'];
/** A team's own picklist on a contact: a mere list, without any order of its own. */
const own: StageField = {
  ...{ field: 'Contact.Stage__c', label: 'Stage', ordered: false },
  options: names.map((value, order) => ({ ...{ value, label: value, order }, hidden: false })),
};
const ids = ['lead', 'prospect', 'opportunity', 'disqualified', 'nurture'];
const valueFor = (id: string) => names[ids.indexOf(id)] ?? '';
const ownMapping: StageMapping = Object.fromEntries(
  ids.map((id) => [id, [{ field: own.field, value: valueFor(id) }]]),
);
const stage = (id: string): Decision => ({ kind: 'stage', stage: id, override: null });
const outcome = (id: string): Decision => ({
  ...{ kind: 'outcome', outcome: id, reason: id === 'nurture' ? 'timing' : 'noProblem', comment: '' },
  ...{ kind: 'outcome', returnOn: '2027-01-01' },
});
const course = (from: string, decision: Decision, field = own, map = ownMapping) => {
  const id = decision.kind === 'stage' ? decision.stage : decision.outcome;
  const to = map[id]?.find((one) => one.field === field.field)?.value ?? '';
  return courseOf({ playbook, mapping: map, field, decision, from, to });
};

const replied = [fact('engagement.lastReplyAt', daysAgo(3), daysAgo(3))];
const fits = [
  ...replied,
  ...[
    fact('company.industry', 'Logistics'),
    fact('company.country', 'Germany'),
    fact('company.employees', 240),
  ],
];
const empty = emptyDraft(ref, { id: 'small', version: '1.2.3', hash: 'aa' }, now);
const nothing = { decision: null, deal: null, noteText: null, extra: {} };
/** What the answers support (`facts`), on a record whose own field says this. */
const onOwn = (facts: typeof fits, value: string, decision: Decision | null = null): PlanInput => ({
  ...qualify(
    snapshot(facts, {
      stages: [{ field: own.field, label: own.label, value, text: value, since: null }],
    }),
    null,
  ),
  ...{ ...nothing, decision, mapping: ownMapping, stageFields: [own] },
});
const onLadder = (facts: typeof fits, value: string, decision: Decision | null = null): PlanInput => ({
  ...qualify(
    snapshot(facts, {
      stages: [{ field: 'lifecyclestage', label: 'Lifecycle stage', value, text: `${value}!`, since: null }],
    }),
    null,
  ),
  ...{ ...nothing, decision },
});

describe('the course of a change in a list that has no order of its own', () => {
  it('is the playbook’s order of stages', () => {
    const stages = ids.slice(0, 3);
    fc.assert(
      fc.property(fc.constantFrom(...stages), fc.constantFrom(...stages), (from, to) => {
        fc.pre(from !== to);
        const back = stages.indexOf(from) > stages.indexOf(to);
        expect(course(valueFor(from), stage(to))).toBe(back ? 'back' : 'forward');
      }),
    );
  });
  it('reopens an outcome; to an outcome it is forward', () => {
    for (const from of ['Disqualified', 'Nurture'])
      for (const to of ids.slice(0, 3)) expect(course(from, stage(to))).toBe('reopens');
    for (const from of ['Lead', 'Opportunity', 'Nurture'])
      expect(course(from, outcome('disqualified'))).toBe('forward');
  });
  it('is unknown from a value that nothing is mapped to, also to an outcome, and forward from none', () => {
    for (const decision of [stage('lead'), stage('opportunity'), outcome('disqualified')]) {
      expect(course('Partner', decision)).toBe('unknown');
      expect(course('no longer an option', decision)).toBe('unknown');
      expect(course('', decision)).toBe('forward');
    }
  });
  it('counts a value that stands for several stages as the highest of them', () => {
    const shared = { ...ownMapping, opportunity: [{ field: own.field, value: 'Lead' }] };
    expect(course('Lead', stage('prospect'), own, shared)).toBe('back');
  });
});

describe('the course of a change on a ladder', () => {
  const ladder = stageFields[0];
  it('is back from beyond the playbook, and forward from below it', () => {
    if (!ladder) throw new Error('The fixture has no ladder.');
    expect(course('customer', stage('opportunity'), ladder, mapping)).toBe('back');
    expect(course('customer', stage('lead'), ladder, mapping)).toBe('back');
    expect(course('subscriber', stage('lead'), ladder, mapping)).toBe('forward');
  });
  it('is unknown from what stands beside it', () => {
    if (!ladder) throw new Error('The fixture has no ladder.');
    const options = ladder.options.map((one) => (one.value === 'customer' ? { ...one, aside: true } : one));
    expect(course('customer', stage('lead'), { ...ladder, options }, mapping)).toBe('unknown');
  });
  it('asks nothing of a field that tells outcomes alone', () => {
    const status = stageFields[1];
    if (!status) throw new Error('The fixture has no lead status.');
    expect(course('NEW', outcome('disqualified'), status, mapping)).toBe('forward');
  });
});

describe('a change that is not plainly forward', () => {
  it.each([
    ['Opportunity', 'prospect', 'backward'],
    ['Nurture', 'prospect', 'reopens'],
    ['Partner', 'prospect', 'overwrites'],
  ])('from %s to %s is told with both values', (from, to, kind) => {
    const { notices, changes } = plan(onOwn(fits, from, stage(to)));
    expect(changes).toMatchObject([{ from, to: 'Prospect' }]);
    const [told, ...others] = graveNotices(notices);
    expect(others).toEqual([]);
    expect(told).toMatchObject({ kind, field: own.field });
    expect(told?.text).toContain(from);
    expect(told?.text).toContain('Prospect');
  });
  it('is told exactly where its course says so', () => {
    fc.assert(
      fc.property(fc.constantFrom('', ...names), fc.constantFrom(...ids), (from, id) => {
        const decision = ids.indexOf(id) < 3 ? stage(id) : outcome(id);
        const { changes, notices } = plan(onOwn(fits, from, decision));
        const told = graveNotices(notices).length > 0;
        expect(told).toBe(changes.length > 0 && course(from, decision) !== 'forward');
      }),
    );
  });
});

describe('where the CRM is ahead of the answers', () => {
  it.each([
    ['a contact’s own field', onOwn(replied, 'Opportunity'), 'Opportunity'],
    ['a customer', onLadder(replied, 'customer'), 'customer!'],
    ['a stage higher', onLadder(replied, 'salesqualifiedlead'), 'salesqualifiedlead!'],
  ])(
    '%s is kept unless the rep decides otherwise: nothing but the evidence is written',
    (_, input, words) => {
      const kept = plan(input);
      expect(kept).toMatchObject({ ahead: words, changes: [], form: null, deal: null, blocked: null });
      expect(kept.decision).toMatchObject({ stage: 'lead', keep: words, override: null });
      expect(kept.notices).toEqual([{ kind: 'keep', text: expect.stringContaining(words) }]);
      expect(kept.note.text.split('\n')[0]).toBe(
        `${words} kept; the answers support Lead: yes to Two-way contact.`,
      );
      expect(parseNote(noteBody(kept.note))?.decision).toEqual(kept.decision);
      const back = plan({ ...input, decision: stage('lead') });
      expect(back).toMatchObject({ ahead: words, blocked: null, changes: [{ toText: 'Lead' }] });
      expect(graveNotices(back.notices).map(({ kind }) => kind)).toEqual(['backward']);
    },
  );
  it('no deal goes with what is kept', () => {
    const draft = answer(empty, 'decides', 'yes', ann, now);
    const deal = {
      create: true,
      name: 'Deal',
      pipeline: 'p',
      stage: 's',
      amount: null,
      closeDate: '2027-01-31',
    };
    const input = { ...onLadder(fits, 'customer'), ...nothing, deal };
    const { verdict, answered } = qualify(input.snapshot, draft);
    expect(plan({ ...input, verdict, answered })).toMatchObject({
      deal: null,
      decision: { keep: 'customer!' },
    });
  });
  it('is what is proposed for any value of any field, as far as it would go back', () => {
    fc.assert(
      fc.property(fc.constantFrom('', ...names), fc.constantFrom(replied, fits), (value, facts) => {
        const proposed = plan(onOwn(facts, value));
        expect(proposed.notices.map(({ kind }) => kind)).not.toContain('backward');
        const supported = facts === fits ? 'prospect' : 'lead';
        const back = ids.slice(0, 3).indexOf(value.toLowerCase()) > ids.indexOf(supported);
        expect(proposed.ahead).toBe(back ? value : null);
      }),
    );
  });
  it('an ended record keeps its end', () => {
    const ends = { ...own, options: own.options.map((one) => ({ ...one, final: one.value === 'Partner' })) };
    const ended = plan({ ...onOwn(replied, 'Partner'), stageFields: [ends] });
    expect(ended).toMatchObject({ ahead: 'Partner', changes: [], decision: { keep: 'Partner' } });
    expect(ended.notices.map(({ kind }) => kind)).toEqual(['keep', 'final']);
  });
  it('what was kept before and is no longer ahead is no decision any more', () => {
    const decision: Decision = { kind: 'stage', stage: 'lead', override: null, keep: 'Opportunity' };
    expect(plan(onOwn(fits, 'Lead', decision)).decision).toEqual(stage('prospect'));
  });
});
