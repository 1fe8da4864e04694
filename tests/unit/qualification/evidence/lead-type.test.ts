// The lead type follows from forms, talks and source, and names the facts that it follows from.
import { describe, expect, it } from 'vitest';
import { shared } from '@/lib/playbook/builtin/criteria';
import { answered } from '@/lib/qualification';
import { leadTypeFact } from '@/lib/qualification/evidence/lead-type';
import type { Fact } from '@/lib/record/snapshot';
import { daysAgo, fact, now, playbook, snapshot } from '../fixture';

const form = (name: string, days = 20) => fact('web.lastFormName', name, daysAgo(days));
const call = (days: number) => fact('engagement.lastConnectedCallAt', daysAgo(days), daysAgo(days));
const booked = (days: number) => fact('engagement.lastMeetingBookedAt', daysAgo(days), daysAgo(days));
const typeOf = (...facts: Fact[]) => leadTypeFact(facts, now)?.value ?? null;

describe('leadTypeFact', () => {
  it('IQL for free information, MQL for content, SRL for asking after sales', () => {
    expect(typeOf(form('Guide: download'))).toBe('iql');
    expect(typeOf(form('Webinar: cold chain'))).toBe('mql');
    expect(typeOf(form('Template: customs checklist'))).toBe('iql');
    expect(typeOf(form('Book a demo'))).toBe('srl');
    expect(typeOf(form('Contact us'))).toBeNull();
    expect(typeOf()).toBeNull();
  });
  it('the first form counts beside the last', () => {
    expect(typeOf(fact('web.firstFormName', 'Talk to sales', daysAgo(90)), form('Guide: download'))).toBe(
      'srl',
    );
  });
  it('an MQL takes more work than an IQL, so that who took both is an IQL', () => {
    const first = fact('web.firstFormName', 'Guide: download', daysAgo(90));
    expect(typeOf(first, form('Webinar: cold chain'))).toBe('iql');
    expect(
      typeOf(fact('web.firstFormName', 'Webinar: cold chain', daysAgo(90)), form('Guide: download')),
    ).toBe('iql');
  });
  it('SRL for a call too, where its own record says that they asked for sales', () => {
    const called = (text?: string) => fact('engagement.lastInboundCallAt', daysAgo(2), daysAgo(2), text);
    expect(typeOf(called('19 Nov 2026, asked for a sales rep'))).toBe('srl');
    expect(typeOf(called('19 Nov 2026, request a quote'))).toBe('srl');
    expect(typeOf(called('19 Nov 2026, connected'))).toBeNull();
    expect(typeOf(called('19 Nov 2026, support request'))).toBeNull();
    // Then only the rep can tell, and sees that they called.
    const lead = shared('leadType');
    const book = { ...playbook, criteria: [...playbook.criteria, lead] };
    expect(answered(book, snapshot([called()]), null, now).leadType).toMatchObject({
      value: null,
      evidence: [{ fact: 'engagement.lastInboundCallAt', state: 'shown' }],
    });
  });
  it('SQL takes a talk after the form and a sign that they want to decide', () => {
    expect(typeOf(form('Guide: download', 20), call(5))).toBe('iql');
    expect(typeOf(form('Guide: download', 20), call(5), booked(-3))).toBe('sql');
    expect(typeOf(form('Guide: download', 20), call(5), fact('deals.open', 1))).toBe('sql');
    expect(typeOf(form('Guide: download', 20), call(30), fact('deals.open', 1))).toBe('iql');
    expect(typeOf(form('Guide: download', 20), call(5), booked(3))).toBe('iql');
    expect(typeOf(form('Guide: download', 20), call(-5), fact('deals.open', 1))).toBe('iql');
  });
  it('answers the question: a meeting that lies ahead makes it no news from the future', () => {
    const lead = shared('leadType');
    const book = { ...playbook, criteria: [...playbook.criteria, lead] };
    const facts = [form('Guide: download', 20), call(5), booked(-30)];
    expect(answered(book, snapshot(facts), null, now).leadType).toMatchObject({ value: 'sql', from: 'crm' });
    expect(leadTypeFact(facts, now)?.at).toBe(daysAgo(5));
  });
  it('MSRL for a subscription service, unless they came by themselves', () => {
    const bought = fact('source.kind', 'subscription', null, 'Lead subscription');
    expect(typeOf(bought)).toBe('msrl');
    expect(typeOf(bought, form('Guide: download'))).toBe('iql');
  });
  it('says which facts it follows from, with the time of the newest', () => {
    const told = leadTypeFact([form('Guide: download', 20), call(5), fact('deals.open', 1)], now);
    expect(told).toMatchObject({ name: 'lead.derivedType', at: daysAgo(5) });
    expect(told?.text).toBe('SQL: form: Guide: download; spoke on the phone 16 Nov 2026; 1 open deal');
    expect(leadTypeFact([form('Guide: download', 20), call(5)], now)?.text).toBe(
      'IQL: form: Guide: download; spoke on the phone 16 Nov 2026, ask whether they want to decide for SQL',
    );
  });
});

describe('what the last form answers', () => {
  const book = {
    ...playbook,
    criteria: [...playbook.criteria, shared('showsInterest'), shared('position')],
  };
  const answers = (name: string) => {
    const all = answered(book, snapshot([form(name)]), null, now);
    return [all.showsInterest?.value ?? null, all.position?.value ?? null];
  };
  it.each([
    ['Book a demo: web form', 'yes', 'comparing'],
    ['Pricing: Newsletter sign-up', null, 'researching'],
    ['Demo video', null, 'researching'],
    ['Pricing guide download', null, 'researching'],
    ['Pricing: Contact form', null, null],
    ['Cancel demo', null, null],
  ])('%s', (name, interest, position) => expect(answers(name)).toEqual([interest, position]));
  it('is shown under the form’s name where it answers nothing', () => {
    const all = answered(book, snapshot([form('Contact us')]), null, now);
    expect(all.showsInterest?.evidence.map(({ text, state }) => [text, state])).toEqual([
      ['form: Contact us', 'shown'],
    ]);
  });
});
