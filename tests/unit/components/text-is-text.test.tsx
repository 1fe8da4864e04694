// Hostile text in every field that a CRM fills, in the sidebar and the popup: it is shown as it is, and makes nothing.
// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { Snapshot } from '@/lib/record/snapshot';
import { families, hostileTexts } from '../../fuzz/hostile-text';
import { draftRow, showPopup, unsentRow, writtenRow } from './popup/page';
import { contact, facts, snapshot } from './sidebar/fixtures';
import { settle, showSidebar } from './sidebar/screen';
import { kindsIn, madeOf, shown, words } from './text-only';

const HOST = 'app.hubspot.com';
const plain = 'Plain words';

/** A record that says this wherever it can say anything. */
function saying(text: string): Snapshot {
  const url = `https://${HOST}/contacts/24680135/record/0-1/101`;
  const company = { ref: { ...contact('900'), object: 'companies' }, name: text, detail: text };
  return snapshot('101', {
    ...{ name: text, title: text, email: text, company },
    facts: facts.map((fact) =>
      typeof fact.value === 'string' && fact.at === null
        ? { ...fact, value: text, text, field: text }
        : { ...fact, text },
    ),
    stages: snapshot('101').stages.map((stage) => ({ ...stage, label: text, text })),
    earlier: [
      { criterion: 'pain', value: 'yes', at: '2026-09-01T10:00:00.000Z', by: text, url, quote: text },
    ],
    deals: [{ ref: { ...contact('5'), object: 'deals' }, name: text, stage: text, open: true }],
    gaps: [{ what: text, why: text }],
    advice: [{ title: text, text, link: { label: text, url } }],
  });
}

/** The record, and where `deep` its evidence and the review of it: each handed over as it stands. */
async function through(text: string, deep: boolean, look: (view: Element) => void): Promise<void> {
  const page = showSidebar({ 'record.read': () => ({ ok: true, value: saying(text) }) });
  await page.goTo('101');
  look(document.body);
  if (!deep) return page.stop();
  page.press('e');
  await settle();
  look(document.body);
  page.press('e', 'y', 'y', 'y', 'y', 'Enter');
  await settle();
  look(document.body);
  page.stop();
}

/** What a page makes of a text that is not hostile: all that any text may come to. */
const known = new Set<string>();
await through(plain, true, (view) => {
  for (const kind of kindsIn(view)) known.add(kind);
});

describe('in the sidebar', () => {
  it('there are views to look at, and over 200 texts', () => {
    expect(hostileTexts.length).toBeGreaterThan(200);
    expect([...known]).toEqual(expect.arrayContaining(['a', 'button', 'textarea', 'h1']));
  });

  it.each(Object.entries(families))(
    '%s make nothing, and are shown as they are',
    async (_, texts) => {
      for (const [at, text] of texts.entries()) {
        const deep = at % 4 === 0;
        let views = 0;
        await through(text, deep, (view) => {
          views += 1;
          expect(madeOf(view, known, HOST), JSON.stringify(text.slice(0, 80))).toEqual([]);
          if (shown(text) !== '') expect(words(view)).toContain(shown(text));
        });
        expect(views).toBe(deep ? 3 : 1);
      }
    },
    120_000,
  );
});

it('in the popup’s lists they make nothing, and are shown as they are', async () => {
  const rows = (text: string) => {
    const said = { name: text, company: text, account: text, crmName: text };
    return {
      drafts: [draftRow('1', { ...said, stage: text, next: text })],
      unsent: [{ ...unsentRow('2', { kind: 'invalid', message: text }), ...said, target: text }],
      written: [{ ...writtenRow('3'), ...said, target: text }],
      lost: [{ id: '4', ref: contact('4'), name: text, at: '' }],
      day: {
        conversations: 3,
        stages: [{ id: text, label: text, count: 2 }],
        unknown: [{ id: text, label: text, count: 1 }],
      },
    };
  };
  await showPopup(rows(plain));
  const kinds = kindsIn(document.body);
  for (const text of hostileTexts) {
    await showPopup(rows(text));
    expect(madeOf(document.body, kinds, HOST)).toEqual([]);
    if (shown(text) !== '') expect(words(document.body)).toContain(shown(text));
  }
}, 120_000);
