// How a scale such as temperature comes about: each part with what the answers say of it.
import type { Answers, Truth } from '@/lib/playbook/answer';
import { knownAnswers } from '@/lib/playbook/known';
import { truthOf } from '@/lib/playbook/logic';
import { criteriaOf } from '@/lib/playbook/rules';
import type { Playbook } from '@/lib/playbook/schema';
import type { Verdict } from '@/lib/playbook/verdict';

export type ScalePart = { label: string; value: Truth; criteria: string[] };
export type ScaleDerived = {
  id: string;
  name: string;
  /** The band's name, or how many parts hold: "1 of 4 so far". */
  band: string;
  /** Whether that is a band. */
  banded: boolean;
  /** What the playbook says of the band; '' where it says nothing. */
  help: string;
  parts: ScalePart[];
};

/**
 * The scales of which something is known, with their parts in the playbook's order. Where the parts that are not known
 * could still lead to a higher band, none is named. Pure.
 */
export function scalesDerived(playbook: Playbook, verdict: Verdict, answers: Answers): ScaleDerived[] {
  const known = knownAnswers(playbook.criteria, answers);
  return playbook.scales.flatMap((scale) => {
    const said = verdict.scales.find((one) => one.id === scale.id);
    if (said === undefined || said.yes + said.no === 0) return [];
    const parts = scale.of.map(({ label, rule }) => ({
      label,
      value: truthOf(rule, known),
      criteria: criteriaOf(rule),
    }));
    const count = `${said.yes} of ${parts.length}${said.unknown > 0 ? ' so far' : ''}`;
    const help = scale.bands.find(({ id }) => id === said.band?.id)?.help ?? '';
    const band = { band: said.band?.label ?? count, banded: said.band !== null, help };
    return [{ id: scale.id, name: scale.name, ...band, parts }];
  });
}

const lower = (labels: string[]) => labels.join(', ').toLowerCase();

/** "Temperature: Warm (budget, need; not authority, demand)", "Temperature: 1 of 4 so far (budget; demand not known)". */
export function scaleWords({ name, band, parts }: ScaleDerived): string {
  const of = (value: Truth) => parts.filter((part) => part.value === value).map((part) => part.label);
  const said = [
    lower(of('yes')),
    of('no').length > 0 ? `not ${lower(of('no'))}` : '',
    of('unknown').length > 0 ? `${lower(of('unknown'))} not known` : '',
  ].filter((words) => words !== '');
  return `${name}: ${band} (${said.join('; ')})`;
}
