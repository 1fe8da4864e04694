// The seal that a user's own Stagecheck puts on a text, made of what the sandbox's org holds.

import { isoTime } from '@/lib/crm/salesforce/client/values';
import { withSealOf } from '@/lib/crm/salesforce/read/sealed';
import type { SandboxOrg } from './sandbox';

/** `alias`: whose Stagecheck. */
export function sealedBy({ salesforce }: SandboxOrg, alias: string, text: string): Promise<string> {
  const madeAt = (record: { values: Record<string, unknown> } | undefined) =>
    isoTime(String(record?.values.CreatedDate)) ?? '';
  const [organization] = salesforce.all('Organization');
  return withSealOf(text, { org: madeAt(organization), maker: madeAt(salesforce.user(alias)) });
}
