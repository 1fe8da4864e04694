// From the host of a Salesforce page to the host of its org's API.
import type { Reach } from '@/lib/crm/shared/host-permissions';

/** Whether Microsoft Defender's proxy stands before the page: only the browser talks through it, never the API. */
export const isProxied = (host: string): boolean => host.endsWith('.mcas.ms') && apiHost(host) !== '';

/** A page's host told as that of the API: [page, API], each applied where it fits. */
const MOVES: readonly (readonly [RegExp, string])[] = [
  // Microsoft Defender's proxy puts its own domain behind.
  [/\.mcas\.ms$/, ''],
  [/\.lightning\.([a-z\d-]+\.)?force\.com$/, '.my.$1salesforce.com'],
  [/\.lightning\.(crm)?force\.mil$/, '.my.salesforce.mil'],
  [/\.lightning\.sfcrmapps\.cn$/, '.my.sfcrmproducts.cn'],
  [/-setup\.com$/, '.com'],
];

/** What stands in a host for the kind of an org that isn't production; Salesforce Help, "My Domain Hostnames". */
const KIND = String.raw`(?:\.(?:sandbox|develop|scratch|demo|patch|trailblaze|free))?`;
/** Letters that people see as others are told by it. */
const NAME = String.raw`(?!xn--)[a-z\d-]+`;

/** MyDomain or MyDomain--Sandbox (not xn--, which stands for letters that people see as others), the kind of org that isn't production, my, a region, Salesforce's domain. */
const API = new RegExp(
  String.raw`^${NAME}${KIND}\.my\.(([a-z\d-]+\.)?salesforce\.com|salesforce\.mil|sfcrmproducts\.cn)$`,
);

/**
 * Orgs with a region in their hosts: acme.lightning.usa26.force.com and acme.my.usa26.salesforce.com. A match pattern
 * for all of them would hold every host of Salesforce's, so the browser is asked for those two of one org.
 */
export const REGIONAL: Reach = {
  field: 'host',
  host: String.raw`^(?:https://)?(${NAME}${KIND})\.(?:lightning|my)\.([a-z\d-]+)\.(?:sales)?force(?:-setup)?\.com(?:[/?#]|$)`,
  origins: ['https://$1.lightning.$2.force.com/*', 'https://$1.my.$2.salesforce.com/*'],
};

/** Whether this is the host of an org's API: the only kind that a token is ever sent to. */
export const isApiHost = (host: string): boolean => API.test(host);

/** acme.my.salesforce.com for acme.lightning.force.com; '' for a host that is not one of Salesforce's pages. */
export function apiHost(page: string): string {
  const host = MOVES.reduce((name, [from, to]) => name.replace(from, to), page);
  return isApiHost(host) ? host : '';
}

/** Where people see the records of an org: acme.lightning.force.com for acme.my.salesforce.com. */
export function pageHost(api: string): string {
  return api
    .replace(/\.my\.salesforce\.mil$/, '.lightning.crmforce.mil')
    .replace(/\.my\.sfcrmproducts\.cn$/, '.lightning.sfcrmapps.cn')
    .replace(/\.my\.([a-z\d-]+\.)?salesforce\.com$/, '.lightning.$1force.com');
}
