// Rules and evidence in words: every operator, every kind of criterion, and what the playbook doesn't define.
import { describe, expect, it } from 'vitest';
import { evidenceGroups } from '@/components/console/parts/evidence-words';
import { orList, type RuleLine, ruleWords } from '@/components/console/parts/rule-words';
import { defaultPlaybook } from '@/lib/playbook/builtin/default';
import type { Rule } from '@/lib/playbook/schema';
import { playbook } from './fixtures';

const words = (rule: Rule) => ruleWords(rule, playbook);
const leaf = (text: string): RuleLine => ({ text, parts: [] });

describe('ruleWords', () => {
  it.each<[Rule, string]>([
    [{ criterion: 'twoWay', is: 'yes' }, 'Two-way contact: yes'],
    [{ criterion: 'source', is: 'event' }, 'Source: Event'],
    [{ criterion: 'source', oneOf: ['referral', 'event', 'list'] }, 'Source: Referral, Event or List'],
    [{ criterion: 'size', atLeast: 50 }, 'Company size: at least 50 people'],
    [{ criterion: 'size', atMost: 9 }, 'Company size: at most 9 people'],
    [{ criterion: 'size', between: [50, 500] }, 'Company size: from 50 to 500 people'],
    [{ criterion: 'start', before: '2027-01-01' }, 'Start: before 1 Jan 2027'],
    [{ criterion: 'start', after: '2026-12-31' }, 'Start: after 31 Dec 2026'],
    [{ criterion: 'nowhere', is: 'yes' }, 'nowhere: yes'],
    [{ all: [] }, 'Always'],
    [{ any: [] }, 'Never'],
    [{ all: [{ criterion: 'twoWay', is: 'no' }] }, 'Two-way contact: no'],
  ])('puts %j into words', (rule, text) => {
    expect(words(rule)).toEqual(leaf(text));
  });

  it('nests what is joined', () => {
    const rule: Rule = {
      all: [
        { criterion: 'twoWay', is: 'yes' },
        { atLeast: 2, of: [{ any: [] }, { not: { criterion: 'size', atMost: 5 } }] },
      ],
    };
    expect(words(rule)).toEqual({
      text: 'All of these',
      parts: [
        leaf('Two-way contact: yes'),
        {
          text: 'At least 2 of these 2',
          parts: [
            leaf('Never'),
            { text: 'This does not hold', parts: [leaf('Company size: at most 5 people')] },
          ],
        },
      ],
    });
    expect(words({ any: [{ all: [] }, { any: [] }] }).text).toBe('Any one of these');
  });

  it('names every criterion of the default playbook by its label', () => {
    const ids = new Set(defaultPlaybook.criteria.map((criterion) => criterion.id));
    const leaves = (line: RuleLine): string[] =>
      line.parts.length > 0 ? line.parts.flatMap(leaves) : [line.text];
    const rules = [...defaultPlaybook.stages, ...defaultPlaybook.outcomes, ...defaultPlaybook.flags];
    const said = rules.flatMap(({ rule }) => leaves(ruleWords(rule, defaultPlaybook)));
    expect(said.length).toBeGreaterThan(10);
    expect(said.filter((text) => ids.has(text.split(':')[0] ?? ''))).toEqual([]);
  });
});

describe('evidenceGroups', () => {
  it('gathers facts by the answer that they give, those only shown last', () => {
    const [twoWay, size, source, start] = playbook.criteria;
    expect(twoWay && evidenceGroups(twoWay)).toEqual([
      { answer: 'Yes', facts: ['Last reply (within 90 days)'] },
      { answer: null, facts: ['Last open'] },
    ]);
    expect(size && evidenceGroups(size)).toEqual([{ answer: 'As the CRM has it', facts: ['Employees'] }]);
    expect(source && evidenceGroups(source)).toEqual([
      { answer: 'Referral', facts: ['Job title mentions Partner or VP'] },
    ]);
    expect(start && evidenceGroups(start)).toEqual([]);
  });

  it('says a limit once where all facts share it', () => {
    const [twoWay] = playbook.criteria;
    if (!twoWay) throw new Error('the fixture has lost its first criterion');
    const fresh = (fact: string, freshDays: number) => ({ fact, gives: 'yes', freshDays });
    const facts = (...evidence: (typeof twoWay)['evidence']) =>
      evidenceGroups({ ...twoWay, evidence }).flatMap((group) => group.facts);
    expect(facts(fresh('engagement.lastReplyAt', 90), fresh('web.lastFormAt', 90))).toEqual([
      'Last reply',
      'last form (each within 90 days)',
    ]);
    expect(facts(fresh('engagement.lastReplyAt', 90), fresh('web.lastFormAt', 30))).toEqual([
      'Last reply (within 90 days)',
      'last form (within 30 days)',
    ]);
  });
});

describe('orList', () => {
  it.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a or b'],
    [['a', 'b', 'c'], 'a, b or c'],
  ])('%j', (list, text) => expect(orList(list)).toBe(text));
});
