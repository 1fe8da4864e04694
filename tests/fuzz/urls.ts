// The record detector against addresses: it knows no host that is none, and names no record that the address doesn't.
import { glance } from '@/lib/crm/glance';
import { locate } from '@/lib/crm/locate';
import type { Place } from '@/lib/record/record';
import { type Outcome, target } from './target';
import { urls } from './url-pieces';

const ENDS = [
  'salesforce.com',
  'force.com',
  'salesforce.mil',
  'force.mil',
  'crmforce.mil',
  'sfcrmapps.cn',
  'sfcrmproducts.cn',
];

/** Which CRM the address belongs to, told by the labels of its host and not by a pattern. */
export function owner(url: string): 'hubspot' | 'salesforce' | null {
  if (!URL.canParse(url)) return null;
  const { protocol, port, username, password, hostname } = new URL(url);
  if (protocol !== 'https:' || port !== '' || username !== '' || password !== '') return null;
  let labels = hostname.split('.');
  if (labels.includes('')) return null;
  if (labels.slice(1).join('.') === 'hubspot.com')
    return labels[0] === 'app' || labels[0]?.startsWith('app-') ? 'hubspot' : null;
  if (labels.slice(-2).join('.') === 'mcas.ms') labels = labels.slice(0, -2);
  const end = labels.slice(-2).join('.').replace('-setup.com', '.com');
  return ENDS.includes(end) && labels.slice(1, -2).some((one) => one === 'my' || one === 'lightning')
    ? 'salesforce'
    : null;
}

/** All that an address can be read as saying: itself, and its hash and queries decoded. */
function said(url: string): string {
  const at = new URL(url);
  const texts = [at.href, ...at.searchParams.values()];
  const hash = at.hash.slice(1);
  try {
    texts.push(atob(decodeURIComponent(hash)));
  } catch {
    // No base64: it says what stands there.
  }
  return texts.join('\n');
}

function namesTruly(url: string, place: Place): boolean {
  if (place.role === 'none') return true;
  const { crm, account, id, object } = place.ref;
  if (crm === 'hubspot') {
    const segments = new URL(url).pathname.split('/');
    return segments[2] === account && segments.includes(id) && /^\d{1,19}$/.test(id);
  }
  const prefix = { Lead: '00Q', Contact: '003', Account: '001', Opportunity: '006' }[object];
  const [org = ''] = new URL(url).hostname.split('.');
  return (
    id.length === 18 &&
    id.slice(0, 3) === prefix &&
    said(url).includes(id.slice(0, 15)) &&
    account.startsWith(`${org}.`)
  );
}

/** What is wrong with how an address was read; [] where nothing is. */
export function misread(url: string): string[] {
  const place = locate(url);
  const seen = glance(url);
  const wrong: string[] = [];
  if (place) {
    const crm = place.role === 'none' ? place.crm : place.ref.crm;
    if (owner(url) !== crm) wrong.push(`taken for a page of ${crm}`);
    if (!namesTruly(url, place)) wrong.push(`names ${JSON.stringify(place)}, which it does not say`);
    if (seen === null) wrong.push('known to locate and not to glance');
    if (place.role !== 'none' && seen !== true) wrong.push('a record to locate and none to glance');
  }
  return wrong;
}

export const urlTarget = target({
  name: 'urls',
  full: 100_000,
  share: 5_000,
  inputs: urls,
  check: (url): Outcome => {
    const wrong = misread(url);
    if (wrong.length > 0) throw new Error(wrong.join('; '));
    const place = locate(url);
    return place && place.role !== 'none' ? 'accepted' : 'refused';
  },
});
