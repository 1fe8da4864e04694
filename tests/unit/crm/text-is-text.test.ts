// Hostile text on its way into a CRM: HubSpot’s HTML, Salesforce’s queries, addresses and SOAP, the record line. It stays text.
// @vitest-environment happy-dom
import { parseQuery } from '@jetstreamapp/soql-parser-js';
import { expect, it } from 'vitest';
import { recordAddress as hubspot } from '@/lib/crm/hubspot/page/address';
import { createClient } from '@/lib/crm/salesforce/client/client';
import { literally, queryUrl, text as soqlText } from '@/lib/crm/salesforce/client/soql';
import { recordAddress as salesforce } from '@/lib/crm/salesforce/page/address';
import { htmlToText, textToHtml } from '@/lib/util/html';
import { cleanLines } from '@/lib/util/text';
import { hostileTexts } from '../../fuzz/hostile-text';
import { readXml } from '../../sandbox/salesforce/api/xml';

it('in a HubSpot note it is what a browser shows, with no element but line breaks, and comes back', () => {
  for (const text of hostileTexts) {
    const html = textToHtml(text);
    const { body } = new DOMParser().parseFromString(html, 'text/html');
    expect(
      [...body.querySelectorAll('*')].map(({ localName }) => localName).filter((name) => name !== 'br'),
    ).toEqual([]);
    expect(html.replaceAll('<br>', '')).not.toMatch(/[<>"']/);
    const clean = cleanLines(text);
    expect(htmlToText(textToHtml(clean))).toBe(clean);
  }
});

it('in a Salesforce query it is one value, and changes nothing around it', () => {
  for (const text of hostileTexts) {
    // The parser that reads queries here knows SOQL’s escapes, and no raw controls in a string, as Salesforce.
    const clean = cleanLines(text).slice(0, 500);
    for (const value of [clean, literally(clean)]) {
      const { where, limit } = parseQuery(`SELECT Id FROM Lead WHERE Name = ${soqlText(value)} LIMIT 1`);
      const left = where && 'left' in where ? where.left : null;
      expect(where && 'right' in where).toBe(false);
      expect(limit).toBe(1);
      expect(left && 'literalType' in left ? left.literalType : null).toBe('STRING');
      expect(left && 'value' in left ? left.value : null).toBe(soqlText(value));
    }
    const url = new URL(
      queryUrl(`SELECT Id FROM Lead WHERE Name = ${soqlText(clean)}`),
      'https://acme.my.salesforce.com',
    );
    expect([...url.searchParams.keys()]).toEqual(['q']);
    expect(url.searchParams.get('q')).toContain(soqlText(clean).replace(/\p{Cs}/gu, '\ufffd'));
  }
});

it('in a SOAP conversion it is the text of its one element', async () => {
  const sent: string[] = [];
  const client = createClient(
    { token: 'x'.repeat(20), host: 'acme.my.salesforce.com' },
    {
      fetch: async (_, init) => {
        sent.push(String(init?.body));
        return new Response('', { status: 500 });
      },
      sleep: async () => undefined,
      random: () => 0.5,
      now: () => new Date(),
      timeoutMs: 1000,
    },
  );
  const lead = { leadId: '00Q', convertedStatus: 'Closed', overwriteLeadSource: false };
  for (const text of hostileTexts.filter((one) => one.length < 2000)) {
    const opportunityName = cleanLines(text);
    const rest = { doNotCreateOpportunity: false, sendNotificationEmail: false };
    await client.convert({ ...lead, ...rest, opportunityName }).catch(() => undefined);
    const body = sent.pop() ?? '';
    const names: string[] = [];
    const walk = (node: ReturnType<typeof readXml>): void => {
      names.push(node.name);
      if (node.name === 'opportunityName') expect(node.text).toBe(opportunityName);
      for (const child of node.children) walk(child);
    };
    walk(readXml(body));
    expect(names.filter((name) => name === 'opportunityName')).toHaveLength(1);
    expect(names.filter((name) => name === 'doNotCreateOpportunity')).toHaveLength(1);
  }
});

it('as an id or an account in the address of a record it stays one part of the path, on the CRM’s own host', () => {
  const sound = hostileTexts.filter((one) => !/\p{Cs}/u.test(one) && !/^\.*$/.test(one));
  for (const text of sound) {
    const url = new URL(hubspot({ crm: 'hubspot', account: text, object: 'contacts', id: text }));
    expect(url.host).toBe('app.hubspot.com');
    expect([url.search, url.hash, url.pathname.split('/').length]).toEqual(['', '', 6]);
    const org = new URL(salesforce({ account: 'acme.my.salesforce.com', object: text, id: text }));
    expect(org.host).toBe('acme.lightning.force.com');
    expect([org.search, org.hash, org.pathname.split('/').length]).toEqual(['', '', 6]);
  }
});
