// What the terminal says to the person in front of the demo's window.

/** A few lines: what is open, what to press, how to stop. */
export function guide(contact: string, lead: string): string {
  return `
Stagecheck runs beside ${contact} in a HubSpot, and in the other tab beside ${lead}, a lead in a Salesforce. Both
live on this machine only. Nothing leaves it.

  Alt+Q, or a click on the tab at the page's edge, opens the sidebar.
  Y  N  U   answer the question and go on to the next       1-9  choose an option
  J  K      move through the checklist                      E    show the evidence
  Q         add the customer's own words                    C    compare what every playbook says
  G         what to do now                                  F    follow up, with a date
  Enter     review what will be written, again to confirm   D    disqualify, a digit says why
  Z         take it back                                    ?    all keys

Go to other people through the page itself: the sidebar follows. What you confirm is written to these CRMs. In
Salesforce an opportunity is made by converting the lead: the review asks into what.
Close the window or press Ctrl+C here to stop.
`;
}
