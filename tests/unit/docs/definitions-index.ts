// docs/definitions.md: all built-in playbooks side by side, made from them, with a link to the page of each.
import { orList, valueWords } from '@/components/console/parts/rule-words';
import { inside, isAtom, isNot, isUnless } from '@/lib/playbook/rules';
import type { Playbook, Rule } from '@/lib/playbook/schema';
import { notice } from './definitions-page';

const lower = (text: string) =>
  /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

/** A rule in one line: "two-way contact, target-market fit, and either a or b". */
function line(rule: Rule, playbook: Playbook, nested = false): string {
  if (isAtom(rule)) {
    const criterion = playbook.criteria.find(({ id }) => id === rule.criterion);
    const label = lower(criterion?.label ?? rule.criterion);
    const values = 'is' in rule ? [rule.is] : 'oneOf' in rule ? rule.oneOf : [];
    if (criterion?.kind !== 'yesno')
      return `${label} ${orList(values.map((one) => valueWords(one, criterion)))}`;
    if (values.length > 1) return `${label} asked, whatever the answer`;
    return values[0] === 'no' ? `no ${label}` : label;
  }
  if (isNot(rule)) return `not ${line(rule.not, playbook, true)}`;
  if (isUnless(rule)) return `unless known to be: ${line(rule.unless, playbook, true)}`;
  if ('of' in rule)
    return `at least ${rule.atLeast} of ${rule.of.map((one) => line(one, playbook, true)).join(', ')}`;
  const parts = 'all' in rule ? rule.all : rule.any;
  if (parts.length === 0) return 'everyone';
  const words = parts.map((one) => line(one, playbook, true));
  const joined = 'all' in rule ? words.join('; ') : words.join(' **or** ');
  return nested && parts.length > 1 ? `(${joined})` : joined;
}

const stageRule = (playbook: Playbook, id: string) => {
  const stage = playbook.stages.find((one) => one.id === id);
  return stage ? line(stage.rule, playbook) : '';
};

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

/** What a question does in a playbook: the stages that it decides, or that it is only asked. */
function part(playbook: Playbook, criterion: string): string {
  if (!playbook.criteria.some(({ id }) => id === criterion)) return '';
  const speaks = (rule: Rule): boolean =>
    isAtom(rule) ? rule.criterion === criterion : inside(rule).some(speaks);
  const decided = playbook.stages.filter(({ rule }) => speaks(rule)).map(({ name }) => name);
  return decided.length > 0 ? decided.join(', ') : 'asked';
}

/** The text of docs/definitions.md. `questions` in the order of the rows. */
export function definitionsIndex(
  playbooks: readonly Playbook[],
  questions: readonly { id: string; label: string }[],
): string {
  const link = ({ id, name }: Playbook) => `[${name}](definitions/${id}.md)`;
  const says = table(
    ['Playbook', 'A lead is', 'A prospect needs', 'An opportunity needs as well'],
    playbooks.map((one) => [
      link(one),
      ...['lead', 'prospect', 'opportunity'].map((id) => stageRule(one, id)),
    ]),
  );
  const asks = table(
    ['Question', ...playbooks.map(({ name }) => name)],
    questions.map(({ id, label }) => [label, ...playbooks.map((one) => part(one, id))]),
  );
  const from = playbooks.map((one) => {
    const sources = one.sources.map(({ title, note }) => `  - “${title}”${note ? `: ${note}` : ''}`);
    return [`- ${link(one)}: ${one.description}`, ...sources].join('\n');
  });
  return `${[
    notice,
    '# Lead, prospect, opportunity: what each playbook says',
    'There is no one definition on which everybody agrees. Stagecheck brings those of five published articles, each as a playbook that can be chosen, and a default that joins them. A team picks one (or makes its own) and then applies it alike to every record.',
    '## What makes a prospect, and what an opportunity',
    says,
    'Each stage needs what the stages before it need, too. “Asked, whatever the answer” means that the question must have been put.',
    '## Which question decides what',
    'A stage’s name: the question decides on it. “Asked”: it is asked for a mark or an outcome, and decides no stage. Empty: this playbook does not ask it.',
    asks,
    '## Where they come from',
    from.join('\n'),
  ].join('\n\n')}\n`;
}
