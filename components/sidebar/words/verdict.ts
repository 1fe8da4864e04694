// The line under the verdict: what is missing, or what speaks against it.
import type { Playbook } from '@/lib/playbook/schema';
import type { StageVerdict, Verdict } from '@/lib/playbook/verdict';
import { decisionName, stagesAbove } from '@/lib/qualification';
import type { Decision } from '@/lib/qualification/answers/draft';

/** "Disqualified, not sent: Z undoes, Enter shows it", where an outcome is decided and not sent yet; null where none is. */
export function notSentWords(
  playbook: Playbook,
  decision: Decision | null | undefined,
  shown: boolean,
): string | null {
  if (decision?.kind !== 'outcome') return null;
  return `${decisionName(decision, playbook)}, not sent: ${shown ? 'Z or Esc undoes' : 'Z undoes, Enter shows it'}`;
}

const label = (playbook: Playbook, id: string) =>
  playbook.criteria.find((criterion) => criterion.id === id)?.label ?? id;

function nextOf(verdict: Verdict): StageVerdict | undefined {
  return verdict.stages.find((stage) => stage.id === verdict.nextStage);
}

/** Buttons are verbs: "Disqualified" is done by pressing "Disqualify". Other names stay as the team has them. */
export function outcomeVerb(name: string): string {
  return name.endsWith('ified') ? `${name.slice(0, -3)}y` : name;
}

/** `Disqualify? "Sense of the value" is no`: an outcome as a question, with what speaks for it. */
export function proposedWords({ outcome, why }: { outcome: { name: string }; why: string }): string {
  return `${outcomeVerb(outcome.name)}? ${why || 'The answers speak for it'}`;
}

/** What is missing (the smallest way) or speaks against the next stage, or at the top what to do now. */
export function verdictDetail(playbook: Playbook, verdict: Verdict): string {
  const next = nextOf(verdict);
  if (!next) return playbook.stages.find((stage) => stage.id === verdict.stage)?.guidance ?? '';
  if (next.holds === 'no') return `Because: ${next.against.map((id) => label(playbook, id)).join(', ')}`;
  const ways = next.missing.length - 1;
  const more = next.cut === 'list' ? ', and more' : '';
  const other = ways > 0 ? ` (or ${ways} other ${ways === 1 ? 'way' : 'ways'}${more})` : '';
  const items = (next.missing[0] ?? []).map((item) =>
    item.words ? `${label(playbook, item.criterion)} ${item.words}` : label(playbook, item.criterion),
  );
  return items.length === 0 ? '' : `Missing: ${items.join(', ')}${other}`;
}

/** What it means that not all ways to the next stage were searched; '' where all were, or none is named. */
export function moreWaysWords(verdict: Verdict): string {
  const next = nextOf(verdict);
  const named = next !== undefined && next.holds !== 'no' && next.missing.length > 0;
  return named && next.cut === 'search' ? 'More ways may lead there; only the nearest were searched.' : '';
}

/** Where the CRM says a higher stage than the answers support: the stage that they do; '' where it doesn't. */
export function driftWords(playbook: Playbook, verdict: Verdict, crmSays: string | null): string {
  if (stagesAbove(playbook, verdict.stage, crmSays) === 0) return '';
  const supported = playbook.stages.find((stage) => stage.id === verdict.stage)?.name;
  return `The answers support ${supported ? `${supported} only` : 'no stage yet'}`;
}
