// Tasks of ours in the sandbox's org: the text with its line, as who makes it, on whom it hangs.
import { formatRecordLine, type NotedOf } from '@/lib/qualification/record-line/record-line';
import type { SandboxOrg } from './sandbox';
import { sealedBy } from './seals';

type Values = Parameters<SandboxOrg['salesforce']['create']>[1];

export type TaskParts = {
  /** The stage that the line decides. */
  stage?: string;
  /** What the line names; left out: the person on whom the task hangs. null: nothing. */
  of?: readonly Pick<NotedOf, 'object' | 'id'>[] | null;
  /** Whose id the line carries: an alias. */
  owner?: string;
  /** Who makes the task: an alias. */
  maker?: string;
  /** What the task's subject says; left out: as the line does. */
  subject?: string;
  /** false: as somebody writes it who can't read the org. */
  sealed?: boolean;
  more?: Values;
};

/** Makes an evidence task on a lead or contact; its id. */
export async function taskOn(org: SandboxOrg, who: string, parts: TaskParts = {}): Promise<string> {
  const { salesforce } = org;
  const { stage = 'lead', owner = 'marcus', maker = 'marcus', subject = stage, more = {} } = parts;
  const own = { object: who.startsWith('00Q') ? 'Lead' : 'Contact', id: who };
  const of = parts.of === undefined ? [own] : parts.of;
  const id = crypto.randomUUID();
  const { id: ownerId, values } = salesforce.user(owner);
  const line = formatRecordLine({
    ...{ id, at: salesforce.now().toISOString(), by: String(values.Name), owner: ownerId },
    ...(of === null ? {} : { of: of.map((one) => ({ crm: 'salesforce', ...one })) }),
    ...{ supported: null, playbook: { id: 'default', version: '1.0.0', hash: 'x' }, answers: {} },
    decision: { kind: 'stage', stage, override: null },
  });
  const text = `Evidence (Stagecheck)\nDecision: ${stage}\n${line}`;
  const task = {
    ...{ WhoId: who, Status: 'Completed', Subject: `Stagecheck: ${subject} (id=${id})` },
    ...{ Description: parts.sealed === false ? text : await sealedBy(org, maker, text), ...more },
  };
  return salesforce.create('Task', task, 'acme', maker).id;
}
