// Says that a record has come to another owner since the rep last looked, and goes on saying it for a day.

import type { CrmSession } from '@/lib/crm/shared/crm';
import { reported } from '@/lib/diagnostics/report';
import { dayWords } from '@/lib/qualification';
import { nameInWords } from '@/lib/qualification/record-line/claimed';
import type { Snapshot } from '@/lib/record/snapshot';
import { dayIn } from '@/lib/util/dates';

const TOLD_MS = 24 * 60 * 60_000;

/**
 * The snapshot, with `handed` at its owner where `before`, the last whole read as this gave it, names another one or
 * told of it within a day. The names cost one call, and only then. Never rejects: without them it is said all the same.
 */
export async function tellOwner(
  snapshot: Snapshot,
  before: Snapshot | null,
  session: Pick<CrmSession, 'people'>,
): Promise<Snapshot> {
  const [was, is] = [before?.owner, snapshot.owner];
  if (!before || !was || !is || was.field !== is.field) return snapshot;
  if (was.id === is.id) {
    const told = was.handed && Date.parse(snapshot.readAt) - Date.parse(was.handed.at) < TOLD_MS;
    return told ? { ...snapshot, owner: { ...is, handed: was.handed } } : snapshot;
  }
  const people = await session.people().catch(reported('services.handed-over', []));
  const named = (id: string) => {
    const name = people.find((one) => one.id === id)?.name;
    return name === undefined ? undefined : nameInWords(name);
  };
  const now = is.id === '' ? 'Nobody owns it now' : `${named(is.id) ?? 'Someone else'} owns it now`;
  const then = was.id === '' ? 'nobody did' : `${named(was.id) ?? 'someone else'} did`;
  const text = `${now}. When you last looked, on ${dayWords(dayIn(before.readAt, before.zone))}, ${then}.`;
  return { ...snapshot, owner: { ...is, handed: { text, at: snapshot.readAt } } };
}
