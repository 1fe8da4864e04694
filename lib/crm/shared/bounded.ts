// Cuts what a CRM says to what a person can read, and takes out what steers text, once, where it leaves a session.
import { ProblemError } from '@/lib/problem/problem';
import { LONG_MOST, SHORT_MOST, toldProblem, withoutRuns } from '@/lib/problem/told';
import type { ReviewOptions } from '@/lib/qualification/plan/review-options';
import type { Step } from '@/lib/qualification/plan/submission';
import type { StageField } from '@/lib/record/mapping';
import type { Person } from '@/lib/record/record';
import type { Snapshot } from '@/lib/record/snapshot';
import { withoutParts } from '@/lib/util/redact';
import { cleanLines, cutText } from '@/lib/util/text';
import type { CrmSession, FieldDefinition, Member, People } from './crm';

/** Characters of a name, a title, a label, an option's words: more than any CRM's own pages show of one. */
export const NAME_MOST = SHORT_MOST;
/** Characters of a fact's value, of the customer's words. */
export const TEXT_MOST = LONG_MOST;

// Cut first: cleaning 19 MB would take its time. Isolates that we have put around a text already stay.
const words = (text: string, most = TEXT_MOST) =>
  cleanLines(text.length <= most ? text : cutText(text, most));
const name = (text: string) => words(text, NAME_MOST).replace(/\n+/g, ' ');

// Whole stay: ids, addresses, times, and every value that is compared before a write or written as it is (a stage's, an
// option's, what a demanded field holds). What is shown of those stands beside them as text, and that is cut.

const stageValue = <T extends { text: string }>(one: T): T => ({ ...one, text: name(one.text) });

const snapshotOf = (one: Snapshot, clean: (text: string) => string): Snapshot => ({
  ...one,
  ...{ name: name(one.name), title: name(one.title), email: name(one.email) },
  ...(one.about ? { about: { ...one.about, name: name(one.about.name), title: name(one.about.title) } } : {}),
  company: one.company && { ...one.company, name: name(one.company.name), detail: name(one.company.detail) },
  facts: one.facts.map((fact) => ({
    ...fact,
    value: typeof fact.value === 'string' ? words(fact.value) : fact.value,
    ...(fact.text === undefined ? {} : { text: words(fact.text) }),
  })),
  stages: one.stages.map((stage) => ({ ...stageValue(stage), label: name(stage.label) })),
  earlier: one.earlier.map((said) => ({
    ...said,
    value: typeof said.value === 'string' ? words(said.value) : said.value,
    by: name(said.by),
    ...(said.quote === undefined ? {} : { quote: words(said.quote) }),
    ...(said.via === undefined ? {} : { via: words(said.via) }),
  })),
  deals: one.deals.map((deal) => ({ ...deal, name: name(deal.name), stage: name(deal.stage) })),
  gaps: one.gaps.map(({ what, why }) => ({ what, why: words(withoutRuns(clean(why))) })),
  ...(one.advice && {
    advice: one.advice.map((told) => ({ ...told, title: name(told.title), text: words(told.text) })),
  }),
});

const memberOf = (one: Member): Member => ({
  ...one,
  name: name(one.name),
  title: name(one.title),
  stages: one.stages.map(stageValue),
  ...(one.recorded && { recorded: { ...one.recorded, decision: name(one.recorded.decision) } }),
});

const peopleOf = (all: People, clean: (text: string) => string): People => ({
  ...all,
  title: name(all.title),
  members: all.members.map(memberOf),
  ...(all.about && { about: snapshotOf(all.about, clean) }),
});

const personOf = (one: Person): Person => ({ ...one, name: name(one.name), email: name(one.email) });

const labelled = <T extends { label: string }>(one: T): T => ({ ...one, label: name(one.label) });

const fieldOf = (one: StageField): StageField => ({ ...labelled(one), options: one.options.map(labelled) });

const definitionOf = (one: FieldDefinition): FieldDefinition => ({
  ...labelled(one),
  options: one.options.map(labelled),
  ...(one.controller && { controller: labelled(one.controller) }),
});

const optionsOf = (all: ReviewOptions): ReviewOptions => ({
  ...all,
  stageFields: all.stageFields.map(fieldOf),
  pipelines: all.pipelines.map((one) => ({ ...labelled(one), stages: one.stages.map(labelled) })),
  ...(all.forms && {
    forms: all.forms.map((form) => ({
      ...form,
      fields: form.fields.map((field) => ({ ...labelled(field), options: field.options.map(labelled) })),
    })),
  }),
});

const resultOf = <T extends Step['result']>(result: T): T =>
  result === null ? result : { ...result, text: words(result.text) };

const each =
  <T>(cut: (one: T) => T) =>
  (all: T[]): T[] =>
    all.map(cut);
const same = <T>(value: T): T => value;

/**
 * The session with every text bounded that it gives to people; the one place where a CRM's texts are cut. `secrets`:
 * what its calls go out with, which is in no word of a refusal that leaves here.
 */
export function bounded(session: CrmSession, secrets: () => readonly string[]): CrmSession {
  const { whose, user, ping, lastChanges } = session;
  const clean = (text: string) => withoutParts(text, secrets());
  const told = (one: Snapshot): Snapshot => snapshotOf(one, clean);
  async function held<T>(run: Promise<T>, cut: (value: T) => T): Promise<T> {
    try {
      return cut(await run);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      const short = new ProblemError(toldProblem(error.problem, clean, cleanLines));
      short.cause = error.cause;
      throw short;
    }
  }
  return {
    ...session,
    check: () =>
      held(session.check(), (account) => ({
        ...account,
        name: name(account.name),
        ...(account.user && { user: personOf(account.user) }),
      })),
    ...(whose && { whose: () => held(whose(), same) }),
    ...(user && { user: () => held(user(), personOf) }),
    ...(ping && { ping: () => held(ping(), same) }),
    people: () => held(session.people(), each(personOf)),
    stageFields: (ref) => held(session.stageFields(ref), each(fieldOf)),
    reviewOptions: (ref, form) => held(session.reviewOptions(ref, form), optionsOf),
    fieldDefinitions: (of, fields) => held(session.fieldDefinitions(of, fields), each(definitionOf)),
    read: (ref, onPart, fields) =>
      held(
        session.read(ref, (part) => onPart(told(part)), fields),
        told,
      ),
    members: (ref) => held(session.members(ref), (all) => peopleOf(all, clean)),
    stageValues: (ref, fields, of) => held(session.stageValues(ref, fields, of), same),
    ...(lastChanges && {
      lastChanges: (ref, fields, of) =>
        held(lastChanges(ref, fields, of), (all) =>
          Object.fromEntries(
            Object.entries(all).map(([field, one]) => [field, { ...one, by: name(one.by) }]),
          ),
        ),
    }),
    probe: (submission, step) => held(session.probe(submission, step), resultOf),
    write: (submission, step) => held(session.write(submission, step), resultOf),
  };
}
