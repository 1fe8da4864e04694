// Which questions are still open: the other way to a yes is not, what is only presumed is.
import { expect, it } from 'vitest';
import { defaultPlaybook } from '@/lib/playbook/builtin/default';
import { responsePlaybook } from '@/lib/playbook/builtin/response';
import { openCriteria } from '@/lib/playbook/open';

const open = (answers: Record<string, string>, playbook = defaultPlaybook) => [
  ...openCriteria(playbook, answers),
];

it('whoever decides needs no way to who decides, and who leads there need not decide', () => {
  expect(open({ decides: 'yes' })).not.toContain('connects');
  expect(open({ connects: 'yes' })).not.toContain('decides');
  expect(open({})).toEqual(expect.arrayContaining(['decides', 'connects']));
  expect(open({ decides: 'no' })).toContain('connects');
});

it('what a no has settled is still not known', () => {
  expect(open({ twoWay: 'no' })).toContain('fitsMarket');
});

it('what is only presumed is open', () => {
  expect(open({ talked: 'yes' }, responsePlaybook)).toContain('openToBuy');
  expect(open({ talked: 'yes', openToBuy: 'yes' }, responsePlaybook)).not.toContain('openToBuy');
});

it('what no stage asks for is none of them', () => {
  expect(open({})).not.toContain('leadType');
});
