// Playbooks from anywhere: sound ones, spoilt ones and no playbooks at all. What is let in must be sound and must work.
import * as fc from 'fast-check';
import {
  compile,
  evaluate,
  explainOutcome,
  explainVerdict,
  hashPlaybook,
  parsePlaybook,
} from '@/lib/playbook';
import type { Answers } from '@/lib/playbook/answer';
import { builtins } from '@/lib/playbook/builtin';
import { parting } from '@/lib/playbook/compare';
import type { Playbook } from '@/lib/playbook/schema';
import { templates } from '@/lib/playbook/templates';
import { arbitraryPlaybook } from '../unit/playbook/arbitrary';
import { BruteForce, ladderRule } from '../unit/playbook/brute-force';
import { damaged, damages, junk } from './damage';
import { unsound } from './sound-playbook';
import { type Outcome, target } from './target';

/** What is given to parse, and by which chances the criteria are answered. */
type Input = { document: unknown; dice: number[] };

const dice = fc.array(fc.nat(999), { minLength: 4, maxLength: 12 });
const whole = fc.oneof(
  { weight: 6, arbitrary: arbitraryPlaybook(5) },
  { weight: 1, arbitrary: fc.constantFrom<Playbook>(...templates, ...builtins) },
);
const document: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: whole },
  { weight: 12, arbitrary: fc.tuple(whole, damages(3)).map(([one, list]) => damaged(one, list)) },
  { weight: 1, arbitrary: junk },
  { weight: 1, arbitrary: fc.json({ maxDepth: 4 }).map((text): unknown => JSON.parse(text)) },
);
export const playbookInputs: fc.Arbitrary<Input> = fc.record({ document, dice });

function answersBy(playbook: Playbook, chances: number[]): Answers {
  const odd = ['maybe', '', Number.NaN, 1e308, null, '2026-02-30'];
  const entries = playbook.criteria.map(({ id, kind, options = [] }, at) => {
    const chance = chances[at % chances.length] ?? 0;
    const sound = {
      yesno: ['yes', 'no'],
      number: [0, 1, 50],
      date: ['2026-11-21', '2024-02-29'],
      choice: options.map((o) => o.id),
    };
    const list = [...sound[kind], ...(chance % 7 === 0 ? odd : [null])];
    return [id, list[chance % list.length] ?? null] as const;
  });
  return Object.fromEntries(entries);
}

/** Everything that the product does with a playbook, and the brute force beside it. */
function works(playbook: Playbook, chances: number[]): void {
  const compiled = compile(playbook);
  const answers = answersBy(playbook, chances);
  const verdict = evaluate(compiled, answers);
  const brute = new BruteForce(playbook);
  const TRUTH = { yes: 1, no: 0, unknown: 0.5 } as const;
  verdict.stages.forEach(({ holds, missing, id }, at) => {
    const rule = ladderRule(playbook, at);
    if (brute.grade(rule, answers) !== TRUTH[holds])
      throw new Error(`stage ${id}: ${holds}, by brute force not`);
    for (const set of missing.slice(0, 3)) {
      const way = Object.fromEntries(set.map(({ criterion, accept }) => [criterion, accept[0] ?? '']));
      if (brute.grade(rule, { ...answers, ...way }) !== 1) throw new Error(`stage ${id}: a way that is none`);
    }
  });
  if (verdict.next !== null && brute.isKnown(verdict.next, answers)) throw new Error('asks what is known');
  const words = [
    explainVerdict(compiled, verdict, answers),
    ...playbook.outcomes.map(({ id }) => explainOutcome(compiled, id, answers)),
  ];
  if (words.some((text) => text !== null && /undefined|NaN|\[object/.test(text)))
    throw new Error(`says ${words.join(' / ')}`);
  const empty = { compiled, answers: {}, verdict: evaluate(compiled, {}) };
  parting({ compiled, answers, verdict }, empty);
  const again = parsePlaybook(JSON.parse(JSON.stringify(playbook)));
  if (!again.ok || hashPlaybook(again.playbook) !== hashPlaybook(playbook))
    throw new Error('is another one when read from its own file');
}

/** Throws where a document breaks a promise. */
export function checkPlaybook({ document: given, dice: chances }: Input): Outcome {
  const parsed = parsePlaybook(given);
  if (!parsed.ok) {
    const { problems } = parsed;
    if (
      problems.length === 0 ||
      problems.length > 50 ||
      problems.some((one) => one.length < 8 || one.length > 1_000)
    )
      throw new Error(`refused without plain words: ${JSON.stringify(problems).slice(0, 400)}`);
    return 'refused';
  }
  const wrong = unsound(parsed.playbook);
  if (wrong.length > 0) throw new Error(`accepted with ${wrong.join('; ')}`);
  works(parsed.playbook, chances);
  return 'accepted';
}

export const playbookTarget = target({
  name: 'playbooks',
  full: 100_000,
  share: 600,
  inputs: playbookInputs,
  check: checkPlaybook,
});
