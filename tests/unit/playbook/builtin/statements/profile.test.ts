// Article D, "What's the Difference Between a Prospect and a Lead?": each of its statements, by its line there.
import { expect, it } from 'vitest';
import { contentFor } from '@/lib/playbook';
import { profilePlaybook } from '@/lib/playbook/builtin/profile';
import { PROFILE } from '@/lib/playbook/builtin/sources';
import { no, yes } from '../../cases/case';
import { type Statement, under } from './under';

const profile = under(profilePlaybook);
const prospect = yes('showsInterest', 'fitsMarket');

const statements: Statement[] = [
  {
    line: '13-17',
    says: 'a lead has some interest and gave contact details: top of the funnel, not qualified',
    holds: () => {
      expect(profile.reached()).toBe('lead');
      expect(profile.stage('lead').meaning).toMatch(/interest.*nothing qualified/);
    },
  },
  {
    line: '15',
    says: 'by a form or a newsletter',
    holds: () => {
      expect(profile.stage('lead').meaning).toMatch(/form.*newsletter/);
    },
  },
  {
    line: '19',
    says: 'leads are to be captured, nurtured and qualified',
    holds: () => {
      expect(profile.told('lead')).toMatch(/nurture.*qualify/i);
    },
  },
  {
    line: '23-29',
    says: 'from a list, a referral, a response, or inbound and advertising',
    holds: () => {
      const ids = profile.criterion('source').options?.map(({ id }) => id);
      expect(ids).toEqual(
        expect.arrayContaining(['list', 'boughtList', 'referral', 'response', 'inbound', 'paid']),
      );
    },
  },
  {
    line: '25',
    says: 'a referral is from a colleague or a customer',
    holds: () => {
      expect(profile.option('source', 'referral').help).toMatch(/colleague.*client/);
    },
  },
  {
    line: '27',
    says: 'one who replies is still a lead',
    holds: () => {
      expect(profile.reached('talked', 'fitsMarket')).toBe('lead');
      expect(profile.stage('lead').meaning).toMatch(/reply alone is still a lead/);
    },
  },
  {
    line: '29',
    says: 'inbound and advertising are the best position',
    holds: () => {
      expect(profile.flagged('cameToUs', { source: 'inbound' })).toBe('yes');
      expect(profile.flagged('cameToUs', { source: 'paid' })).toBe('yes');
      expect(profile.flagged('cameToUs', { source: 'referral' })).toBe('no');
    },
  },
  {
    line: '32',
    says: 'connect first; chat to see whether they are disinterested',
    holds: () => {
      expect(profile.asks('talked')).toBe(true);
      expect(profile.stage('lead').guidance).toMatch(/^Connect first.*chat.*interested or not/);
      expect(profile.step('followUp', 'lead')).toMatch(/chat/);
    },
  },
  {
    line: '32',
    says: 'no interest is a reason to let go',
    holds: () => {
      expect(profile.outcome('disqualified').reasons.map(({ id }) => id)).toContain('noInterest');
      expect(profile.proposed('disqualified', no('showsInterest'))).toBe('yes');
      expect(profile.outcome('disqualified').cites).toContain(PROFILE);
    },
  },
  {
    line: '36',
    says: 'a prospect fits the ideal customer profile and shows interest, and nothing else is asked of one',
    holds: () => {
      expect(profile.verdict(prospect).stage).toBe('prospect');
      expect(profile.verdict({ ...prospect, ...no('decides') }).stage).toBe('prospect');
      for (const id of Object.keys(prospect))
        expect(profile.verdict({ ...prospect, ...no(id) }).stage).toBe('lead');
    },
  },
  {
    line: '38',
    says: 'then find where they are in the buying process, and adapt',
    holds: () => {
      expect(profile.stage('prospect').guidance).toMatch(/how far along/);
      for (const position of profile.criterion('position').options ?? [])
        expect(contentFor(profilePlaybook, { position: position.id })).toHaveLength(1);
    },
  },
  {
    line: '40-46',
    says: 'nurture prospects regularly with articles, case studies and videos, until a demo or a purchase',
    holds: () => {
      expect(profile.step('followUp', 'prospect')).toMatch(
        /article.*case study.*video.*every two weeks.*demo.*buy/i,
      );
      const all = (profilePlaybook.content ?? []).map(({ text }) => text).join(' ');
      for (const kind of [/article/i, /case study/i, /video/i, /demo/i]) expect(all).toMatch(kind);
    },
  },
  {
    line: '44',
    says: 'nurture is for prospects: one who researches is not proposed a way out',
    holds: () => {
      for (const position of ['notLooking', 'researching'])
        for (const outcome of ['nurture', 'disqualified'])
          expect(profile.proposed(outcome, { ...prospect, position })).not.toBe('yes');
      const { reasons } = profile.outcome('nurture');
      expect(reasons.map(({ id }) => id)).not.toContain('researching');
      expect(profile.outcome('nurture').cites).not.toContain(PROFILE);
    },
  },
  {
    line: '48-57',
    says: 'the three levels are what to find out next',
    holds: () => {
      expect(profile.asks('couldUse') && profile.asks('decides')).toBe(true);
      expect(profile.told('prospect')).toMatch(/put our offering to use.*who decides/);
      expect(profile.flagged('allLevels', { ...prospect, ...yes('couldUse', 'decides') })).toBe('yes');
    },
  },
  {
    line: '53',
    says: 'organization: size, industry, region',
    holds: () => {
      expect(profile.criterion('fitsMarket').yes).toMatch(/size, industry and region/i);
    },
  },
  {
    line: '55',
    says: 'opportunity: they could use it and would profit',
    holds: () => {
      expect(profile.criterion('couldUse').yes).toMatch(/put what we offer to work.*profit/);
      expect(profile.proposed('disqualified', no('couldUse'))).toBe('yes');
    },
  },
  {
    line: '57',
    says: 'stakeholder: who has no final say leads to a step, not back to a lead',
    holds: () => {
      expect(profile.step('findDecider', 'prospect')).toMatch(/person who decides/);
      const blocked = { ...prospect, ...no('decides') };
      for (const { proposed } of profile.verdict(blocked).outcomes) expect(proposed).not.toBe('yes');
    },
  },
  {
    line: '64',
    says: 'the level of engagement is the difference',
    holds: () => {
      expect(profile.criterion('showsInterest').why).toMatch(/level of engagement/i);
    },
  },
];

it.each(statements)('D:$line $says', ({ holds }) => holds());
