// What a playbook document may hold: a closed, finite JSON document without expressions.
import * as v from 'valibot';
import { finite, id, RuleSchema, scalar } from './rule-schema';
import { ContentSchema, PlaybookStepSchema } from './step-schema';

const short = v.pipe(v.string(), v.minLength(1), v.maxLength(80));
const prose = v.pipe(v.string(), v.maxLength(600));
/** Titles of the sources that something is taken from. */
const cites = v.optional(v.pipe(v.array(short), v.maxLength(20)));
const names = v.optional(v.pipe(v.array(short), v.maxLength(300)));
const bounds = v.strictObject({ min: v.optional(finite), max: v.optional(finite) });

export { type Atom, type Rule, RuleSchema } from './rule-schema';
export type { Content, PlaybookStep, StepKind } from './step-schema';

/** When a fact speaks to a criterion, and what it says. `gives: null` only shows it beside the criterion. */
export const EvidenceRuleSchema = v.strictObject({
  /** A shared fact name (engagement.lastReplyAt), a team's field (hubspot:contacts.my_field), or 'market' (the ideal customer profile). */
  fact: v.pipe(v.string(), v.minLength(1), v.maxLength(120)),
  when: v.optional(
    v.union([
      v.strictObject({ present: v.literal(true) }),
      v.strictObject({ is: scalar }),
      v.strictObject({ oneOf: v.pipe(v.array(scalar), v.minLength(1), v.maxLength(60)) }),
      v.strictObject({ atLeast: finite }),
      v.strictObject({ atMost: finite }),
      /** Case-insensitive whole words in a text fact. */
      v.strictObject({ mentions: v.pipe(v.array(short), v.minLength(1), v.maxLength(60)) }),
    ]),
  ),
  /** The answer it gives; 'value' takes the fact's own value (number, date or option id); null only shows it. */
  gives: v.union([scalar, v.null()]),
  /** Days after which the fact is shown but no longer answers; counted from the fact's own time. */
  freshDays: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(36_500))),
});
export type EvidenceRule = v.InferOutput<typeof EvidenceRuleSchema>;

const OptionSchema = v.strictObject({ id, label: short, help: v.optional(prose) });

export const CriterionSchema = v.strictObject({
  id,
  level: id,
  /** A few words for the list: "Two-way contact". */
  label: short,
  /** The words to say to the customer, under 120 characters. */
  ask: v.pipe(v.string(), v.minLength(1), v.maxLength(160)),
  yes: prose,
  no: prose,
  kind: v.picklist(['yesno', 'choice', 'number', 'date']),
  options: v.optional(v.pipe(v.array(OptionSchema), v.minLength(2), v.maxLength(9))),
  unit: v.optional(short),
  evidence: v.pipe(v.array(EvidenceRuleSchema), v.maxLength(20)),
  why: v.optional(prose),
  cites,
});
export type Criterion = v.InferOutput<typeof CriterionSchema>;

const ReasonSchema = v.strictObject({ id, label: short, help: v.optional(prose) });

export const StageSchema = v.strictObject({
  id,
  name: short,
  meaning: prose,
  rule: RuleSchema,
  /** How to talk to a contact at this stage now, and what to do next. */
  guidance: v.optional(prose),
  cites,
});
export type Stage = v.InferOutput<typeof StageSchema>;

export const OutcomeSchema = v.strictObject({
  id,
  name: short,
  meaning: prose,
  /** When this outcome is proposed; a person always decides it. */
  rule: RuleSchema,
  reasons: v.pipe(v.array(ReasonSchema), v.minLength(1), v.maxLength(9)),
  /** Whether a date to come back is asked for. */
  asksDate: v.boolean(),
  cites,
});
export type Outcome = v.InferOutput<typeof OutcomeSchema>;

const MarketSchema = v.strictObject({
  industries: names,
  countries: names,
  /** States, provinces or other regions, as the CRM's field for them has it: Bavaria, CA, Ontario. */
  regions: names,
  employees: v.optional(bounds),
  revenue: v.optional(bounds),
});
export type Market = v.InferOutput<typeof MarketSchema>;

export const PlaybookSchema = v.strictObject({
  schema: v.literal(1),
  id: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,59}$/)),
  name: short,
  version: v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+$/)),
  description: prose,
  sources: v.pipe(
    v.array(v.strictObject({ title: v.pipe(v.string(), v.maxLength(200)), note: v.optional(prose) })),
    v.maxLength(60),
  ),
  levels: v.pipe(
    v.array(v.strictObject({ id, name: short, help: v.optional(prose) })),
    v.minLength(1),
    v.maxLength(9),
  ),
  /** Lowest first. A stage holds when its rule and every earlier one are yes. */
  stages: v.pipe(v.array(StageSchema), v.minLength(1), v.maxLength(9)),
  outcomes: v.pipe(v.array(OutcomeSchema), v.maxLength(5)),
  criteria: v.pipe(v.array(CriterionSchema), v.minLength(1), v.maxLength(60)),
  /** Yes/no marks on top of the stage, such as dream client. */
  flags: v.pipe(
    v.array(
      v.strictObject({
        id,
        name: short,
        rule: RuleSchema,
        help: v.optional(prose),
        /** Whoever carries it stands before all others in lists of people. `help` is the reason that is shown there. */
        first: v.optional(v.literal(true)),
        cites,
      }),
    ),
    v.maxLength(9),
  ),
  /** Counts of rules that hold, banded: temperature by budget, authority, need, demand. Highest band first. */
  scales: v.pipe(
    v.array(
      v.strictObject({
        id,
        name: short,
        of: v.pipe(
          v.array(v.strictObject({ label: short, rule: RuleSchema })),
          v.minLength(1),
          v.maxLength(9),
        ),
        bands: v.pipe(
          v.array(
            v.strictObject({
              id,
              label: short,
              atLeast: v.pipe(v.number(), v.integer(), v.minValue(0)),
              help: v.optional(prose),
            }),
          ),
          v.minLength(1),
          v.maxLength(9),
        ),
        cites,
      }),
    ),
    v.maxLength(5),
  ),
  /** Choice criteria shown as labels beside the stage: lead type, source, buying-process position. */
  labels: v.pipe(v.array(v.strictObject({ id, name: short, criterion: id, cites })), v.maxLength(9)),
  /** The ideal customer profile, where the team has set one. */
  market: v.optional(MarketSchema),
  /** The next steps that one key makes; left out: plain-steps.ts. An empty list: none. */
  steps: v.optional(v.pipe(v.array(PlaybookStepSchema), v.maxLength(9))),
  /** What to send or talk about, by an answer: the place in the buying process. */
  content: v.optional(v.pipe(v.array(ContentSchema), v.maxLength(60))),
});
export type Playbook = v.InferOutput<typeof PlaybookSchema>;
