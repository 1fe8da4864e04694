// Following a written record to the next one: only from its own tab, only to where the CRM said, only in the same account.
import { describe, expect, it, vi } from 'vitest';
import { createFollow } from '@/lib/background/services/follow';
import { ProblemError } from '@/lib/problem/problem';
import type { Submission } from '@/lib/qualification/plan/submission';
import type { Place, RecordRef } from '@/lib/record/record';

const ref = (id: string, account = 'acme'): RecordRef => ({ crm: 'fake', account, object: 'Lead', id });
const url = (to: RecordRef) => `https://${to.account}.example/${to.id}`;
const locate = (at: string): Place | null => {
  const { host, pathname } = new URL(at);
  const account = host.split('.')[0] ?? '';
  return host.endsWith('.example') ? { role: 'person', ref: ref(pathname.slice(1), account) } : null;
};

function submission(
  next: { ref: RecordRef; url: string } | null,
  state: 'done' | 'failed' = 'done',
): Submission {
  return {
    id: 'a',
    ref: ref('1'),
    recordName: '',
    by: { id: '1', name: 'Ada', email: '' },
    at: '',
    playbook: { id: 'd', version: '1.0.0', hash: 'h' },
    answers: {},
    supported: null,
    decision: { kind: 'stage', stage: 'opportunity', override: null },
    steps: [
      {
        id: 's',
        write: { kind: 'note', body: '' },
        state,
        result: { text: '', url: null, id: null, next },
        problem: null,
      },
    ],
    state: 'written',
    finishedAt: '',
  };
}

function world(kept: Submission | null) {
  const goTo = vi.fn(async () => undefined);
  const here = vi.fn(async (_: number, at: RecordRef) => {
    if (at.id !== '1') throw new ProblemError({ kind: 'not-here', message: '' });
  });
  const follow = createFollow({ binding: { here }, submissions: { get: async () => kept }, locate, goTo });
  return { goTo, follow };
}

describe('record.follow', () => {
  it('takes the tab to the record that the submission led to', async () => {
    const { goTo, follow } = world(submission({ ref: ref('2'), url: url(ref('2')) }));
    await follow(7, ref('1'), 'a');
    expect(goTo).toHaveBeenCalledExactlyOnceWith(7, 'https://acme.example/2');
  });

  it.each<[string, Submission | null, RecordRef]>([
    ['from another record’s tab', submission({ ref: ref('2'), url: url(ref('2')) }), ref('9')],
    ['for a submission that isn’t kept', null, ref('1')],
    ['for one that leads nowhere', submission(null), ref('1')],
    ['for a step that failed', submission({ ref: ref('2'), url: url(ref('2')) }, 'failed'), ref('1')],
    ['to an address of another record', submission({ ref: ref('2'), url: url(ref('3')) }), ref('1')],
    ['to an address of no CRM', submission({ ref: ref('2'), url: 'https://evil.test/2' }), ref('1')],
    ['to another account', submission({ ref: ref('2', 'other'), url: url(ref('2', 'other')) }), ref('1')],
    [
      'for another record’s submission',
      { ...submission({ ref: ref('2'), url: url(ref('2')) }), ref: ref('5') },
      ref('1'),
    ],
  ])('goes nowhere %s', async (_, kept, from) => {
    const { goTo, follow } = world(kept);
    await expect(follow(7, from, 'a')).rejects.toBeInstanceOf(ProblemError);
    expect(goTo).not.toHaveBeenCalled();
  });
});
