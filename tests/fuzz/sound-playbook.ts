// What a playbook must be to be let in, said a second time without the schema and the lint that let it in.
import type { Playbook, Rule } from '@/lib/playbook/schema';

const ID = /^[a-z][A-Za-z0-9]*$/;
const KEYS: Record<string, string> = {
  playbook:
    'schema id name version description sources levels stages outcomes criteria flags scales labels market steps content',
  stage: 'id name meaning rule guidance cites',
  criterion: 'id level label ask yes no kind options unit evidence why cites',
};

const testsOf = (rule: Rule): string[] => {
  if ('criterion' in rule) return [rule.criterion];
  if ('not' in rule) return testsOf(rule.not);
  if ('unless' in rule) return testsOf(rule.unless);
  return ('all' in rule ? rule.all : 'any' in rule ? rule.any : rule.of).flatMap(testsOf);
};
const real = (text: string): boolean =>
  !/^\d{4}-\d\d-\d\d$/.test(text) || new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text;

function values(value: unknown, found: unknown[] = []): unknown[] {
  if (typeof value !== 'object' || value === null) found.push(value);
  else for (const inner of Object.values(value)) values(inner, found);
  return found;
}

/** What is wrong with a playbook that was accepted; [] where nothing is. */
export function unsound(playbook: Playbook): string[] {
  const wrong: string[] = [];
  const must = (holds: boolean, what: string): void => void (holds || wrong.push(what));
  const { stages, outcomes, criteria, levels, flags, scales, labels } = playbook;
  const steps = playbook.steps ?? [];
  const unique = (what: string, list: readonly { id: string }[]): void => {
    must(new Set(list.map(({ id }) => id)).size === list.length, `${what}: an id twice`);
    must(
      list.every(({ id }) => ID.test(id) && id.length <= 40),
      `${what}: an id that is none`,
    );
  };
  const only = (kind: string, one: object): void =>
    must(
      Object.keys(one).every((key) => (KEYS[kind] ?? '').split(' ').includes(key)),
      `${kind}: a key too many`,
    );
  only('playbook', playbook);
  for (const one of stages) only('stage', one);
  for (const one of criteria) only('criterion', one);
  unique('criteria', criteria);
  unique('levels', levels);
  unique('stages and outcomes', [...stages, ...outcomes]);
  for (const [what, list] of Object.entries({ flags, scales, labels, steps })) unique(what, list);
  for (const { options = [], kind, id } of criteria) {
    unique(id, options);
    must((kind === 'choice') === options.length > 1, `${id}: options and kind`);
  }
  must(stages.length >= 1 && stages.length <= 9, 'stages: how many');
  must(criteria.length >= 1 && criteria.length <= 60, 'criteria: how many');
  const known = new Set(criteria.map(({ id }) => id));
  const rules = [...stages, ...outcomes, ...flags, ...scales.flatMap(({ of }) => of)].map(({ rule }) => rule);
  const named = [...rules.flatMap(testsOf), ...labels.map(({ criterion }) => criterion)];
  must(
    [...named, ...(playbook.content ?? []).map((one) => one.criterion)].every((id) => known.has(id)),
    'a criterion that is none',
  );
  must(
    criteria.every(({ level }) => levels.some(({ id }) => id === level)),
    'a level that is none',
  );
  must(
    steps.every((step) => (step.stages ?? []).every((id) => stages.some((one) => one.id === id))),
    'a stage that is none',
  );
  const all = values(playbook);
  must(all.length < 10_000, 'too much of it');
  must(
    all.every(
      (one) =>
        typeof one !== 'number' ||
        (Number.isFinite(one) && String(JSON.parse(JSON.stringify(one))) === String(one)),
    ),
    'a number that no file can hold',
  );
  must(
    all.every((one) => typeof one !== 'string' || one.length <= 600),
    'a text too long',
  );
  must(
    values(rules).every((one) => typeof one !== 'string' || real(one)),
    'a day that is none',
  );
  const ages = criteria.flatMap(({ evidence }) => evidence.map(({ freshDays = 1 }) => freshDays));
  must(
    ages.every((days) => Number.isInteger(days) && days >= 1 && days <= 36_500),
    'an age that is none',
  );
  return wrong;
}
