// What an answer means now, where a question of the built-in playbooks once meant something else under the same name.
import type { AnswerValue } from '@/lib/playbook/answer';
import { isBuiltin } from '@/lib/playbook/builtin/ids';

/**
 * Until their version 2 the built-in playbooks asked one question of who decides: yes was also for those who can only
 * take us to who does, and no was for those who can do neither. What it says for certain is kept: whoever was a yes has
 * the way to the decision, and whoever was a no has neither. A team's own playbook keeps its own meaning.
 */
export function asMeantNow<Said>(
  { id, version }: { id: string; version: string },
  answers: Readonly<Record<string, Said>>,
  answerOf: (said: Said) => AnswerValue | null,
): Record<string, Said> {
  const { decides, ...others } = answers;
  if (decides === undefined || !isBuiltin(id) || !/^[01]\./.test(version)) return { ...answers };
  const value = answerOf(decides);
  if (value === 'yes') return { connects: decides, ...others };
  return value === 'no' ? { connects: decides, ...answers } : { ...answers };
}
