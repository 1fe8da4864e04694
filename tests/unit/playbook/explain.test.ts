// The verdict in sentences.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile, evaluate, explainOutcome, explainStage, explainVerdict } from '@/lib/playbook';
import type { Answers } from '@/lib/playbook/answer';
import { defaultPlaybook } from '@/lib/playbook/builtin/default';
import type { Rule } from '@/lib/playbook/schema';
import { arbitraryCase } from './arbitrary';
import { playbookOf } from './small';

const five = { twoWay: 'yes', fitsMarket: 'yes', hasProblem: 'yes', couldUse: 'yes', decides: 'yes' };
const ten = { ...five, pain: 'yes', interest: 'yes', fit: 'yes', explore: 'yes', partner: 'yes' };

describe('explain', () => {
  it.each<[Answers, string]>([
    [{}, 'Prospect needs 5 more answers'],
    [{ ...five, decides: null, couldUse: null }, 'Prospect needs 2 more answers'],
    [{ ...five, decides: null }, 'Prospect needs 1 more answer'],
    [five, 'Opportunity needs 5 more answers'],
    [ten, 'Opportunity: 10 answers are enough'],
    [{ ...ten, connects: 'yes' }, 'Opportunity: all 11 answers are there'],
    [{ hasProblem: 'no' }, 'Not a prospect: "Problem we can create value for" is no'],
    [
      { twoWay: 'no', decides: 'no', connects: 'no' },
      'Not a prospect: "Two-way contact" is no, "Decision maker" is no, "Way to who decides" is no',
    ],
    [{ ...five, interest: 'no' }, 'Not an opportunity: "Reason to act now" is no'],
  ])('says of %j: %s', (answers, sentence) => {
    const compiled = compile(defaultPlaybook);
    expect(explainVerdict(compiled, evaluate(compiled, answers), answers)).toBe(sentence);
  });

  it.each<[Rule, Answers, string]>([
    [{ all: [] }, {}, 'Stage: nothing more is needed for it'],
    [{ any: [] }, {}, 'Not a stage, whatever the answers'],
    [{ criterion: 'a', is: 'yes' }, { a: 'yes' }, 'Stage: the one answer is there'],
    [
      { atLeast: 1, of: ['a', 'b', 'c'].map((criterion) => ({ criterion, is: 'yes' })) },
      { b: 'yes' },
      'Stage: 1 answer is enough',
    ],
    [{ criterion: 'size', atLeast: 50 }, { size: 12 }, 'Not a stage: "About size" is 12 people'],
    [{ criterion: 'colour', is: 'red' }, { colour: 'blue' }, 'Not a stage: "About colour" is BLUE'],
    [
      { criterion: 'until', after: '2027-01-01' },
      { until: '2026-12-09' },
      'Not a stage: "About until" is 9 Dec 2026',
    ],
    [{ all: ['yes', 'no'].map((is) => ({ criterion: 'a', is })) }, {}, 'Stage is still open'],
  ])('says of %j with %j: %s', (rule, answers, sentence) => {
    const compiled = compile(playbookOf(rule));
    const [stage] = evaluate(compiled, answers).stages;
    expect(stage && explainStage(compiled, stage, answers)).toBe(sentence);
  });

  it('gives the reason of an outcome only where it is proposed', () => {
    const compiled = compile(defaultPlaybook);
    expect(explainOutcome(compiled, 'disqualified', {})).toBeNull();
    expect(explainOutcome(compiled, 'nobody', {})).toBeNull();
    expect(explainOutcome(compiled, 'disqualified', { perceivesValue: 'no' })).toBe(
      'Disqualified: "Sense of the value" is no',
    );
    expect(explainOutcome(compiled, 'nurture', { fitsMarket: 'yes', twoWay: 'no', budget: 'no' })).toBe(
      'Nurture: "Two-way contact" is no, "Target-market fit" is yes',
    );
  });

  it('has a sentence for every stage of every verdict', () => {
    fc.assert(
      fc.property(arbitraryCase(6, true), ({ playbook, answers }) => {
        const compiled = compile(playbook);
        const verdict = evaluate(compiled, answers);
        for (const stage of verdict.stages)
          expect(explainStage(compiled, stage, answers)).toMatch(/^(Not an? stage\d|STAGE\d).{5,}[^.]$/s);
        expect(explainVerdict(compiled, verdict, answers)).not.toBe('');
      }),
    );
  });
});
