// Who is in Salesforce's cast beside HubSpot's people, and which of those are leads here.

/** HubSpot's people whom both CRMs can have, under the same names; `claire` is its `opportunity`. */
export const sharedNames = [
  ...([
    'ann',
    'noReply',
    'stale',
    'future',
    'inbound',
    'meetingHeld',
    'bought',
    'referral',
    'optedOut',
  ] as const),
  ...(['busy', 'twoCompanies', 'subscriber', 'placeholders', 'html', 'longTitle', 'emoji', 'rtl'] as const),
  ...(['noName', 'noEmail', 'noCompany', 'bare', 'customer', 'unqualified', 'badTiming', 'twinA'] as const),
  ...(['twinB', 'withDeal', 'withLead', 'survivor', 'archived'] as const),
  ...(['messaged', 'textedOnly', 'oneWay', 'soughtSales', 'subscribedLead', 'oddSource'] as const),
] as const;

/** Those of them who are contacts here, if they have a company; the others are leads. */
export const contactsByName: string[] = [
  ...[
    'future',
    'inbound',
    'meetingHeld',
    'referral',
    'busy',
    'twoCompanies',
    'rtl',
    'customer',
    'opportunity',
  ],
  ...['twinB', 'withDeal', 'mergedAway', 'oneWay'],
];

export const own = {
  queueLead: 'a lead that a queue owns: converting it needs an owner',
  partnerLead: 'a lead of a record type with fewer statuses',
  knownByName: 'a lead whose company is an account of the same name',
  knownByDomain: 'a lead whose company is an account under another name, with the same website',
  converted: 'a lead that has been converted',
  convertedContact: 'the contact that the converted lead became',
  duplicate: 'a lead with the email address of a contact',
  buyer: 'a contact with an open opportunity, as its primary decision maker',
  lonely: 'a contact without an account',
  account: 'an account with several contacts',
  emptyAccount: 'an account without contacts',
  opportunity: 'an open opportunity with a primary contact',
  closedOpportunity: 'a lost opportunity',
  renewal: 'an opportunity of a record type with fewer stages',
  roleless: 'an opportunity without any contact',
  task: 'a completed call of the clean lead',
  uatLead: 'a lead in the sandbox org',
} as const;
export type Own = keyof typeof own;
