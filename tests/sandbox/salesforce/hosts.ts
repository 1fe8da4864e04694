// The sandbox's two orgs and the hosts by which they are reached.
import { makeId } from './ids';
import type { OrgInfo, OrgName } from './model';

/** The two characters of an org's ids that tell its instance. */
export const instances: Record<OrgName, string> = { acme: '5e', uat: '7Q' };
const orgId = (name: OrgName, number: number) => makeId('00D', instances[name], number).slice(0, 15);

export const acme: OrgInfo = {
  name: 'acme',
  id: orgId('acme', 7_340_211),
  title: 'Harbour & Lane Software',
  api: 'acme.my.salesforce.com',
  lightning: 'acme.lightning.force.com',
  isSandbox: false,
};
/** A sandbox org: its own hosts, ids and people's passwords; few records. */
export const uat: OrgInfo = {
  name: 'uat',
  id: orgId('uat', 9_120_544),
  title: 'Harbour & Lane Software (UAT)',
  api: 'acme--uat.sandbox.my.salesforce.com',
  lightning: 'acme--uat.sandbox.lightning.force.com',
  isSandbox: true,
};
/** The first org again, by hosts with a region in them, as some orgs have: the same records, people and settings. */
export const regional: OrgInfo = {
  ...acme,
  api: 'harbour.my.usa26.salesforce.com',
  lightning: 'harbour.lightning.usa26.force.com',
};
export const orgInfos = [acme, uat, regional];

/** Other names that an org's pages go by: behind Microsoft Defender's proxy, and the setup. */
export const pageAliases = ({ api, lightning }: OrgInfo): string[] => [
  `${lightning}.mcas.ms`,
  api.replace('.salesforce.com', '.salesforce-setup.com'),
];
export const SALESFORCE_HOSTS = orgInfos.flatMap((info) => [info.api, info.lightning, ...pageAliases(info)]);
