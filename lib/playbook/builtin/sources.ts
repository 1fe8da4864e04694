// The articles that the built-in playbooks are made from, by title.
import type { Playbook } from '../schema';

export const VALUE = 'Is it a lead, a prospect or an opportunity?';
export const UPGRADE = 'Lead vs Prospect vs Opportunity, and How to Upgrade One to Another';
export const DIFFERENCE = "Lead vs. Prospect vs. Opportunity: What's the Difference?";
export const PROFILE = "What's the Difference Between a Prospect and a Lead?";
export const RESPONSE = "What is a Lead or Prospect? What's The Difference?";
/** What an article doesn't define is borrowed from the default playbook, and cites it by its name. */
export const DEFAULT = 'Stagecheck default';

export const sources: Playbook['sources'] = [
  {
    title: VALUE,
    note: 'A problem that we can create value for makes a prospect; agreeing to change, with us as a possible partner, an opportunity; the dream client.',
  },
  {
    title: UPGRADE,
    note: 'Two-way communication and three levels (organization, opportunity, stakeholder) make a prospect; pain, interest and fit an opportunity.',
  },
  {
    title: DIFFERENCE,
    note: 'Temperature by budget, authority, need and demand; the lead types IQL, MQL, SQL, SRL and MSRL.',
  },
  {
    title: PROFILE,
    note: 'Fit with the ideal customer profile together with interest; the sources of leads; the place in the buying process.',
  },
  {
    title: RESPONSE,
    note: 'A reaction turns a lead into a prospect; one who does not respond, or cannot buy for now, stays a lead.',
  },
];
