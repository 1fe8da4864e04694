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
export const orgInfos = [acme, uat];
export const SALESFORCE_HOSTS = orgInfos.flatMap(({ api, lightning }) => [api, lightning]);
