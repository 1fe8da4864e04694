// What is read of the record that a step changes: the contact's own, or a lead of that very contact, whoever asks.
import { type RecordRef, sameRef } from '@/lib/record/record';
import { problem } from '../client/problems';
import type { HubSpotObject } from '../client/shapes';
import type { Portal } from '../setup/portal';
import { mergedInto } from './merged';

/**
 * The record's properties; rejects with merged where HubSpot answers with another one. One beside the contact is read
 * together with whose it is, in the same call; rejects with gone where it is no lead of this contact, and nothing that
 * was read of it goes on. `history`: with earlier values.
 */
export async function readBeside(
  portal: Portal,
  contact: RecordRef,
  ref: RecordRef,
  properties: string[],
  history?: string[],
): Promise<HubSpotObject> {
  const isOwn = sameRef(ref, contact);
  const isLead = ref.object === 'leads' && /^\d{1,20}$/.test(ref.id);
  const beside = isLead && ref.crm === contact.crm && ref.account === contact.account;
  const found =
    isOwn || beside
      ? await portal.client.get(ref.object, ref.id, properties, isOwn ? undefined : ['contacts'], history)
      : null;
  if (found && found.id !== ref.id) throw mergedInto(found.id);
  if (!found || !(isOwn || found.associations?.contacts?.results.some((one) => one.id === contact.id)))
    throw problem('gone', 'The lead no longer belongs to this contact. Nothing more was written to it.');
  return found;
}
