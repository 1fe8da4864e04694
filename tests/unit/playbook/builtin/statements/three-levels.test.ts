// Article B, "Lead vs Prospect vs Opportunity, and How to Upgrade One to Another": each of its statements, by its line there.
import { expect, it } from 'vitest';
import { UPGRADE } from '@/lib/playbook/builtin/sources';
import { threeLevelsPlaybook } from '@/lib/playbook/builtin/three-levels';
import { no, yes } from '../../cases/case';
import { type Statement, under } from './under';

const levels = under(threeLevelsPlaybook);
const prospect = yes('twoWay', 'fitsMarket', 'couldUse', 'decides', 'budget');

const statements: Statement[] = [
  {
    line: '10',
    says: 'each stage needs its own approach',
    holds: () => {
      const told = threeLevelsPlaybook.stages.map(({ id }) => levels.step('followUp', id));
      expect(new Set(told).size).toBe(3);
    },
  },
  {
    line: '14',
    says: 'a lead could become a customer, and may fit neither the persona nor benefit',
    holds: () => {
      expect(levels.reached()).toBe('lead');
      expect(levels.stage('lead').meaning).toMatch(/could become a customer/i);
      expect(levels.stage('lead').meaning).toMatch(/may not fit.*persona.*or benefit/);
    },
  },
  {
    line: '14-20',
    says: 'leads come from lists, replies, referrals, content, search and social media',
    holds: () => {
      const ids = levels.criterion('source').options?.map(({ id }) => id);
      expect(ids).toEqual(
        expect.arrayContaining(['list', 'boughtList', 'response', 'referral', 'inbound', 'social']),
      );
      expect(levels.reached('twoWay')).toBe('lead');
    },
  },
  {
    line: '18',
    says: 'a referral is from a friend, a colleague or a client',
    holds: () => {
      expect(levels.option('source', 'referral').help).toMatch(/friend.*colleague.*client/);
    },
  },
  {
    line: '24',
    says: 'a prospect is engaged, in the market, has the money and the authority',
    holds: () => {
      expect(levels.verdict(prospect).stage).toBe('prospect');
      for (const id of Object.keys(prospect))
        expect(levels.verdict({ ...prospect, ...no(id) }).stage).toBe('lead');
    },
  },
  {
    line: '26',
    says: 'have a conversation, then go on or part ways: the article has a disqualification',
    holds: () => {
      expect(levels.step('followUp', 'lead')).toMatch(/conversation/);
      expect(levels.outcome('disqualified').cites).toEqual([UPGRADE]);
      expect(levels.outcome('disqualified').meaning).toMatch(/part ways/);
      expect(levels.note('Stagecheck default')).not.toMatch(/disqualif/);
    },
  },
  {
    line: '26-32',
    says: 'three levels, in this order',
    holds: () => {
      const order = threeLevelsPlaybook.levels.map(({ id }) => id);
      expect(order).toEqual(['engagement', 'organization', 'opportunity', 'stakeholder', 'change']);
      expect(levels.verdict(yes('twoWay')).next).toBe('fitsMarket');
      expect(levels.verdict(yes('twoWay', 'fitsMarket')).next).toBe('couldUse');
      // Money is asked on the level of who decides.
      const { next } = levels.verdict(yes('twoWay', 'fitsMarket', 'couldUse'));
      expect(threeLevelsPlaybook.criteria.find(({ id }) => id === next)?.level).toBe('stakeholder');
    },
  },
  {
    line: '30',
    says: 'would what we offer benefit them?',
    holds: () => {
      expect(levels.criterion('couldUse').yes).toMatch(/do them good/);
      expect(levels.criterion('couldUse').no).toMatch(/no good/);
      expect(levels.proposed('disqualified', no('couldUse'))).toBe('yes');
    },
  },
  {
    line: '32',
    says: 'they decide, or connect us to who does',
    holds: () => {
      const rest = yes('twoWay', 'fitsMarket', 'couldUse', 'budget');
      for (const way of ['decides', 'connects'])
        expect(levels.verdict({ ...rest, ...yes(way) }).stage).toBe('prospect');
      expect(levels.verdict({ ...rest, ...no('decides', 'connects') }).stage).toBe('lead');
      expect(levels.step('findDecider', 'lead')).toMatch(/Find/);
    },
  },
  {
    line: '36',
    says: 'an opportunity looks for a solution or considers ours, with pain, interest and fit',
    holds: () => {
      const four = yes('looking', 'pain', 'interest', 'fit');
      expect(levels.verdict({ ...prospect, ...four }).stage).toBe('opportunity');
      for (const id of Object.keys(four))
        expect(levels.verdict({ ...prospect, ...four, ...no(id) }).stage).toBe('prospect');
    },
  },
  {
    line: '36',
    says: 'and is pretty likely to become a customer',
    holds: () => {
      expect(levels.stage('opportunity').meaning).toMatch(/likely to become a customer/);
    },
  },
  {
    line: '40',
    says: 'interest is whether they want it solved; no deadline is needed',
    holds: () => {
      const { label, yes: counts, no: against } = levels.criterion('interest');
      expect(label).toMatch(/interest/i);
      expect(counts).toMatch(/want it solved/);
      expect(counts).not.toMatch(/matters? now|presses/);
      expect(against).not.toMatch(/years|presses/);
      const lived = { ...prospect, ...yes('looking', 'pain', 'interest', 'fit'), painAge: 'years' };
      expect(levels.verdict(lived).stage).toBe('opportunity');
    },
  },
  {
    line: '40',
    says: 'ask for how long, and why',
    holds: () => {
      expect(levels.criterion('interest').ask).toMatch(/why/i);
      expect(levels.criterion('painAge').ask).toMatch(/how long/i);
    },
  },
  {
    line: '40',
    says: 'years without action make it weak, which is said; an acute need comes first',
    holds: () => {
      expect(levels.flagged('weakInterest', { ...yes('pain'), painAge: 'years' })).toBe('yes');
      expect(levels.flag('weakInterest').help).toMatch(/weak/);
      expect(levels.flagged('strongInterest', { ...yes('pain'), painAge: 'weeks' })).toBe('yes');
      expect(levels.flag('strongInterest').help).toMatch(/first/);
    },
  },
  {
    line: '40',
    says: 'a lingering need is not overlooked: it is neither a no nor set aside',
    holds: () => {
      expect(levels.flag('weakInterest').help).toMatch(/overlook/);
      const lingering = { ...prospect, ...yes('pain', 'interest'), painAge: 'years' };
      expect(levels.proposed('nurture', lingering)).not.toBe('yes');
      expect(levels.proposed('disqualified', lingering)).not.toBe('yes');
    },
  },
  {
    line: '42',
    says: 'fit: need and interest may be there and still not match',
    holds: () => {
      expect(levels.criterion('fit').no).toMatch(/need and the interest are there/);
      expect(levels.proposed('disqualified', no('fit'))).toBe('yes');
    },
  },
  {
    line: '46',
    says: 'fresh leads are always needed: keep the funnel filled',
    holds: () => {
      expect(levels.told('lead')).toMatch(/fresh|new (ones|leads)/);
    },
  },
  {
    line: '46',
    says: 'care: persistent, not annoying',
    holds: () => {
      expect(levels.told('lead')).toMatch(/persistent.*nuisance/);
    },
  },
  {
    line: '46',
    says: 'benefits and value move a prospect on',
    holds: () => {
      expect(levels.stage('prospect').guidance).toMatch(/gain|benefit|worth/);
      expect(levels.step('followUp', 'prospect')).toMatch(/gain|benefit|worth/);
    },
  },
  {
    line: '48',
    says: 'be patient, speak to their needs, keep in touch',
    holds: () => {
      expect(levels.told('prospect')).toMatch(/patient/i);
      expect(levels.told('prospect')).toMatch(/keep in touch/i);
    },
  },
  {
    line: '-',
    says: '(the biggest drop of the funnel is the difference article’s, and is not said here)',
    holds: () => {
      expect(JSON.stringify(threeLevelsPlaybook)).not.toMatch(/biggest drop/);
    },
  },
];

it.each(statements)('B:$line $says', ({ holds }) => holds());
