// Hostile text in what a CRM asks for with a decision: its form, the records it found, the deal’s pipelines. It makes nothing.
// @vitest-environment happy-dom
import { act, fireEvent, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { ReviewForm, ReviewOptions } from '@/lib/crm/shared/crm';
import { families, hostileTexts } from '../../../fuzz/hostile-text';
import { createTextCheck } from '../text-only';
import { mapping, person, reviewOptions } from './fixtures';
import { filledIn, second, turning } from './form-fixtures';
import { written } from './memory-backend';
import { settle, showSidebar } from './screen';

const HOST = 'app.hubspot.com';
const plain = 'Plain words';
/** As an input of one line holds it: a browser takes the line breaks out, and nothing else. */
const inOneLine = (text: string) => text.replace(/[\r\n]/g, '');

const expectText = createTextCheck(HOST);

/** A form that says this in its title and warning, and in each question, proposal, choice and found record of it. */
const saying = (text: string): ReviewForm => ({
  ...turning,
  ...{ title: text, warning: text },
  fields: turning.fields.map((field) => ({
    ...field,
    ...{ label: text, help: text },
    // The owner is left to choose, so that its question is named as one without an answer.
    value: field.id === 'owner' ? '' : text,
    options: field.options.map(({ value }, at) => ({ value: at === 0 ? text : value, label: text })),
    ...(field.when ? { when: { ...field.when, is: [text] } } : {}),
  })),
});

const inForm = (selector: string): Element[] => {
  const form = document.querySelector('[inputmode="decimal"]')?.closest('section');
  return [...(form?.querySelectorAll(selector) ?? [])];
};
const fill = (selector: string, value: string) => {
  for (const control of inForm(selector)) fireEvent.change(control, { target: { value } });
};
const confirm = async () => {
  fireEvent.keyDown(document.body, { key: 'Enter' });
  await settle();
};

/** The review of an opportunity, and a way to have the CRM offer something else in it; what was sent ends with this. */
async function reviewed(came = 'As shown') {
  const offers = { now: reviewOptions };
  const page = showSidebar({
    ...second,
    'review.options': () => ({ ok: true, value: { options: offers.now, mapping, person, together: true } }),
    'submission.send': ({ submission }) => {
      const result = { text: came, url: `https://${HOST}/`, id: '1' };
      const whole = written(submission);
      return { ok: true, value: { ...whole, steps: whole.steps.map((step) => ({ ...step, result })) } };
    },
  });
  await page.goTo('101');
  page.press(...Array.from({ length: 14 }, () => 'y'), 'Enter');
  await settle();
  const offer = async (options: Partial<ReviewOptions>) => {
    offers.now = { ...reviewOptions, ...options };
    act(() => page.sidebar.page.completeReview('opportunity'));
    await settle();
  };
  return { page, offer };
}

it('makes nothing in a form: its questions, the records that it found, what is proposed and what is wrong', async () => {
  const { page, offer } = await reviewed();
  await offer({ forms: [saying(plain)] });
  // What is missing is told once the rep has tried to go on.
  await confirm();
  for (const text of [plain, ...hostileTexts]) {
    await offer({ forms: [saying(text)] });
    const asked = inForm('h3, [id$="-label"], label[for], [id$="-hint"], p:not([id])');
    const found = inForm('[type="radio"] + span, option:not([value=""])');
    expect([asked.length, found.length]).toEqual([14, 9]);
    const told = [...screen.getAllByText(/is needed\.$/), screen.getByText(/makes it Opportunity/)];
    expectText(text, 'form', [
      ...asked,
      ...found,
      ...told,
      ...document.querySelectorAll('[role="status"]:not(:empty)'),
    ]);
    const proposed = document.querySelectorAll<HTMLInputElement>('section section [type="text"]');
    expect([...proposed].map(({ value }) => value)).toEqual(Array.from({ length: 3 }, () => inOneLine(text)));
  }
  page.stop();
}, 120_000);

it('makes nothing in what was sent, nor in what came of it', async () => {
  // Each family’s every ninth: each is a conversation of its own, with all of its questions answered.
  const sample = Object.values(families).flatMap((texts) => texts.filter((_, at) => at % 9 === 0));
  for (const text of [plain, ...sample]) {
    const { page, offer } = await reviewed(text);
    await offer({ forms: [saying(text)] });
    fireEvent.click(screen.getByDisplayValue('a2'));
    fill('[inputmode="decimal"]', '12');
    fill('[type="date"]', filledIn.day);
    fill('select', filledIn.owner);
    fireEvent.click(screen.getByRole('checkbox', { name: 'Yes, go ahead' }));
    await confirm();
    screen.getByText('Written and read back');
    // The form’s title, its answers, and what the CRM made of them.
    const [form] = document.querySelectorAll('ol[aria-live] > li');
    const told = [...(form?.querySelectorAll('strong, p:not(:first-child)') ?? [])];
    expect(told).toHaveLength(3);
    expectText(text, 'sent', told);
    page.stop();
  }
}, 120_000);

it('makes nothing in the pipelines of a deal, nor in why there are none', async () => {
  const { page, offer } = await reviewed();
  fireEvent.click(screen.getByRole('checkbox', { name: /^Also create/ }));
  await settle();
  for (const text of [plain, ...hostileTexts]) {
    const stages = [{ value: text, label: text }];
    const pipelines = ['default', text].map((id) => ({ id, label: text, stages }));
    await offer({ pipelines, currency: text });
    const offered = [...document.querySelectorAll('section[aria-label="Deal"] option')];
    expect(offered).toHaveLength(3);
    expectText(text, 'deal', [...offered, screen.getByText(/^Amount in/)]);
    await offer({ pipelines: [], dealGap: text });
    expectText(text, 'no deal', [screen.getByText(/^No deal can be made/)]);
  }
  page.stop();
}, 120_000);
