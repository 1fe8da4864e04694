// What to send to each type of lead, and how soon; for playbooks that ask for the type.
import type { Content } from '../step-schema';

export const leadTypeContent: readonly Content[] = [
  {
    criterion: 'leadType',
    option: 'iql',
    text: 'They look for information, and have not decided to buy anything. Use the address: send more of what they took, within a few days, and ask what it is for.',
  },
  {
    criterion: 'leadType',
    option: 'mql',
    text: 'They like our content, and that is all they have shown. Worth some attention, and a little more work than an IQL: send the next piece in a week or so, and give them something to answer.',
  },
  {
    criterion: 'leadType',
    option: 'sql',
    text: 'They talked with sales and want to decide. Go on within a day or two: what they need to decide, who else has a say, and by when.',
  },
  {
    criterion: 'leadType',
    option: 'srl',
    text: 'They asked for a salesperson. Call back today, before anything is sent, with someone who can talk about buying.',
  },
  {
    criterion: 'leadType',
    option: 'msrl',
    text: 'They want to know what a market has to offer, and others got the name as well; it was paid for. Write or call within a day: where we stand among the options, and one question.',
  },
];
