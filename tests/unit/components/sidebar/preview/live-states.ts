// States of the live call: compare, compact, the search, a quote, the call's time, and questions of every length.
import { compile } from '@/lib/playbook';
import { builtins } from '@/lib/playbook/builtin';
import { defaultPlaybook } from '@/lib/playbook/builtin/default';
import type { Playbook } from '@/lib/playbook/schema';
import { connection, layout, personPlace } from '../fixtures';
import { answerAll, ok, open, reads, type Stage, type State } from './steps';

const everyPlaybook: State['backend'] = {
  'playbooks.all': () =>
    ok(builtins.map((playbook) => ({ playbook, hash: compile(playbook).hash, origin: 'built-in' }))),
};

const compareAfter = (values: (string | null)[], row: number | null): State => ({
  backend: everyPlaybook,
  run: async (stage) => {
    await open(stage);
    await answerAll(stage, values);
    stage.sidebar.comparing.toggle();
    await stage.settle();
    if (row !== null) stage.sidebar.comparing.unfold(row);
  },
});

const long =
  'If nothing at all were to change over the next twelve months, who in the company would feel it first, what would it cost them, and whom would they have to tell?';

/** The default playbook with this question in every criterion's place. */
const asking = (ask: string): Playbook => ({
  ...defaultPlaybook,
  criteria: defaultPlaybook.criteria.map((one) => ({ ...one, ask: ask.slice(0, 160) })),
});

const asks = (ask: string): State => {
  const { playbook, hash } = compile(asking(ask));
  return {
    backend: { 'playbook.active': () => ok({ playbook, hash, origin: 'team' }) },
    run: (stage) => open(stage),
  };
};

async function compact(stage: Stage, values: (string | null)[]): Promise<void> {
  const accounts = [connection];
  const place = { push: 'place' as const, place: personPlace('101'), connection, accounts };
  stage.memory.push({ ...place, layout: { ...layout, compact: true } });
  await stage.settle();
  await answerAll(stage, values);
}

/** Answers that a run of keys gave, and that are taken back with it. */
const heldBack = (values: (string | null)[]): State => ({
  run: async (stage) => {
    await open(stage);
    const { gate, typing } = stage.sidebar;
    gate.enter(0);
    gate.own(1);
    const before = typing.mark();
    await answerAll(stage, values);
    typing.takeBack(before);
    gate.textCame();
    await stage.settle();
  },
});

export const live: Record<string, State> = {
  'held-back': heldBack([]),
  'held-back-answers': heldBack(['yes', 'yes', 'no']),
  compare: compareAfter(['yes', 'yes', null], null),
  'compare-open': compareAfter(['yes', 'yes', null], 1),
  'compare-no': compareAfter(['yes', 'no'], 2),
  compact: { run: (stage) => compact(stage, ['yes']) },
  'compact-against': { run: (stage) => compact(stage, ['yes', 'no']) },
  'compact-prospect': { run: (stage) => compact(stage, ['yes', 'yes', 'yes', 'yes']) },
  'compact-none': {
    run: ({ memory }) => memory.push({ ...elsewhere, layout: { ...layout, compact: true } }),
  },
  find: {
    run: async (stage) => {
      await open(stage);
      stage.sidebar.finding.start();
      stage.sidebar.finding.type('decid');
    },
  },
  'find-nothing': {
    run: async (stage) => {
      await open(stage);
      stage.sidebar.finding.start();
      stage.sidebar.finding.type('zebra');
    },
  },
  quote: {
    run: async (stage) => {
      await open(stage);
      await answerAll(stage, ['yes']);
      stage.sidebar.quoting.start();
      stage.sidebar.quoting.type('We can’t plan a shift without three phone calls');
    },
  },
  'quote-kept': {
    run: async (stage) => {
      await open(stage);
      await answerAll(stage, ['yes']);
      stage.sidebar.quoting.start();
      stage.sidebar.quoting.type('We can’t plan a shift without three phone calls');
      stage.sidebar.quoting.keep();
    },
  },
  'quote-early': {
    run: async (stage) => {
      await open(stage);
      stage.sidebar.quoting.start();
    },
  },
  'question-short': asks('Budget?'),
  'question-long': asks(long),
  'question-longest': { ...asks('W'.repeat(160)) },
  'question-rtl': asks('מי עוד צריך להסכים לפני שתוכלו לשנות את זה, ומה יקרה אם הם לא יסכימו?'),
  'question-options': {
    backend: reads({}),
    run: async (stage) => {
      await open(stage);
      stage.sidebar.answers.focus('leadType');
    },
  },
};

const elsewhere = {
  ...{ push: 'place' as const, connection, accounts: [connection] },
  place: { role: 'none' as const, crm: 'hubspot', account: '24680135', what: 'a list of contacts' },
};
