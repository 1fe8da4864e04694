// The sink of errors: what is reported before it is there, what is caught, and what nobody caught.
import { afterEach, describe, expect, it } from 'vitest';
import { type ErrorRow, errorRow } from '@/lib/diagnostics/error-row';
import { report, reported, reportUncaught, sendReportsTo } from '@/lib/diagnostics/report';

const now = () => new Date('2026-11-29T10:00:00.000Z');

function listening() {
  const rows: ErrorRow[] = [];
  sendReportsTo((error, where, at) => rows.push(errorRow(error, where, at)), now);
  return rows;
}

afterEach(() => sendReportsTo(null));

describe('a report', () => {
  it('reaches the sink, also where it was made before the sink was there', () => {
    sendReportsTo(null);
    report(new Error('early'), 'worker.start');
    const rows = listening();
    report(new Error('later'), 'record.read');
    expect(rows.map(({ where }) => where)).toEqual(['worker.start', 'record.read']);
  });

  it('is kept in bounds while nobody takes it', () => {
    sendReportsTo(null);
    for (let index = 0; index < 1000; index += 1) report(new Error('x'), 'worker.start');
    expect(listening().length).toBe(20);
  });

  it('lets a caught promise go on with what stands instead', async () => {
    const rows = listening();
    const value = await Promise.reject(new Error('x')).catch(reported('labels.read', 'none'));
    expect([value, rows[0]?.where]).toEqual(['none', 'labels.read']);
  });

  it('is made of what nobody caught', () => {
    const rows = listening();
    const target = new EventTarget();
    reportUncaught(target, 'sidebar.uncaught');
    const rejection = Object.assign(new Event('unhandledrejection'), {
      reason: new TypeError('x is not a function'),
    });
    target.dispatchEvent(rejection);
    expect(rows).toMatchObject([{ where: 'sidebar.uncaught', name: 'TypeError', message: 'not a function' }]);
  });
});
