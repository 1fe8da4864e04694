// The next step: drafted from the playbook, tied to the decision, and in the plan only where it can be written.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentFor, lint, parsePlaybook, stepFor, stepsOf } from '@/lib/playbook';
import { builtins } from '@/lib/playbook/builtin';
import { defaultPlaybook } from '@/lib/playbook/builtin/default';
import {
  answer,
  createSubmission,
  draftNext,
  emptyDraft,
  nextFor,
  nextGap,
  partsOf,
  plan,
  workingDay,
} from '@/lib/qualification';
import type { Decision, NextStep } from '@/lib/qualification/answers/draft';
import { ann, now, qualify, ref, snapshot } from '../fixture';

const next: NextStep = {
  kind: 'followUp',
  label: 'Follow up',
  subject: 'Plan the change: Ann',
  body: '',
  dueOn: '2027-01-18',
};
const disqualified: Decision = {
  kind: 'outcome',
  outcome: 'disqualified',
  reason: 'noProblem',
  comment: '',
  returnOn: null,
};
const nurture: Decision = { ...disqualified, outcome: 'nurture', reason: 'timing', returnOn: '2027-02-01' };
const stage: Decision = { kind: 'stage', stage: 'lead', override: null };

describe('a task that the answers have overtaken', () => {
  const find: NextStep = { ...next, kind: 'findDecider', label: 'Find the decision maker' };
  const begun = emptyDraft(ref, { id: 'small', version: '1.2.3', hash: 'aa' }, now);
  const planned = (value: 'yes' | 'no' | null) =>
    plan({
      ...qualify(snapshot(), answer(begun, 'decides', value, ann, now)),
      ...{ decision: null, deal: null, noteText: null, extra: {}, next: find },
    });
  it('is not written once somebody is known to decide, and the plan says so', () => {
    expect(planned('yes').next).toBeNull();
    expect(planned('yes').notices).toContainEqual({
      kind: 'settled',
      text: 'No task “Find the decision maker” is made: the answers settle that already.',
    });
  });
  it('is written while nobody is, also where it is not this person', () => {
    for (const value of ['no', null] as const) {
      expect(planned(value).next).toEqual(find);
      expect(planned(value).notices.map(({ kind }) => kind)).not.toContain('settled');
    }
  });
});

describe('the playbook’s steps', () => {
  it('are there in every built-in, at every stage, for every key whose subject is asked there, and make sense', () => {
    for (const playbook of builtins) {
      expect(lint(playbook).filter(({ where }) => /^(Step|Content)/.test(where))).toEqual([]);
      for (const { id } of playbook.stages)
        for (const kind of ['followUp', 'nurture', 'findDecider'] as const) {
          const asked = kind !== 'findDecider' || playbook.levels.some((level) => level.id === 'stakeholder');
          if (asked) expect(stepFor(playbook, kind, id)).toMatchObject({ kind });
          else expect(stepFor(playbook, kind, id)).toBeNull();
        }
    }
  });
  it('are plain ones where a document says nothing, and none where it says none', () => {
    const { steps: _, content: __, ...old } = defaultPlaybook;
    const parsed = parsePlaybook(old);
    expect(parsed.ok).toBe(true);
    expect(stepFor(old, 'followUp', 'prospect')).toMatchObject({ subject: 'Follow up', days: 3 });
    expect(stepFor({ ...old, steps: [] }, 'followUp', 'prospect')).toBeNull();
    expect(stepsOf({ ...old, criteria: [] }).some((step) => 'settles' in step)).toBe(false);
  });
  it('that speak of what isn’t there are errors', () => {
    const [step] = stepsOf(defaultPlaybook);
    if (!step) throw new Error('There is no step.');
    const odd = {
      ...defaultPlaybook,
      steps: [{ ...step, stages: ['gone'], settles: 'gone' }],
      content: [{ criterion: 'position', option: 'gone', text: 'x' }],
    };
    expect(lint(odd).filter(({ severity }) => severity === 'error')).toHaveLength(3);
  });
  it('come with what helps at the place in the buying process, once that is answered', () => {
    expect(contentFor(defaultPlaybook, {})).toEqual([]);
    expect(contentFor(defaultPlaybook, { position: 'comparing' })).toMatchObject([
      { label: 'Comparing vendors' },
    ]);
  });
  it('come with what to send to each type of lead, and how soon, wherever the type is a label', () => {
    const asking = builtins.filter(({ labels }) => labels.some(({ criterion }) => criterion === 'leadType'));
    expect(asking.map(({ id }) => id)).toEqual(['default', 'communication', 'target-market']);
    for (const playbook of asking) {
      const types = playbook.criteria.find(({ id }) => id === 'leadType')?.options ?? [];
      const advice = types.map(({ id }) =>
        contentFor(playbook, { leadType: id, position: 'comparing' }, 'leadType'),
      );
      expect(advice.map((own) => own.map(({ label }) => label))).toEqual(types.map(({ label }) => [label]));
      expect(new Set(advice.flat().map(({ text }) => text)).size).toBe(5);
      for (const { text } of advice.flat()) expect(text).toMatch(/today|day|days|week/);
    }
  });
});

