// The verdict in short sentences, for the sidebar's one line and for the note.
import { grounds } from './against';
import type { Answers, AnswerValue } from './answer';
import type { Compiled } from './compiled';
import { type Known, knownAnswers } from './known';
import { truthOf } from './logic';
import { criteriaOf } from './rules';
import type { Rule } from './schema';
import type { StageVerdict, Verdict } from './verdict';
import { valueInWords } from './words';

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

const article = (name: string): string => (/^[aeiou]/i.test(name) ? 'an' : 'a');

/** Answers as reasons: `"Problem we can create value for" is no, "Employees" is 12 people`. */
function reasons(ids: readonly string[], { byId }: Compiled, known: Known): string {
  const said = (id: string, value: AnswerValue): string => {
    const criterion = byId.get(id);
    if (!criterion) return `"${id}" is ${value}`;
    const words = valueInWords(criterion, value);
    return `"${criterion.label}" is ${criterion.kind === 'yesno' ? words.toLowerCase() : words}`;
  };
  const parts = ids.flatMap((id) => {
    const value = known.get(id);
    return value === undefined ? [] : [said(id, value)];
  });
  return parts.join(', ');
}

function reachedSentence(name: string, ladder: readonly Rule[], known: Known): string {
  const asked = [...new Set(ladder.flatMap(criteriaOf))];
  const answered = asked.filter((id) => known.has(id)).length;
  if (answered === 0) return `${name}: nothing more is needed for it`;
  if (answered < asked.length)
    return `${name}: ${counted(answered, 'answer')} ${answered === 1 ? 'is' : 'are'} enough`;
  return answered === 1 ? `${name}: the one answer is there` : `${name}: all ${answered} answers are there`;
}

/** One stage in a sentence without a full stop: reached and by what, not reached and why, or how far away it is. */
export function explainStage(compiled: Compiled, stage: StageVerdict, answers: Answers): string {
  const { stages } = compiled.playbook;
  const index = stages.findIndex(({ id }) => id === stage.id);
  const name = stages[index]?.name ?? stage.id;
  const known = knownAnswers(compiled.byId.values(), answers);
  if (stage.holds === 'yes') {
    const ladder = stages.slice(0, index + 1).map(({ rule }) => rule);
    return reachedSentence(name, ladder, known);
  }
  if (stage.holds === 'no') {
    const why = reasons(stage.against, compiled, known);
    return `Not ${article(name)} ${name.toLowerCase()}${why ? `: ${why}` : ', whatever the answers'}`;
  }
  const fewest = stage.missing[0]?.length;
  return fewest === undefined ? `${name} is still open` : `${name} needs ${counted(fewest, 'more answer')}`;
}

/** The sidebar's one sentence: about the next stage or, at the top, about the one that was reached. */
export function explainVerdict(compiled: Compiled, verdict: Verdict, answers: Answers): string {
  const about = verdict.nextStage ?? verdict.stage;
  const stage = verdict.stages.find(({ id }) => id === about);
  return stage ? explainStage(compiled, stage, answers) : '';
}

/** Why an outcome is proposed: `Disqualified: "Problem we can create value for" is no`. Null unless it is. */
export function explainOutcome(compiled: Compiled, outcomeId: string, answers: Answers): string | null {
  const outcome = compiled.playbook.outcomes.find(({ id }) => id === outcomeId);
  const known = knownAnswers(compiled.byId.values(), answers);
  if (!outcome || truthOf(outcome.rule, known) !== 'yes') return null;
  const why = reasons(grounds(outcome.rule, known), compiled, known);
  return why ? `${outcome.name}: ${why}` : outcome.name;
}
