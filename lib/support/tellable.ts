// What a support report may name: closed lists, so that nothing else can stand in one. Pure.

/** CRMs by their ids; any other is 'other'. */
export const crms = { hubspot: 'HubSpot', salesforce: 'Salesforce', other: 'The CRM' } as const;
export type TellableCrm = keyof typeof crms;

export const crmOf = (id: string): TellableCrm => (id === 'hubspot' || id === 'salesforce' ? id : 'other');

/** Ends of hosts that belong to a CRM and to no customer of it, the longest first. */
export const families = [
  '*.sandbox.my.salesforce.com',
  '*.develop.my.salesforce.com',
  '*.scratch.my.salesforce.com',
  '*.demo.my.salesforce.com',
  '*.patch.my.salesforce.com',
  '*.trailblaze.my.salesforce.com',
  '*.free.my.salesforce.com',
  '*.my.salesforce.com',
  '*.my.salesforce.mil',
  '*.my.sfcrmproducts.cn',
] as const;
/** With the org's region in the middle, which is not told. */
export const REGIONAL = '*.my.(region).salesforce.com';
export type Family = (typeof families)[number] | typeof REGIONAL;

/** The family of an account's host; null where the account is no host of a known family. */
export function familyOf(account: string): Family | null {
  if (/\.my\.[a-z\d-]+\.salesforce\.com$/.test(account)) return REGIONAL;
  return families.find((family) => account.endsWith(family.slice(1))) ?? null;
}

export const browsers = ['Edge', 'Firefox', 'Chrome', 'other'] as const;

/** Name and main version out of the browser's own line about itself. */
export function browserOf(userAgent: string): { name: (typeof browsers)[number]; version: number | null } {
  for (const [name, pattern] of [
    ['Edge', /\bEdg\/(\d{1,4})\b/],
    ['Firefox', /\bFirefox\/(\d{1,4})\b/],
    ['Chrome', /Chrome\/(\d{1,4})\b/],
  ] as const) {
    const found = pattern.exec(userAgent)?.[1];
    if (found) return { name, version: Number(found) };
  }
  return { name: 'other', version: null };
}

/** A version in numbers, as a manifest has it; '0' for anything else. */
export const versionOf = (text: string): string => (/^\d{1,5}(\.\d{1,5}){0,3}$/.test(text) ? text : '0');
