// What the CRMs hold of what was pressed in the sidebar, held against what the rep was told last.
import type { RecordRef } from '../../../lib/record/record.ts';
import type { Sandbox } from '../../sandbox/server.ts';
import type { Ledger } from '../ledger.ts';
import { look, marksIn, type Truth } from '../truth.ts';
import { type Pressed, WORDING } from './book.ts';

export type Wrong = { one: Pressed; why: string };

/** The values by which the record's stage is told, as text to compare. */
export function stagesOf({ hubspot, salesforce }: Sandbox, { crm, object, id }: RecordRef): string {
  if (crm === 'hubspot') {
    const { lifecyclestage, hs_lead_status } = hubspot.contact(id).properties;
    return JSON.stringify([lifecyclestage, hs_lead_status]);
  }
  if (object !== 'Lead' && object !== 'Contact') return '';
  return JSON.stringify(salesforce.record(object, id)?.values.Status ?? null);
}

type Evidence = { visit: number; wording: number };

/** The text of each note and task, a task's after its subject, which has the submission's mark. */
function textsIn({ hubspot, salesforce }: Sandbox): string[] {
  return [
    ...hubspot.all('notes').map(({ properties }) => String(properties.hs_note_body ?? '')),
    ...salesforce.all('Task').map(({ values }) => `${values.Subject ?? ''} ${values.Description ?? ''}`),
  ];
}

function evidenceIn(sandbox: Sandbox): Evidence[] {
  return textsIn(sandbox).flatMap((text) => {
    const found = WORDING.exec(text);
    return found ? [{ visit: Number(found[1]), wording: Number(found[2]) }] : [];
  });
}

/** Whether it has to be there: the rep was told that it is written or kept, or the outbox has it. */
function isOwed({ told, atPopup, rows }: Pressed): boolean {
  if (atPopup || told === 'taken back' || told === 'taken back in part') return false;
  return (
    told === 'written' || told === 'kept' || [...rows.values()].some(({ state }) => state !== 'withdrawn')
  );
}

/** What the outbox has of it, and what of it the CRM holds, for who has to find out why. */
function keptWords(sandbox: Sandbox, { rows }: Pressed): string {
  if (rows.size === 0) return 'the outbox has nothing of it';
  return [...rows.values()]
    .map(({ id, state }) => {
      const held = textsIn(sandbox).filter((text) => text.includes(id));
      return `${id} is ${state}; the CRM holds ${JSON.stringify(held.map((text) => text.slice(0, 1500)))}`;
    })
    .join('; ');
}

function wrongOf(
  sandbox: Sandbox,
  one: Pressed,
  found: readonly Evidence[],
  truth: Truth,
  stuck: readonly string[],
): string[] {
  const { confirmed, told, saidLate, rows, ref, before } = one;
  const wrong: string[] = [];
  const wording = found[0]?.wording;
  if (found.length > 1) wrong.push(`its evidence is there ${found.length} times`);
  const made = [...rows.keys()].map(truth.of);
  if (made.some(({ deal, task }) => deal > 1 || task > 1))
    wrong.push('a task or a deal of it is there twice');
  if (told === 'taken back' && found.length > 0) wrong.push('taken back, and its evidence is there');
  if (told === 'taken back' && stagesOf(sandbox, ref) !== before)
    wrong.push(`taken back, and the stage went from ${before} to ${stagesOf(sandbox, ref)}`);
  if (wording !== undefined && !confirmed.includes(wording)) wrong.push('nobody confirmed these words');
  const late = saidLate || [...rows.values()].some((row) => (row.late ?? []).length > 0);
  if (wording !== undefined && wording !== confirmed.at(-1) && !late)
    wrong.push(`wording ${wording} is there, and ${confirmed.at(-1)} was confirmed last`);
  if (found.length === 0 && isOwed(one))
    wrong.push(`told "${told}", and it is not there (${keptWords(sandbox, one)})`);
  if ([...rows.keys()].some((id) => stuck.includes(id))) wrong.push('stuck under way');
  return wrong;
}

/** Everything that is not as the rep was told. `seeded`: marks of evidence that were there before the run. */
export function judgePressed(
  sandbox: Sandbox,
  ledger: Ledger,
  { stuck, seeded }: { stuck: readonly string[]; seeded: ReadonlySet<string> },
): { wrong: Wrong[]; strangers: string[] } {
  const all = [...ledger.pressed.all.values()];
  const evidence = evidenceIn(sandbox);
  const truth = look(sandbox);
  const wrong = all.flatMap((one) => {
    const found = evidence.filter(({ visit }) => visit === one.number);
    return wrongOf(sandbox, one, found, truth, stuck).map((why) => ({ one, why }));
  });
  const ours = new Set([...ledger.entries.keys(), ...all.flatMap(({ rows }) => [...rows.keys()])]);
  const strangers = [...marksIn(sandbox)].filter((id) => !ours.has(id) && !seeded.has(id));
  return { wrong, strangers };
}
