// The playbook's JSON Schema, for editors and for those who write playbooks by other means. Kept in public/.
import { toJsonSchema } from '@valibot/to-json-schema';
import { PlaybookSchema, RuleSchema } from '@/lib/playbook/schema';

/** The text of public/playbook.schema.json, made from the schema that the product parses with. */
export function playbookJsonSchema(): string {
  const schema = toJsonSchema(PlaybookSchema, {
    definitions: { Rule: RuleSchema },
    target: 'draft-07',
    // JSON has no infinity that a schema could forbid.
    ignoreActions: ['finite'],
  });
  const { $schema, ...rest } = schema;
  const titled = {
    $schema,
    title: 'Stagecheck playbook',
    description:
      "A team's definitions of its stages. What a schema can't say (that ids exist, that tests fit their criterion) is checked when a playbook is opened.",
    ...rest,
  };
  return `${JSON.stringify(titled, null, 2)}\n`;
}
