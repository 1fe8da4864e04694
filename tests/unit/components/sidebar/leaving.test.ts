// Esc gives back what it left: for every key that leads away from the question, the draft is what it was before.
// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keyAction } from '@/components/sidebar/keys/keymap';
import { perform } from '@/components/sidebar/keys/perform';
import { createSidebar } from '@/components/sidebar/store/store';
import { defaultPlaybook } from '@/lib/playbook/builtin/default';
import { emptyDraft } from '@/lib/qualification';
import type { Draft } from '@/lib/qualification/answers/draft';
import { refKey } from '@/lib/record/record';
import { connection, contact, layout, now, person, personPlace, snapshot } from './fixtures';
import { memoryBackend } from './memory-backend';

const ref = contact('101');
const turns = async () => {
  for (let turn = 0; turn < 40; turn += 1) await Promise.resolve();
};

/** A sidebar without its page, on a record with this draft. `facts`: what the CRM says. */
async function opened(draft: Draft | null, facts = snapshot('101').facts) {
  const memory = memoryBackend({
    'record.read': () => ({ ok: true, value: snapshot('101', { facts }) }),
  });
  if (draft) memory.drafts.set(refKey(ref), draft);
  const sidebar = createSidebar(memory.backend, () => now);
  const stop = sidebar.page.start();
  await turns();
  memory.push({ push: 'place', place: personPlace('101'), connection, accounts: [connection], layout });
  await turns();
  const sheet = () => {
    const { [refKey(ref)]: one } = sidebar.store.getState().sheets;
    if (!one) throw new Error('There is no sheet.');
    return one;
  };
  const press = async (key: string) => {
    const plain = { code: '', ctrl: false, meta: false, alt: false, shift: false };
    const at = { view: sheet().view.name, criterion: null, typing: false, onControl: false, written: false };
    const action = keyAction({ ...plain, key, repeat: false, composing: false }, at);
    if (action) perform(sidebar, action, null);
    await turns();
  };
  /** Esc until the question is there again. */
  const leave = async () => {
    for (let left = 4; left > 0 && sheet().view.name !== 'ask'; left -= 1) await press('Escape');
  };
  return { memory, sidebar, sheet, press, leave, stop };
}
type Opened = Awaited<ReturnType<typeof opened>>;

const outcome = (id: 'disqualified' | 'nurture') => {
  const { reasons = [], asksDate } = defaultPlaybook.outcomes.find((one) => one.id === id) ?? {};
  return {
    ...{ kind: 'outcome' as const, outcome: id, reason: reasons[0]?.id ?? '', comment: '' },
    returnOn: asksDate ? '2027-02-01' : null,
  };
};

/** Each way from the question into something else, as a rep goes it. */
const ways: Record<string, (page: Opened) => Promise<void>> = {
  F: (page) => page.press('f'),
  P: (page) => page.press('p'),
  'F, then P': async (page) => {
    await page.press('f');
    await page.press('p');
  },
  'P, then F': async (page) => {
    await page.press('p');
    await page.press('f');
  },
  'P, and its task taken away': async (page) => {
    await page.press('p');
    if (page.sheet().view.name === 'review') page.sidebar.nextSteps.remove();
  },
  'F, and its words changed': async (page) => {
    await page.press('f');
    page.sidebar.nextSteps.edit({ subject: 'Send the plan', dueOn: '2027-03-01' });
  },
  'G, then P': async (page) => {
    await page.press('g');
    await page.press('p');
  },
  'D and a reason': async (page) => {
    await page.press('d');
    page.sidebar.decisions.decideOutcome(outcome('disqualified'));
  },
  'L and a reason': async (page) => {
    await page.press('l');
    page.sidebar.decisions.decideOutcome(outcome('nurture'));
  },
  'L, and its task changed': async (page) => {
    page.sidebar.decisions.decideOutcome(outcome('nurture'));
    page.sidebar.nextSteps.edit({ subject: 'Ask again', dueOn: '2027-03-01' });
  },
  D: (page) => page.press('d'),
  G: (page) => page.press('g'),
  C: (page) => page.press('c'),
  '/': async (page) => {
    await page.press('/');
    await page.press('Escape');
  },
  Q: async (page) => {
    await page.press('q');
    page.sidebar.quoting.type('  We need it by spring ');
    page.sidebar.quoting.cancel();
  },
};

