// The sidebar's keys, for reading. A test holds each of them against the sidebar's own keymap.

export type KeyHelp = { keys: string[]; does: string };

/** `opens`: the group that also tells how the sidebar is opened, by the shortcut that the browser has for it. */
export const keyHelp: { where: string; opens: boolean; keys: KeyHelp[] }[] = [
  {
    where: 'While asking',
    opens: false,
    keys: [
      { keys: ['Y'], does: 'Answers yes and goes on to the next best question' },
      { keys: ['N'], does: 'Answers no' },
      { keys: ['U'], does: 'Answers “don’t know”, which is never taken for no' },
      { keys: ['1', '9'], does: 'Chooses an option, or starts a number or a date' },
      { keys: ['J', 'K'], does: 'Moves down and up the checklist' },
      { keys: ['E'], does: 'Shows the evidence behind an answer' },
      { keys: ['O'], does: 'Shows the other people of an opportunity' },
      { keys: ['Q'], does: 'Adds a short quote of the customer to the last answer' },
      { keys: ['/'], does: 'Finds a criterion by its words' },
      { keys: ['C'], does: 'Compares what every playbook says of this contact' },
      { keys: ['M'], does: 'Makes the sidebar compact, and wide again' },
      { keys: ['Z'], does: 'Takes the last answer back, or an outcome that is not sent yet' },
      { keys: ['G'], does: 'Shows how to talk now, and the next steps' },
    ],
  },
  {
    where: 'To open and to decide',
    opens: true,
    keys: [
      { keys: ['Enter'], does: 'Opens the review, and in the review confirms it' },
      { keys: ['Ctrl+Enter'], does: 'Confirms from inside the note' },
      { keys: ['F'], does: 'Follows up: a task with a date, then the review' },
      { keys: ['P'], does: 'Finds the decision maker: a task, while that question stays open' },
      { keys: ['D'], does: 'Disqualifies; a digit then gives the reason' },
      { keys: ['L'], does: 'Nurtures: later, with a date and a task for it' },
      { keys: ['Esc'], does: 'Goes back' },
      { keys: ['?'], does: 'Shows the keys' },
    ],
  },
];
