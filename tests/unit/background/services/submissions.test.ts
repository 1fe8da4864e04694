// Confirming: whose name goes with it is what the background finds, never what a sidebar says.
import { describe, expect, it, vi } from 'vitest';
import type { Binding } from '@/lib/background/services/binding';
import { createSubmissions } from '@/lib/background/services/submissions';
import { ProblemError } from '@/lib/problem/problem';
import type { Submission } from '@/lib/qualification/plan/submission';
import type { Person } from '@/lib/record/record';
import { person, submission } from '../outbox/world';
import { bound } from './bound';

const ben: Person = { id: '78', name: 'Ben Okafor', email: 'ben@example.com' };

function service(signedIn: () => Promise<Person | null>, binding: Binding = bound()) {
  const kept = vi.fn<(one: Submission) => void>();
  const outbox = {
    send: async (one: Submission) => {
      kept(one);
      return one;
    },
    replace: async (_: unknown, __: string, one: Submission) => {
      kept(one);
      return one;
    },
    retry: vi.fn(),
    last: vi.fn(),
    get: vi.fn(),
    all: vi.fn(),
    open: vi.fn(),
    withdraw: vi.fn(),
    wake: vi.fn(),
    view: vi.fn(),
    unfinished: () => [],
    busy: () => false,
    pause: vi.fn(),
    strip: vi.fn(),
    forget: vi.fn(),
    broken: () => null,
    counting: () => false,
  };
  const connection = {
    ...{ crm: 'hubspot', crmName: 'HubSpot', account: '24680135', accountName: 'Portal' },
  };
  const submissions = createSubmissions({
    binding,
    connections: {
      find: async () => ({
        ...connection,
        ...{ person, user: null, way: 'oauth', keyEnd: '', signedOut: false, start: null, missing: [] },
        connectedAt: '2026-11-21T09:00:00.000Z',
      }),
    },
    sessions: { signedIn },
    outbox,
  });
  const all = () => kept.mock.calls.map(([one]) => one);
  return {
    ...{ submissions, kept: () => all().map((one) => one.as) },
    ids: () => all().map(({ id }) => id),
  };
}

describe('a tab that has gone on to another record', () => {
  const { ref } = submission();
  /** The tab has shown `ref`, and shows another record now. */
  const moved = (tab: number) => {
    if (tab === 1) return Promise.resolve();
    return Promise.reject(new ProblemError({ kind: 'not-here', message: '' }));
  };
  const binding = { ...bound(), here: () => moved(0), hereOrBefore: moved };

  it('may still send, change, take back, try again and ask about what was decided there', async () => {
    const { submissions, kept } = service(async () => null, binding);
    const one = submission();
    await submissions.send(1, one);
    await submissions.replace(1, ref, one.id, one);
    expect(kept()).toHaveLength(2);
    await submissions.withdraw(1, ref, one.id, one);
    await submissions.retry(1, ref, one.id);
    await submissions.get(1, ref, one.id);
  });

  it('and no other tab may, nor may it ask for another record’s', async () => {
    const { submissions, kept } = service(async () => null, binding);
    const one = submission();
    const refused = { problem: { kind: 'not-here' } };
    await expect(submissions.send(2, one)).rejects.toMatchObject(refused);
    await expect(submissions.withdraw(2, ref, one.id, one)).rejects.toMatchObject(refused);
    await expect(submissions.last(1, ref)).rejects.toMatchObject(refused);
    expect(kept()).toEqual([]);
  });
});

describe('a submission that is confirmed', () => {
  it('is kept with who is signed in to the CRM, whatever the sidebar says', async () => {
    const { submissions, kept } = service(async () => ben);
    await submissions.send(1, submission({ as: person }));
    const edited = submission({ as: person });
    await submissions.replace(1, edited.ref, edited.id, edited);
    expect(kept()).toEqual([ben, ben]);
  });

  it('is kept with nobody where the key is nobody’s, even if the sidebar names someone', async () => {
    const { submissions, kept } = service(async () => null);
    await submissions.send(1, submission({ as: person }));
    expect(kept()).toEqual([undefined]);
  });

  it('is kept before another of its record that came later, however late its own questions are answered', async () => {
    const answers: (() => void)[] = [];
    const signedIn = () => new Promise<null>((answer) => answers.push(() => answer(null)));
    const { submissions, ids } = service(signedIn);
    const sent = ['first', 'second', 'third'].map((id) => submissions.send(1, submission({ id })));
    await vi.waitFor(() => expect(answers).toHaveLength(3));
    for (const answer of answers.reverse()) {
      expect(ids()).toEqual([]);
      answer();
    }
    await Promise.all(sent);
    expect(ids()).toEqual(['first', 'second', 'third']);
  });

  it('keeps no later one waiting where it is refused', async () => {
    let asked = 0;
    const problem = new ProblemError({ kind: 'other-user', message: 'not theirs' });
    const { submissions, ids } = service(async () => {
      asked += 1;
      if (asked === 1) throw problem;
      return null;
    });
    const first = submissions.send(1, submission({ id: 'first' }));
    const second = submissions.send(1, submission({ id: 'second' }));
    await expect(first).rejects.toBe(problem);
    await second;
    expect(ids()).toEqual(['second']);
  });

  it('is not kept where someone else is signed in than whose connection it is', async () => {
    const problem = new ProblemError({ kind: 'other-user', message: 'not theirs' });
    const { submissions, kept } = service(() => Promise.reject(problem));
    await expect(submissions.send(1, submission())).rejects.toBe(problem);
    expect(kept()).toEqual([]);
  });

  it('is not kept where it was decided as another person than the connection’s', async () => {
    const { submissions, kept } = service(async () => null);
    await expect(submissions.send(1, submission({ by: ben }))).rejects.toMatchObject({
      problem: { kind: 'invalid', message: expect.stringContaining('now writes as Ada Reyes') },
    });
    expect(kept()).toEqual([]);
  });
});
