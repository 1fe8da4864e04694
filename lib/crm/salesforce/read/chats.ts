// Chats and messages: objects that only some orgs have, found through what the person's object says of its children.
import type { Fact } from '@/lib/record/snapshot';
import type { Select } from '../client/select';
import type { Describe, OrgRecord } from '../client/shapes';
import { children, flag, isoTime, textOf } from '../client/values';
import { newest, type Page, type Sign } from './activities';

type Asked = { fields: readonly string[] };

/** The relationship to ask for, by the object behind it. Only fields that every org with the object has are named. */
const ASKED: Readonly<Record<string, Asked>> = {
  // Object Reference, MessagingSession.AgentType: Agent, Bot, BotToAgent, System (what was triggered).
  MessagingSession: { fields: ['Id', 'CreatedDate', 'ChannelType', 'Origin', 'AgentType'] },
  // Field Reference, LiveChatTranscript.IsChatbotSession.
  LiveChatTranscript: { fields: ['Id', 'CreatedDate', 'IsChatbotSession'] },
};

export type Chat = { object: string; relationship: string };

/** The chats that this org keeps with a lead or contact; none where it has no such objects. */
export function chatsOf({ childRelationships }: Describe): Chat[] {
  return Object.keys(ASKED).flatMap((object) => {
    const found = childRelationships.find((one) => one.childSObject === object && one.relationshipName);
    return found?.relationshipName ? [{ object, relationship: found.relationshipName }] : [];
  });
}

/** Children for the activities' query; nothing counts against the five queries of a call. */
export const chatSelects = (chats: readonly Chat[]): NonNullable<Select['children']> =>
  chats.map(({ object, relationship }) => ({
    from: object,
    as: relationship,
    fields: ASKED[object]?.fields ?? ['Id'],
    order: ['CreatedDate DESC'],
    limit: 20,
  }));

const CHANNELS: Readonly<Record<string, string>> = {
  Text: 'SMS',
  EmbeddedMessaging: 'chat',
  WhatsApp: 'WhatsApp',
};

function signOf(object: string, record: OrgRecord, page: Page): Sign {
  const at = isoTime(textOf(record, 'CreatedDate'));
  const url = page(object, textOf(record, 'Id'));
  const bot = /^(Bot|System)$/.test(textOf(record, 'AgentType')) || flag(record, 'IsChatbotSession');
  // Whoever only met a program has not been in touch with us.
  if (bot)
    return { name: 'engagement.lastMessageAt', field: object, at, url, more: 'by chat, with a bot only' };
  // A visitor begins a chat.
  if (object === 'LiveChatTranscript')
    return { name: 'engagement.lastIncomingMessageAt', field: object, at, url, more: 'by chat' };
  const type = textOf(record, 'ChannelType');
  const more = `by ${CHANNELS[type] ?? (type || 'message')}`;
  const field = 'MessagingSession.Origin';
  const theirs = /^inbound/i.test(textOf(record, 'Origin'));
  return theirs
    ? { name: 'engagement.lastIncomingMessageAt', field, at, url, more }
    : { name: 'engagement.lastMessageAt', field, at, url, more: `${more}, begun by us` };
}

/** `person`: the row of the activities' query. A session that we began may hold an answer; Salesforce doesn't say. */
export function chatFacts(
  chats: readonly Chat[],
  person: OrgRecord,
  url: string,
  now: Date,
  page: Page,
): Fact[] {
  const signs = chats.flatMap(({ object, relationship }) =>
    children(person, relationship).map((record) => signOf(object, record, page)),
  );
  return newest(signs, url, now);
}
