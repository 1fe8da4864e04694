// How a team's stages are told in an account's own fields: what the team saved, on top of what is proposed.

import type { Sessions } from '@/lib/background/connections/sessions';
import type { Database } from '@/lib/background/storage/database';
import { readRow } from '@/lib/background/storage/rows';
import type { Crm } from '@/lib/crm/shared/crm';
import type { Playbook } from '@/lib/playbook/schema';
import { dealStage } from '@/lib/qualification/plan/plan';
import { proposeOutcomes, proposeReasons } from '@/lib/qualification/plan/reasons';
import { accountKey } from '@/lib/record/account-key';
import { type StageField, type StageMapping, StageMappingSchema } from '@/lib/record/mapping';
import { own } from '@/lib/util/object';
import { always, type Still } from './still';

export type Mappings = {
  /** With the fields at hand: the saved mapping, and the proposal for whatever it doesn't name. */
  current(crm: string, account: string, fields: StageField[]): Promise<StageMapping>;
  get(
    crm: string,
    account: string,
  ): Promise<{ fields: StageField[]; mapping: StageMapping; proposed: StageMapping }>;
  save(crm: string, account: string, mapping: StageMapping, still?: Still): Promise<void>;
};

type Needs = {
  database: Database;
  sessions: Pick<Sessions, 'forReading'>;
  crmById: (id: string) => Crm | null;
  playbook: () => Promise<Playbook>;
};

export function createMappings({ database, sessions, crmById, playbook }: Needs): Mappings {
  async function proposed(crm: string, fields: StageField[]): Promise<StageMapping> {
    const active = await playbook();
    const top = dealStage(active);
    const targets = [
      ...active.stages.map(({ id, name }) => ({ id, name, ...(id === top ? { top: true } : {}) })),
      ...active.outcomes.map(({ id, name }) => ({ id, name, outcome: true })),
    ];
    const stages = fields.filter((field) => field.carries === undefined);
    const code = await crmById(crm)?.load();
    const mapping = { ...code?.proposeMapping(stages, targets) };
    for (const [id, entries] of Object.entries(proposeOutcomes(fields, active.outcomes)))
      mapping[id] = [...(own(mapping, id) ?? []), ...entries];
    return { ...mapping, ...proposeReasons(fields, active.outcomes) };
  }

  /** One that can't be read is as good as none: what is proposed instead is shown in the review before it is written. */
  async function saved(crm: string, account: string): Promise<StageMapping> {
    const kept = await database((db) => db.get('mappings', accountKey(crm, account)));
    return readRow(StageMappingSchema, kept) ?? {};
  }

  return {
    current: async (crm, account, fields) => ({
      ...(await proposed(crm, fields)),
      ...(await saved(crm, account)),
    }),
    async get(crm, account) {
      const fields = await (await sessions.forReading(crm, account)).stageFields();
      const proposal = await proposed(crm, fields);
      return { fields, mapping: { ...proposal, ...(await saved(crm, account)) }, proposed: proposal };
    },
    save: (crm, account, mapping, still = always) =>
      database(async (db) => {
        still();
        await db.put('mappings', mapping, accountKey(crm, account));
      }),
  };
}
