// What a role in the cast consists of, and the emails that most of them have had.
import type { CompanyName } from './cast-companies';
import type { Event } from './events';

export type Role = {
  what: string;
  values: Record<string, string>;
  company?: CompanyName;
  secondCompany?: CompanyName;
  events?: Event[];
  /** Roll-ups that no engagement stands behind: clocks that run wrong. */
  rollUps?: (now: Date) => Record<string, string>;
  /** Days since it was made. */
  age?: number;
  elsewhere?: boolean;
};

/** An email of ours. */
export const sent = (days: number): Event => ({
  kind: 'email',
  days,
  direction: 'EMAIL',
  subject: 'Fewer empty kilometres this winter',
  text: 'Hello, may I show you how two carriers near you cut their empty runs?',
});
/** Their answer to it. */
export const answered = (
  days: number,
  text = 'Hello, yes, this is on our list. Call me after the 10th.',
): Event => ({
  kind: 'email',
  days,
  direction: 'INCOMING_EMAIL',
  subject: 'Re: Fewer empty kilometres this winter',
  text,
});