describe('a draft of a step', () => {
  it('names the contact, or for the decision maker the company, and stays a short line', () => {
    const company = { ref: snapshot().ref, name: 'Northwind', detail: '' };
    const of = (kind: 'followUp' | 'findDecider') => {
      const step = stepFor(defaultPlaybook, kind, 'opportunity');
      if (!step) throw new Error('There is no step.');
      return draftNext(step, { name: 'Mia Berg', company }, '2027-01-18').subject;
    };
    expect(of('followUp')).toContain('Mia Berg');
    expect(of('findDecider')).toBe('Find out who decides: Northwind');
  });
  it('never falls on a weekend, and never earlier than asked', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (day) => {
        const iso = new Date(day * 86_400_000).toISOString().slice(0, 10);
        const moved = workingDay(iso);
        expect([0, 6]).not.toContain(new Date(moved).getUTCDay());
        expect(moved >= iso).toBe(true);
        expect(workingDay(moved)).toBe(moved);
      }),
    );
    expect(workingDay('soon')).toBe('soon');
  });
});

describe('with a decision', () => {
  it('goes what fits it: nurture on its day, nothing with disqualified', () => {
    const back = { ...next, kind: 'nurture' as const };
    expect(nextFor(stage, next, defaultPlaybook)).toEqual(next);
    expect(nextFor(stage, back, defaultPlaybook)).toBeNull();
    expect(nextFor(nurture, back, defaultPlaybook)).toEqual({ ...back, dueOn: '2027-02-01' });
    expect(nextFor(nurture, next, defaultPlaybook)).toBeNull();
    expect(nextFor(disqualified, next, defaultPlaybook)).toBeNull();
    expect(nextFor(disqualified, back, defaultPlaybook)).toBeNull();
  });
  it('is blocked while it has no words or no day to come', () => {
    expect(nextGap(next, now)).toBeNull();
    expect(nextGap({ ...next, subject: '' }, now)).toMatch(/few words/);
    expect(nextGap({ ...next, dueOn: '' }, now)).toMatch(/Choose a day/);
    expect(nextGap({ ...next, dueOn: '2027-02-30' }, now)).toMatch(/Choose a day/);
    expect(nextGap({ ...next, dueOn: '2020-01-06' }, now)).toMatch(/not past/);
  });
});

describe('in the plan', () => {
  const input = {
    ...qualify(snapshot(), null),
    decision: null,
    deal: null,
    noteText: null,
    extra: {},
    next,
  };
  it('is told in the note, and is a step of its own before the evidence, or part of the one call', () => {
    const made = plan(input);
    expect(made).toMatchObject({ next, blocked: null });
    expect(made.note.text).toContain('Next: Plan the change: Ann, on 18 Jan 2027.');
    const base = { ...input, id: crypto.randomUUID(), person: ann };
    const kinds = (together: boolean) =>
      createSubmission(made, { ...base, together })
        .steps.flatMap((step) => partsOf(step.write))
        .map((part) => part.kind);
    expect(kinds(false).slice(-2)).toEqual(['task', 'note']);
    expect(kinds(true)).toEqual(kinds(false));
  });
  it('that can’t be written blocks it, in words', () => {
    expect(plan({ ...input, next: { ...next, dueOn: '' } }).blocked).toMatch(/day for the task/);
  });
  it('changes neither verdict nor fields', () => {
    const without = plan({ ...input, next: null });
    expect(plan(input).changes).toEqual(without.changes);
    expect(plan(input).decision).toEqual(without.decision);
  });
});
