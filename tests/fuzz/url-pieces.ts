// Addresses that are nearly those of a CRM: hosts, paths, hashes and queries, each true or false in one detail.
import * as fc from 'fast-check';

const pick = fc.constantFrom;

const HOSTS = [
  'app.hubspot.com',
  'app-eu1.hubspot.com',
  'APP.HubSpot.com',
  'app-na2.hubspot.com',
  'acme.lightning.force.com',
  'acme.my.salesforce.com',
  'acme--uat.sandbox.lightning.force.com',
  'acme--uat.sandbox.my.salesforce.com',
  'acme.my.salesforce-setup.com',
  'acme.lightning.force.com.mcas.ms',
  'acme.lightning.usa26.force.com',
  'acme.lightning.crmforce.mil',
  'acme.lightning.sfcrmapps.cn',
];
const SPOILT: ((host: string) => string)[] = [
  (host) => `${host}.evil.example`,
  (host) => `${host}.evil.com`,
  (host) => `evil.example/${host}`,
  (host) => `evil.example#@${host}`,
  (host) => `evil.example?.${host}`,
  (host) => `evil.example\\@${host}`,
  (host) => `${host}@evil.example`,
  (host) => `rep:word@${host}`,
  (host) => `@${host}`,
  (host) => `${host}:443`,
  (host) => `${host}:8443`,
  (host) => `${host}.`,
  (host) => `.${host}`,
  (host) => host.replace('.', '-'),
  (host) => host.replace('.', '..'),
  (host) => host.replace('.', '%2e'),
  (host) => host.replace('o', 'о'),
  (host) => host.replace('.', '。'),
  (host) => `xn--${host}`,
  (host) => `evil${host}`,
  (host) => `evil.${host}`,
  (host) => host.slice(1),
  (host) => host.replace('.com', '.co'),
  (host) => host.replace('hubspot', 'hubsp0t').replace('force', 'f0rce'),
  (host) => `[${host}]`,
  (host) => `${host}\t`,
  (host) => ` ${host}`,
];
const host = fc.oneof(
  { weight: 3, arbitrary: pick(...HOSTS) },
  { weight: 2, arbitrary: fc.tuple(pick(...HOSTS), pick(...SPOILT)).map(([one, spoil]) => spoil(one)) },
  { weight: 1, arbitrary: fc.domain() },
);

const scheme = fc.oneof(
  { weight: 8, arbitrary: fc.constant('https://') },
  pick(
    'http://',
    'HTTPS://',
    'https:/',
    'https:',
    '//',
    'javascript:',
    'data:',
    'blob:https://',
    'ftp://',
    ' https://',
  ),
);

const digits = fc
  .tuple(pick(1, 3, 8, 12, 13, 19, 20, 400), fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }))
  .map(([length, first, rest]) => `${first}${String(rest).repeat(length - 1)}`);

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'];
/** Ids of Salesforce's of every length round 15 and 18; some with the right last three characters. */
const id = fc
  .tuple(
    pick('003', '00Q', '001', '006', '005', '00q', '500', ''),
    fc.array(pick(...LETTERS, '_', '-'), { minLength: 10, maxLength: 17 }),
    pick('', '', 'AAA', 'AA2', 'EAA', '000'),
    fc.boolean(),
  )
  .map(([prefix, body, tail, plain]) => (plain ? `${prefix}5e00000abcdE` : prefix + body.join('')) + tail);
const goodId = pick('0035e00000abcdE', '00Q5e00000abcdEAAQ', '0015e000000abcd', '0065e000000abcdAAA');

const objects = pick('0-1', '0-2', '0-3', '0-136', '0-5', '2-77', '0-1a', '0%2D1', '');
const hubspotPath = fc
  .tuple(
    digits,
    objects,
    digits,
    pick('', '/', '/view', '?a=b', '//', '/../x', '%2F', ';x', '\u0000'),
    fc.nat(5),
  )
  .map(([portal, object, record, end, kind]) =>
    kind === 0
      ? `/contacts/${portal}/contact/${record}${end}`
      : kind === 1
        ? `/contacts%2F${portal}/record/${object}/${record}${end}`
        : `/contacts/${portal}/record/${object}/${record}${end}`,
  );

const base64 = (text: string) => Buffer.from(text).toString('base64');
const hash = fc.tuple(fc.oneof(goodId, id), fc.nat(11)).map(([one, how]) => {
  const sound = base64(JSON.stringify({ componentDef: 'force:detail', attributes: { recordId: one } }));
  const ways = [
    sound,
    encodeURIComponent(sound),
    encodeURIComponent(encodeURIComponent(sound)),
    sound.slice(0, -3),
    `${sound}%`,
    base64(`{"attributes":{"recordId":["${one}"]}}`),
    base64(`{"attributes":{"recordId":{"toString":"${one}"}}}`),
    base64(`{"attributes":null}`),
    base64('null'),
    base64('['.repeat(5_000)),
    `/sObject/${one}/view`,
    `/${one}`,
  ];
  return `/one/one.app#${ways[how] ?? ''}`;
});
const lightning = fc.tuple(fc.oneof(goodId, id), fc.nat(9)).map(([one, how]) => {
  const ways = [
    `/lightning/r/Lead/${one}/view`,
    `/lightning/r/${one}/view`,
    `/${one}`,
    `/lightning/r/Task/00T5e00000abcdE/view?ws=${encodeURIComponent(`/lightning/r/Contact/${one}/view`)}`,
    `/lightning/page/home?ws=/lightning/r/${one}/view&ws=/lightning/r/x`,
    `/lightning/o/Lead/list?ws=${encodeURIComponent(encodeURIComponent(`/${one}`))}`,
    `/lightning/r/Lead%2F${one}/view`,
    `/lightning/r/Lead/../../${one}`,
    `//${one}`,
    `/lightning/r/${'x'.repeat(3_000)}/${one}/view`,
  ];
  return ways[how] ?? '';
});

const path = fc.oneof(
  { weight: 3, arbitrary: hubspotPath },
  { weight: 3, arbitrary: lightning },
  { weight: 2, arbitrary: hash },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }).map((text) => `/${text}`) },
);

/** Mostly near misses, some true addresses, and some texts that are none. */
export const urls: fc.Arbitrary<string> = fc.oneof(
  { weight: 20, arbitrary: fc.tuple(scheme, host, path).map((parts) => parts.join('')) },
  { weight: 2, arbitrary: fc.webUrl({ withQueryParameters: true, withFragments: true }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
);
