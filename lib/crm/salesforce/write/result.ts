// What came of a step, in words for the receipt: of the whole, and of each part where several went together.
import { partsOf } from '@/lib/qualification/plan/parts';
import type { Part, Step, Write } from '@/lib/qualification/plan/submission';
import { unreferenced } from '../client/composite';
import type { Org } from '../setup/org';
import { demandedOf } from './demanded';
import type { Target } from './target';

export type Result = NonNullable<Step['result']>;
type Told = Pick<Result, 'text' | 'url' | 'id' | 'twins'>;

/** Ids of what was made; '' where it was not, or is not known any more. */
export type Made = {
  task: string;
  deal: string;
  next: string;
  nextChanged?: string;
  /** Who the org gave the record to at this write; '' or left out: nobody. */
  givenTo?: string;
  twins?: Twins;
};
/** Ids of others that are the same. */
export type Twins = { task: string[]; deal: string[]; next: string[] };
export const NOTHING_MADE: Made = { task: '', deal: '', next: '' };

/** Nothing for none. */
const twinsTold = (what: string, ids: readonly string[] = [], urlOf: (id: string) => string) =>
  ids.length === 0 ? {} : { twins: ids.map((id) => ({ text: `${what} once more`, url: urlOf(id) })) };

function told(part: Part, org: Org, { ref, converted }: Target, made: Made): Told {
  switch (part.kind) {
    case 'fields': {
      const values = [
        ...part.changes.map((change) => `${change.label}: ${change.toText || 'empty'}`),
        ...Object.entries(demandedOf(part.extra, ref.object)).map(([field, value]) => `${field}: ${value}`),
      ];
      if (made.givenTo) values.push(`Salesforce gave it to ${made.givenTo} at that, by a rule of the org`);
      return { text: values.join('; ') || 'Nothing to change', url: org.page(ref.object, ref.id), id: null };
    }
    case 'form': {
      const [object, id] = converted?.opportunity
        ? ['Opportunity', converted.opportunity]
        : ['Contact', converted?.contact ?? ''];
      const to = object === 'Opportunity' ? 'contact and opportunity' : 'contact';
      return { text: `Lead converted to ${to}`, url: org.page(object, id), id };
    }
    case 'deal': {
      const url = made.deal === '' ? org.page(ref.object, ref.id) : org.page('Opportunity', made.deal);
      const twins = twinsTold('The opportunity', made.twins?.deal, (id) => org.page('Opportunity', id));
      return { text: `Opportunity "${part.deal.name}" created`, url, id: made.deal || null, ...twins };
    }
    case 'task': {
      const url = made.next === '' ? org.page(ref.object, ref.id) : org.page('Task', made.next);
      return {
        text: `Task for ${part.task.dueOn} created${made.nextChanged ?? ''}`,
        url,
        id: made.next || null,
        ...twinsTold('The task', made.twins?.next, (id) => org.page('Task', id)),
      };
    }
    case 'note': {
      const url = made.task === '' ? org.page(ref.object, ref.id) : org.page('Task', made.task);
      const twins = twinsTold('The evidence', made.twins?.task, (id) => org.page('Task', id));
      return { text: 'Evidence left as a completed task', url, id: made.task || null, ...twins };
    }
  }
}

/** Where several went together, the weightiest part is what the whole links to: what was made before what was changed. */
const WEIGHT: readonly Part['kind'][] = ['deal', 'form', 'fields', 'task', 'note'];

export function resultOf(org: Org, target: Target, write: Write, made: Made): Result {
  const all = partsOf(write).map((part) => {
    const { text, ...rest } = told(part, org, target, made);
    return { kind: part.kind, ...rest, text: unreferenced(text) };
  });
  const main = WEIGHT.flatMap((kind) => all.filter((one) => one.kind === kind))[0];
  const contact = target.converted?.contact;
  const converts = all.some((one) => one.kind === 'form') && contact !== undefined;
  return {
    text: all.map((one) => one.text).join('; '),
    url: main?.url ?? null,
    id: main?.id ?? (made.task || null),
    ...(write.kind === 'together' ? { parts: all.map(({ kind: _, ...part }) => part) } : {}),
    ...(write.kind !== 'together' && main?.twins ? { twins: main.twins } : {}),
    ...(converts ? { next: nextOf(org, contact, target.converted?.opportunity ?? '') } : {}),
  };
}

/** Where the work goes on after a conversion: at the opportunity, where one was made, else at the contact. */
function nextOf(org: Org, contact: string, opportunity: string): NonNullable<Result['next']> {
  const [object, id] =
    opportunity === '' ? (['Contact', contact] as const) : (['Opportunity', opportunity] as const);
  return { ref: org.ref(object, id), url: org.page(object, id) };
}
