// Article A, "Is it a lead, a prospect or an opportunity?": each of its statements, by its line there.
import { expect, it } from 'vitest';
import { defaultPlaybook } from '@/lib/playbook/builtin/default';
import { valuePlaybook } from '@/lib/playbook/builtin/value';
import { ago, form, no, say, yes } from '../../cases/case';
import { type Statement, under } from './under';

const value = under(valuePlaybook);
const standard = under(defaultPlaybook);

const statements: Statement[] = [
  {
    line: '13',
    says: 'a lead is the name of a company or a person',
    holds: () => {
      expect(value.reached()).toBe('lead');
      expect(value.told('lead')).toMatch(/name of a person or a company/);
    },
  },
  {
    line: '13',
    says: 'on a bought list',
    holds: () => {
      expect(value.told('lead')).toMatch(/bought list/);
      expect(value.verdict({ source: 'boughtList' }).labels).toContainEqual({
        id: 'source',
        name: 'Source',
        option: 'boughtList',
      });
    },
  },
  {
    line: '13',
    says: 'a webinar or a white paper leaves a lead: activity answers nothing',
    holds: () => {
      const facts = [
        form('White paper', 2),
        ago('event.lastAttendedAt', 2),
        ago('engagement.lastReplyAt', 1),
      ];
      const said = say({ facts }).find(({ id }) => id === 'value')?.verdict;
      expect(said?.stage).toBe('lead');
      expect(said?.next).toBe('hasProblem');
      for (const id of ['hasProblem', 'perceivesValue', 'explore', 'partner'])
        expect(value.criterion(id).evidence.every(({ gives }) => gives === null)).toBe(true);
    },
  },
  {
    line: '13',
    says: 'to find out, pick up the phone and call: the first step',
    holds: () => {
      expect(value.stage('lead').guidance).toMatch(/^Call/);
      expect(value.step('followUp', 'lead')).toMatch(/^Call\. Call/);
    },
  },
  {
    line: '17',
    says: 'a prospect has a problem around which we can create value, and nothing else is asked of one',
    holds: () => {
      expect(value.reached('hasProblem')).toBe('prospect');
      expect(value.verdict({ ...yes('hasProblem'), ...no('talked', 'explore') }).stage).toBe('prospect');
      expect(value.verdict({}).stages.find(({ id }) => id === 'prospect')?.missing).toEqual([
        [{ criterion: 'hasProblem', accept: ['yes'] }],
      ]);
    },
  },
  {
    line: '17',
    says: 'without such a problem it is no prospect',
    holds: () => {
      expect(value.verdict(no('hasProblem')).stage).toBe('lead');
    },
  },
  {
    line: '17',
    says: 'who has no such problem, or would never perceive the value, is to be disqualified',
    holds: () => {
      for (const playbook of [value, standard]) {
        expect(playbook.proposed('disqualified', no('hasProblem'))).toBe('yes');
        expect(playbook.proposed('disqualified', { ...yes('hasProblem'), ...no('perceivesValue') })).toBe(
          'yes',
        );
      }
    },
  },
  {
    line: '17',
    says: 'who would never perceive the value is no prospect; who may, is one',
    holds: () => {
      expect(value.verdict({ ...yes('hasProblem'), ...no('perceivesValue') }).stage).toBe('lead');
      expect(value.verdict(yes('hasProblem')).stage).toBe('prospect');
    },
  },
  {
    line: '19',
    says: 'a dream client is a prospect who perceives massive value',
    holds: () => {
      expect(value.flagged('dreamClient', yes('hasProblem', 'massiveValue'))).toBe('yes');
      expect(value.flagged('dreamClient', { ...no('hasProblem'), ...yes('massiveValue') })).toBe('no');
    },
  },
  {
    line: '19',
    says: 'dream clients stand at the very top, and get most of the time',
    holds: () => {
      for (const playbook of [value, standard]) {
        expect(playbook.flag('dreamClient').first).toBe(true);
        expect(playbook.flag('dreamClient').help).toMatch(/top of (the|your) list.*most/);
        expect(playbook.stage('prospect').guidance).toMatch(/Dream clients.*most of your time/);
      }
    },
  },
  {
    line: '23',
    says: 'an opportunity has agreed to change AND considers us as a partner; until both, it is a prospect',
    holds: () => {
      expect(value.reached('hasProblem', 'explore', 'partner')).toBe('opportunity');
      expect(value.reached('hasProblem', 'explore')).toBe('prospect');
      expect(value.reached('hasProblem', 'partner')).toBe('prospect');
    },
  },
  {
    line: '23',
    says: 'to change: to solve a problem, or to be ready for a future chance',
    holds: () => {
      for (const playbook of [value, standard])
        expect(playbook.criterion('explore').yes).toMatch(/solve a problem.*or.*ready for a chance/);
    },
  },
  {
    line: '25',
    says: 'neither pain nor how much better we could make things counts before they want to change',
    holds: () => {
      expect(value.reached('hasProblem', 'pain', 'massiveValue', 'perceivesValue')).toBe('prospect');
      for (const playbook of [value, standard])
        expect(playbook.criterion('explore').why).toMatch(/pain.*nor.*how much better/i);
    },
  },
  {
    line: '25',
    says: 'each is treated differently',
    holds: () => {
      const told = valuePlaybook.stages.map(({ id }) => value.step('followUp', id));
      expect(new Set(told).size).toBe(3);
    },
  },
];

it.each(statements)('A:$line $says', ({ holds }) => holds());