const said = fc.record({
  value: fc.constantFrom('yes', 'no', null),
  at: fc.constant('2026-10-05T09:00:00.000Z'),
  by: fc.constant(person),
  quote: fc.option(fc.constantFrom('Too slow', 'x'.repeat(450)), { nil: undefined }),
});
const task = {
  kind: 'followUp' as const,
  label: 'Follow up',
  subject: 'Mine',
  body: '',
  dueOn: '2027-01-04',
};
const begun = emptyDraft(ref, { id: defaultPlaybook.id, version: defaultPlaybook.version, hash: '' }, now);
const drafts: fc.Arbitrary<Omit<Draft, 'playbook'>> = fc
  .record({
    answers: fc.dictionary(
      fc.constantFrom('twoWay', 'fitsMarket', 'hasProblem', 'decides', 'couldUse'),
      said.map(({ quote, ...one }) => (quote === undefined ? one : { ...one, quote })),
    ),
    noteText: fc.constantFrom(null, 'Typed before.'),
    decision: fc.constantFrom(
      null,
      { kind: 'stage' as const, stage: 'prospect', override: { reason: 'Known from the fair' } },
      outcome('disqualified'),
      outcome('nurture'),
    ),
    next: fc.constantFrom(null, undefined, task, { ...task, kind: 'nurture' as const }),
  })
  .map(({ next, ...part }) => ({ ...begun, ...part, ...(next === undefined ? {} : { next }) }));

/** Without what moves with every change, also with one that takes another back. */
const bare = ({ updatedAt: _, listed: __, revision: ___, ...rest }: Draft) => rest;

describe.each(Object.keys(ways))('%s and Esc', (name) => {
  test('leave the answers, the decision, the task and the count as they were', async () => {
    const { hash } = await memoryHash();
    await fc.assert(
      fc.asyncProperty(drafts, fc.boolean(), async (part, silent) => {
        const playbook = { ...begun.playbook, hash };
        const page = await opened({ ...part, playbook }, silent ? [] : undefined);
        const { draft, past, current } = page.sheet();
        if (!draft) throw new Error('There is no draft.');
        await ways[name]?.(page);
        await page.leave();
        await turns();
        const after = page.sheet();
        expect(after.view.name).toBe('ask');
        expect(after.draft && bare(after.draft)).toEqual(bare(draft));
        expect(after.past).toEqual(past);
        // Where somebody is known to decide, P only brings that question to the card.
        if (after.current !== 'decides') expect(after.current).toEqual(current);
        const kept = page.memory.drafts.get(refKey(ref));
        expect((kept && bare(kept).next) ?? null).toEqual(draft.next ?? null);
        expect(kept?.answers).toEqual(draft.answers);
        page.stop();
      }),
      { numRuns: 25 },
    );
  });
});

async function memoryHash() {
  const reply = await memoryBackend().backend.send('playbook.active', {});
  if (!reply.ok) throw new Error(reply.problem.message);
  return reply.value;
}

test('what was typed into a task that was left comes back with its key', async () => {
  const page = await opened(null);
  await ways['F, and its words changed']?.(page);
  await page.leave();
  expect(page.sheet().draft?.next ?? null).toBeNull();
  await page.press('f');
  expect(page.sheet().draft?.next).toMatchObject({ subject: 'Send the plan', dueOn: '2027-03-01' });
});

test('P finds nobody where somebody is known to decide: the question comes to the card, with its answer', async () => {
  const page = await opened(null);
  page.sidebar.answers.focus('decides');
  page.sidebar.answers.answer('yes');
  await page.press('p');
  expect(page.sheet()).toMatchObject({ view: { name: 'ask' }, current: 'decides' });
  expect(page.sheet().draft?.next ?? null).toBeNull();
  expect(page.sheet().draft?.answers.decides).toMatchObject({ value: 'yes' });
});
