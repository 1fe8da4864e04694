// What a playbook may say of the next step: the tasks that one key makes, and what to send at each buying position.
import * as v from 'valibot';
import { id } from './rule-schema';

const short = v.pipe(v.string(), v.minLength(1), v.maxLength(80));
const prose = v.pipe(v.string(), v.maxLength(600));

/** followUp: talk again (F). nurture: come back later (L). findDecider: find the person who decides (P). */
export const stepKinds = ['followUp', 'nurture', 'findDecider'] as const;
export type StepKind = (typeof stepKinds)[number];

export const PlaybookStepSchema = v.strictObject({
  id,
  kind: v.picklist(stepKinds),
  /** What the rep sees and the button says: "Follow up". */
  label: short,
  /** Days from the call to the task's date; a weekend moves on to Monday. */
  days: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(730)),
  /** The task's first line; the contact's (or, for findDecider, the company's) name is put after it. */
  subject: short,
  /** What the task says to do. */
  body: v.optional(prose),
  /** The stages that it is for; left out: every one that no other step of its kind names. */
  stages: v.optional(v.pipe(v.array(id), v.minLength(1), v.maxLength(9))),
  /** The criterion that this step is to settle: where nobody has answered it, it is taken as not known yet. */
  settles: v.optional(id),
});
export type PlaybookStep = v.InferOutput<typeof PlaybookStepSchema>;

/** What helps a contact who gave this answer: what to send, or what to talk about. */
export const ContentSchema = v.strictObject({
  criterion: id,
  option: id,
  text: v.pipe(prose, v.minLength(1)),
});
export type Content = v.InferOutput<typeof ContentSchema>;
