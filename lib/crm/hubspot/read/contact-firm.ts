// The firm of a contact by the contact's own word: where there is no company record, or it leaves something empty.
import { originWords } from '@/lib/record/facts';
import type { RecordRef } from '@/lib/record/record';
import type { Fact, Snapshot } from '@/lib/record/snapshot';
import type { HubSpotObject } from '../client/shapes';
import { contactFirmFacts, optionText } from './facts';

type From = NonNullable<Fact['fromContact']>;

/** Of what the contact says only what is not told already: the company's own word comes first. */
export function firmBeside(contact: HubSpotObject, url: string, told: readonly Fact[], from: From): Fact[] {
  const names = new Set(told.map(({ name }) => name));
  return contactFirmFacts(contact, url, from).filter(({ name }) => !names.has(name));
}

/** "100-500" is a span of people, "many" is none. */
const peopleWords = (count: string) =>
  /^\d/.test(count) ? `${/^\d+$/.test(count) ? Number(count).toLocaleString('en-US') : count} people` : '';

/** The firm as a contact without a company record has it; null where it names none. Its record is the contact. */
export function firmAlone({ properties }: HubSpotObject, ref: RecordRef): Snapshot['company'] {
  const read = (name: string) => (properties[name] ?? '').trim();
  const name = read('company');
  if (name === '') return null;
  const parts = [
    peopleWords(read('numemployees')),
    optionText(read('industry')),
    read('city'),
    read('country'),
  ];
  const detail = [...parts, originWords({ fromContact: 'alone' })].filter((part) => part !== '').join(' · ');
  return { ref, name, detail };
}
