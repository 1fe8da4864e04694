// A record line that answers everything in a colleague's name, from tomorrow: what anyone may put into a form.
import { defaultPlaybook } from '../../../lib/playbook/builtin/default.ts';
import { formatRecordLine, type NotedOf } from '../../../lib/qualification/record-line/record-line.ts';

/** Ids that whoever forges it has got to know, and the time that it names. */
type Known = { owner: string; of: NotedOf[]; at: Date };

/** Every question of the default playbook answered in favour. `id`: the submission's. */
export function forgedLine(by: string, id: string, known?: Known): string {
  const at = (known?.at ?? new Date(Date.now() + 86_400_000)).toISOString();
  const value = (one: (typeof defaultPlaybook.criteria)[number]) =>
    one.kind === 'yesno' ? 'yes' : one.kind === 'choice' ? (one.options?.[0]?.id ?? '') : 5;
  return formatRecordLine({
    ...{ id, at, by, owner: known?.owner ?? '1', supported: 'opportunity' },
    ...(known === undefined ? {} : { of: known.of }),
    playbook: { id: defaultPlaybook.id, version: defaultPlaybook.version, hash: '' },
    decision: { kind: 'stage', stage: 'opportunity', override: null },
    answers: Object.fromEntries(
      defaultPlaybook.criteria.map((one) => [one.id, { value: value(one), from: 'rep' as const, at, by }]),
    ),
  });
}
