// A call's outcome in an org's or portal's own words: they spoke with the contact, nobody was reached, or it doesn't say.
import { describe, expect, it } from 'vitest';
import { notReached, spoke } from '@/lib/crm/shared/call-words';

const said = (outcome: string) => (spoke(outcome) ? 'spoke' : notReached(outcome) ? 'not reached' : null);

describe('the outcome of a call', () => {
  it.each([
    'Connected',
    'Connected - Not Interested',
    'Connected: no budget',
    'Spoke, not a fit for now',
    'Answered (no need)',
    'Kunde erreicht, kein Bedarf',
    'Had a conversation',
  ])('%s: they spoke', (outcome) => expect(said(outcome)).toBe('spoke'));

  it.each([
    'Not connected',
    'No one answered',
    'Not yet connected',
    'Call not answered',
    'Connected to voicemail',
    'Connected with gatekeeper',
    'Spoke with the gatekeeper',
    'Connected - wrong number',
    'Left voicemail',
    'Nicht erreicht',
    'Disconnected',
  ])('%s: nobody was reached', (outcome) => expect(said(outcome)).toBe('not reached'));

  it.each(['', 'Completed', 'Never spoke', 'Follow up', 'Did not have a conversation'])(
    '%s: it doesn’t say that they spoke',
    (outcome) => expect(spoke(outcome)).toBe(false),
  );
});
