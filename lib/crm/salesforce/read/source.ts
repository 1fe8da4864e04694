// Where a person came from: Salesforce's lead sources in the words that all CRMs share.

import { kindInWords, type SourceKind } from '@/lib/crm/shared/source-kinds';
import { own } from '@/lib/util/object';

/** LeadSource values that Salesforce delivers and whose words alone would mislead; the others are read by their words. */
export const byLeadSource: Readonly<Record<string, SourceKind>> = {
  web: 'inbound',
  'phone inquiry': 'inbound',
  'google adwords': 'paid',
  'partner referral': 'referral',
  'employee referral': 'referral',
  'external referral': 'referral',
  'purchased list': 'boughtList',
  'word of mouth': 'referral',
  'seminar - internal': 'event',
  'seminar - partner': 'event',
  'customer event': 'event',
  'trade show': 'event',
  'public relations': 'inbound',
  other: 'other',
};

/** The kind of a LeadSource; null where it is empty or says nothing that we know: then its text is shown. */
export function sourceKind(source: string): SourceKind | null {
  const value = source.trim().toLowerCase();
  return own(byLeadSource, value) ?? kindInWords(source);
}
