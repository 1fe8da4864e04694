// A playbook as a page of docs/definitions, made from the playbook itself, so that what people read is what runs.
import { evidenceGroups } from '@/components/console/parts/evidence-words';
import { type RuleLine, ruleWords } from '@/components/console/parts/rule-words';
import { stepsOf } from '@/lib/playbook';
import type { Criterion, Outcome, Playbook, Stage } from '@/lib/playbook/schema';

const join = (lines: (string | null)[]) => lines.filter((line) => line !== null).join('\n');

function ruleList(line: RuleLine, depth = 0): string {
  const own = `${'  '.repeat(depth)}- ${line.text}`;
  return [own, ...line.parts.map((part) => ruleList(part, depth + 1))].join('\n');
}

const cites = (titles: string[] | undefined) =>
  titles && titles.length > 0 ? `\nAfter: ${titles.map((title) => `“${title}”`).join('; ')}.` : null;

function stagePart(stage: Stage, playbook: Playbook): string {
  return join([
    `### ${stage.name}\n`,
    stage.meaning,
    stage === playbook.stages[0] ? '\nHolds:\n' : '\nHolds when every stage before it holds, and:\n',
    ruleList(ruleWords(stage.rule, playbook)),
    stage.guidance ? `\nWhat to do now: ${stage.guidance}` : null,
    cites(stage.cites),
  ]);
}

function outcomePart(outcome: Outcome, playbook: Playbook): string {
  return join([
    `### ${outcome.name}\n`,
    outcome.meaning,
    '\nProposed when:\n',
    ruleList(ruleWords(outcome.rule, playbook)),
    `\nReasons: ${outcome.reasons.map((reason) => reason.label).join('; ')}.${outcome.asksDate ? ' With a date to come back.' : ''}`,
    cites(outcome.cites),
  ]);
}

function criterionPart(criterion: Criterion): string {
  const options = criterion.options?.map(
    (option) => `  - ${option.label}${option.help ? `: ${option.help}` : ''}`,
  );
  const evidence = evidenceGroups(criterion).map(
    ({ answer, facts }) => `  - ${answer ?? 'Only shown'}: ${facts.join(', ')}`,
  );
  return join([
    `#### ${criterion.label}\n`,
    `“${criterion.ask}”\n`,
    `- ${criterion.kind === 'yesno' ? 'Yes' : 'Choose'}: ${criterion.yes}`,
    `- ${criterion.kind === 'yesno' ? 'No' : 'None'}: ${criterion.no}`,
    options ? `- Choices:\n${options.join('\n')}` : null,
    evidence.length > 0
      ? `- From the CRM:\n${evidence.join('\n')}`
      : '- From the CRM: nothing; only the customer can say.',
    criterion.why ? `- Why: ${criterion.why}` : null,
    cites(criterion.cites),
  ]);
}

/** The next steps by key, and what helps by answer. */
function nextPart(playbook: Playbook): string {
  const key = { followUp: 'F', nurture: 'L', findDecider: 'P' };
  const stageName = (id: string) => playbook.stages.find((stage) => stage.id === id)?.name ?? id;
  const steps = stepsOf(playbook).map(({ kind, label, days, subject, stages }) => {
    const at = stages ? `, at ${stages.map(stageName).join(', ')}` : '';
    return `- ${key[kind]} ${label}${at}: “${subject}”, after ${days} days`;
  });
  const content = (playbook.content ?? []).map(({ criterion, option, text }) => {
    const options = playbook.criteria.find(({ id }) => id === criterion)?.options ?? [];
    return `- ${options.find(({ id }) => id === option)?.label ?? option}: ${text}`;
  });
  return [steps.join('\n'), ...(content.length > 0 ? ['What helps:', content.join('\n')] : [])].join('\n\n');
}

/** What stands at the top of a file that a test writes. */
export const notice =
  '<!-- Made from lib/playbook/builtin by tests/unit/docs: change the playbook, then run npx vitest -u --project unit tests/unit/docs. -->';

/** One playbook as a page. */
export function chapter(playbook: Playbook): string {
  const byLevel = playbook.levels.map((level) => {
    const own = playbook.criteria.filter((criterion) => criterion.level === level.id);
    return [`### ${level.name}${level.help ? `: ${level.help}` : ''}`, ...own.map(criterionPart)].join(
      '\n\n',
    );
  });
  const marks = [
    ...playbook.flags.map((flag) =>
      join([
        `**${flag.name}**${flag.help ? `: ${flag.help}` : ''}\n`,
        ruleList(ruleWords(flag.rule, playbook)),
        cites(flag.cites),
      ]),
    ),
    ...playbook.scales.map((scale) => {
      const parts = scale.of.map((part) => part.label).join(', ');
      const bands = scale.bands.map((band) => `${band.label} from ${band.atLeast}`).join(', ');
      return join([`**${scale.name}**: how many hold of ${parts}. ${bands}.`, cites(scale.cites)]);
    }),
    ...playbook.labels.map((label) => join([`**${label.name}**: as answered.`, cites(label.cites)])),
  ];
  const parts = [
    notice,
    `# ${playbook.name} ${playbook.version}\n\n${playbook.description}\n\n[All built-in playbooks, side by side](../definitions.md)`,
    '## Stages',
    ...playbook.stages.map((stage) => stagePart(stage, playbook)),
    '## Outcomes',
    ...playbook.outcomes.map((outcome) => outcomePart(outcome, playbook)),
    ...(marks.length > 0 ? ['## Marks on top of the stage', ...marks] : []),
    '## Next steps',
    nextPart(playbook),
    '## Criteria',
    ...byLevel,
    '## Sources',
    playbook.sources.map(({ title, note }) => `- “${title}”${note ? `: ${note}` : ''}`).join('\n'),
  ];
  return `${parts.join('\n\n')}\n`;
}
