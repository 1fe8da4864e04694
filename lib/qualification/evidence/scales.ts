// How a scale such as temperature comes about: each part with what the answers say of it.
import type { Answers, Truth } from '@/lib/playbook/answer';
import { knownAnswers } from '@/lib/playbook/known';
import { truthOf } from '@/lib/playbook/logic';
import { criteriaOf } from '@/lib/playbook/rules';
import type { Playbook } from '@/lib/playbook/schema';
import type { Verdict } from '@/lib/playbook/verdict';

export type ScalePart = { label: string; value: Truth; criteria: string[] };
export type ScaleDerived = { id: string; name: string; band: string; parts: ScalePart[] };

/** The scales that have a band now, with their parts in the playbook's order. Pure. */
export function scalesDerived(playbook: Playbook, verdict: Verdict, answers: Answers): ScaleDerived[] {
  const known = knownAnswers(playbook.criteria, answers);
  return playbook.scales.flatMap((scale) => {
    const band = verdict.scales.find((one) => one.id === scale.id)?.band;
    if (!band) return [];
    const parts = scale.of.map(({ label, rule }) => ({
      label,
      value: truthOf(rule, known),
      criteria: criteriaOf(rule),
    }));
    return [{ id: scale.id, name: scale.name, band: band.label, parts }];
  });
}

const lower = (labels: string[]) => labels.join(', ').toLowerCase();

/** "Temperature: Warm (budget, need; not authority; demand not known)". */
export function scaleWords({ name, band, parts }: ScaleDerived): string {
  const of = (value: Truth) => parts.filter((part) => part.value === value).map((part) => part.label);
  const said = [
    lower(of('yes')),
    of('no').length > 0 ? `not ${lower(of('no'))}` : '',
    of('unknown').length > 0 ? `${lower(of('unknown'))} not known` : '',
  ].filter((words) => words !== '');
  return `${name}: ${band} (${said.join('; ')})`;
}
