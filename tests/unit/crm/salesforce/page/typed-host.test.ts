// What a rep may type for their org, and what is refused with a word before anything is opened.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apiHost, isApiHost, REGIONAL } from '@/lib/crm/salesforce/page/hosts';
import { locate } from '@/lib/crm/salesforce/page/locate';
import { typedHost } from '@/lib/crm/salesforce/page/typed-host';
import { originsIn } from '@/lib/crm/shared/host-permissions';

const host = 'acme.my.salesforce.com';

describe('a typed host', () => {
  it.each([
    [host],
    [` ${host.toUpperCase()} `],
    [`https://${host}`],
    ['HTTPS://acme.lightning.force.com/lightning/r/Lead/00Q5g00000AbCdEEAV/view?ws=x#y'],
    ['acme.my.salesforce-setup.com/lightning/setup'],
  ])('is taken as people copy it: %s', (typed) => {
    expect(typedHost(typed)).toEqual({ host });
  });

  it.each([
    ['', 'Type the My Domain'],
    ['   ', 'Type the My Domain'],
    [`http://${host}`, 'https only'],
    [`ftp://${host}`, 'https only'],
    [`javascript:${host}`, 'https only'],
    [`${host}:8443`, 'port'],
    [`https://${host}:443/lightning`, 'port'],
    [`https://rep:secret@${host}`, '“@”'],
    [`${host}@evil.example`, '“@”'],
    [`acme .my.salesforce.com`, 'space'],
    ['xn--acme-9pa.my.salesforce.com', 'plain'],
    ['acme.xn--my-rja.salesforce.com', 'plain'],
    ['аcme.my.salesforce.com', 'plain'],
    ['acme.my.salesforce。com', 'plain'],
    [`${host}.`, 'dot'],
    ['127.0.0.1', 'computer'],
    ['127.0.0.1:443', 'computer'],
    ['[::1]', 'computer'],
    ['evil.example', 'not a My Domain'],
    ['login.salesforce.com', 'not a My Domain'],
    [`${host}.evil.example`, 'not a My Domain'],
    [`evil.example/${host}`, 'not a My Domain'],
    [`evil.example\\.${host}`, 'not a My Domain'],
    [`evil.example?${host}`, 'not a My Domain'],
    [`acme%2emy.salesforce.com`, 'not a My Domain'],
  ])('is refused with a word: %s', (typed, word) => {
    const told = typedHost(typed);
    expect('refused' in told && told.refused).toContain(word);
    expect('refused' in told && told.refused).toContain(host);
  });

  it('never gives a host that a browser would not open for what was typed, or that is no org’s', () => {
    const part = fc.constantFrom(
      ...[host, 'acme', 'xn--acme-9pa', 'аcme', 'evil.example', '.my.salesforce.com', '.lightning.force.com'],
      ...[
        'https://',
        'http://',
        '//',
        '/',
        '\\',
        ':',
        ':443',
        '@',
        '#',
        '?',
        '.',
        '。',
        ' ',
        '\t',
        '%2e',
        '[::1]',
      ],
    );
    const typed = fc.oneof(
      fc.array(part, { maxLength: 6 }).map((parts) => parts.join('')),
      fc.string(),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const told = typedHost(text);
        if ('refused' in told) return told.refused.length > 20;
        const trimmed = text.trim();
        const opened = new URL(/^https:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`);
        return isApiHost(told.host) && apiHost(opened.hostname) === told.host && opened.port === '';
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    'xn--acme-9pa.my.salesforce.com',
    'xn--acme-9pa.lightning.force.com',
    'xn--acme-9pa.lightning.usa26.force.com',
  ])('is no org where its letters are not what people see, wherever it comes from: %s', (odd) => {
    expect(apiHost(odd)).toBe('');
    expect(locate(`https://${odd}/lightning/r/Lead/00Q5g00000AbCdEEAV/view`)).toBeNull();
    expect(originsIn(REGIONAL, odd)).toEqual([]);
  });

  it('has the browser asked for nothing that is refused afterwards', () => {
    expect(originsIn(REGIONAL, 'acme.my.usa26.salesforce.com')).toHaveLength(2);
    for (const typed of ['acme.my.usa26.salesforce.com:8443', 'http://acme.my.usa26.salesforce.com'])
      expect(originsIn(REGIONAL, typed)).toEqual([]);
  });
});
