// docs/definitions.md, made from the built-in playbooks, so that what people read is what runs.
import { evidenceGroups } from '@/components/console/evidence-words';
import { type RuleLine, ruleWords } from '@/components/console/rule-words';
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

/** One playbook as a chapter. */
function chapter(playbook: Playbook): string {
  const byLevel = playbook.levels.map((level) => {
    const own = playbook.criteria.filter((criterion) => criterion.level === level.id);
    return [`### ${level.name}${level.help ? `: ${level.help}` : ''}`, ...own.map(criterionPart)].join(
      '\n\n',
    );
  });
  const marks = [
    ...playbook.flags.map((flag) => `**${flag.name}**\n\n${ruleList(ruleWords(flag.rule, playbook))}`),
    ...playbook.scales.map(
      (scale) =>
        `**${scale.name}**: how many hold of ${scale.of.map((part) => part.label).join(', ')}. ${scale.bands
          .map((band) => `${band.label} from ${band.atLeast}`)
          .join(', ')}.`,
    ),
    ...playbook.labels.map((label) => `**${label.name}**: as answered.`),
  ];
  return [
    `# ${playbook.name} ${playbook.version}\n\n${playbook.description}`,
    '## Stages',
    ...playbook.stages.map((stage) => stagePart(stage, playbook)),
    '## Outcomes',
    ...playbook.outcomes.map((outcome) => outcomePart(outcome, playbook)),
    '## Marks on top of the stage',
    ...marks,
    '## Criteria',
    ...byLevel,
    '## Sources',
    playbook.sources.map(({ title, note }) => `- “${title}”${note ? `: ${note}` : ''}`).join('\n'),
  ].join('\n\n');
}

/** The text of docs/definitions.md. */
export function definitionsPage(playbooks: readonly Playbook[]): string {
  const notice =
    '<!-- Made from lib/playbook/builtin by tests/unit/docs: change the playbook, then run npx vitest -u tests/unit/docs. -->';
  return `${[notice, ...playbooks.map(chapter)].join('\n\n')}\n`;
}
