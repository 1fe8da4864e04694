// What no server does on demand: someone writes in the same second, a flow takes a change back.
import { describe, expect, it } from 'vitest';
import { json } from '../answers';
import { problemOf } from '../portal';
import { HOST, header, scripted } from './org';
import { change, submit, whole } from './sandbox';

const LEAD = '00Q5e00000AbCdEEAV';
const ref = { crm: 'salesforce', account: HOST, object: 'Lead', id: LEAD };
const changes = [change('Lead.Status', 'Open', 'Prospect')];
const rows = (...records: object[]) => json({ totalSize: records.length, done: true, records });
const part = (referenceId: string, httpStatusCode: number, body: unknown) => ({
  referenceId,
  httpStatusCode,
  body,
  httpHeaders: {},
});
const saved = (status: string) =>
  json({
    compositeResponse: [
      part('record', 204, null),
      part('task', 201, { id: '00T5e00000AbCdEEAV', success: true, errors: [] }),
      part('recordBack', 200, { totalSize: 1, done: true, records: [{ Status: status }] }),
    ],
  });
const halted = [{ errorCode: 'PROCESSING_HALTED', message: 'rolled back' }];
const tooLate = json({
  compositeResponse: [part('record', 412, []), part('task', 400, halted), part('recordBack', 400, halted)],
});

/** An org that answers composite calls one after the other, and says that the lead's status is now `status`. */
function org(status: string, ...composites: Response[]) {
  const sent: { url: string; init: RequestInit }[] = [];
  const answer = (url: string, init: RequestInit): Response => {
    if (url.endsWith('/composite')) {
      sent.push({ url, init });
      return (composites[sent.length - 1] ?? tooLate).clone();
    }
    const soql = new URL(url).searchParams.get('q') ?? '';
    if (url.endsWith('/describe')) return json({ name: 'Task', fields: [] });
    if (soql.includes('FROM LeadStatus')) return rows({ ApiName: 'Converted', IsConverted: true });
    if (soql.includes('FROM Task')) return rows();
    return rows({ IsConverted: false, LastModifiedDate: '2026-11-20T10:00:00.250+0000', Status: status });
  };
  const { session } = scripted([answer]);
  return { session, sent };
}
const guards = (sent: { init: RequestInit }[]) =>
  sent.map(({ init }) => /"If-Unmodified-Since":"([^"]+)"/.exec(String(init.body))?.[1] ?? null);

describe('the record is written', () => {
  it('only if nobody changed it since, to the second', async () => {
    const { session, sent } = org('Open', saved('Prospect'));
    await session.write(...submit(ref, whole({ changes })));
    expect(guards(sent)).toEqual(['Fri, 20 Nov 2026 10:00:01 GMT']);
  });

  it('all the same where only another field was changed', async () => {
    const { session, sent } = org('Open', tooLate, saved('Prospect'));
    await session.write(...submit(ref, whole({ changes })));
    expect(guards(sent)).toEqual(['Fri, 20 Nov 2026 10:00:01 GMT', null]);
  });

  it('not where someone changed the same field, and their value is told', async () => {
    const { session, sent } = org('Nurture', tooLate);
    expect(await problemOf(session.write(...submit(ref, whole({ changes }))))).toMatchObject({
      kind: 'changed',
      theirs: [{ field: 'Lead.Status', value: 'Nurture', text: 'Nurture' }],
    });
    expect(sent).toHaveLength(1);
  });

  it('and read back: what a flow took back is told', async () => {
    const { session } = org('Open', saved('Open'));
    expect(await problemOf(session.write(...submit(ref, whole({ changes }))))).toMatchObject({
      kind: 'not-moved',
      fields: [{ field: 'Lead.Status', message: 'wanted "Prospect", found "Open"' }],
    });
  });

  it('with the rep’s leave for duplicates on every call that may make one', async () => {
    const { session, sent } = org('Open', saved('Prospect'));
    await session.write(...submit(ref, whole({ changes }), 'duplicates'));
    expect(header(sent[0], 'sforce-duplicate-rule-header')).toBe('allowSave=true');
    expect(String(sent[0]?.init.body).match(/allowSave=true/g)).toHaveLength(2);
  });
});
