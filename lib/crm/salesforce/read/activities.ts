// Tasks and emails: what was said between us and them, and in which direction.

import { notReached, somebodyElse, spoke } from '@/lib/crm/shared/call-words';
import { type MachineMail, machineMail } from '@/lib/crm/shared/machine-mail';
import type { Fact } from '@/lib/record/snapshot';
import { dayWords } from '@/lib/util/dates';
import type { OrgRecord } from '../client/shapes';
import { flag, isoTime, textOf, timeOrDay } from '../client/values';

/** `more`: what to say of it besides its day. `url`: where it can be seen itself. */
export type Sign = {
  name: string;
  field: string;
  at: string | null;
  more?: string;
  url?: string | undefined;
};
/** The address of a record's page. */
export type Page = (object: string, id: string) => string;

/** For each kind of sign the newest that has happened by now. */
export function newest(signs: Sign[], url: string, now: Date): Fact[] {
  const best = new Map<string, Fact>();
  for (const { name, field, at, more = '', url: own } of signs) {
    if (at === null || at > now.toISOString()) continue;
    const known = best.get(name);
    const text = more === '' ? {} : { text: `${dayWords(at)}, ${more}` };
    if (!known || String(known.value) < at)
      best.set(name, { name, value: at, at, url: own ?? url, field, ...text });
  }
  return [...best.values()];
}

/** The page of an activity; undefined where it has no id. */
export const pageOf = (page: Page, object: string, record: OrgRecord) => {
  const id = textOf(record, 'Id');
  return id === '' ? undefined : page(object, id);
};
const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** When a task was done: days of Salesforce are days, so a time of the day is taken where there is one. */
const doneAt = (task: OrgRecord) =>
  isoTime(textOf(task, 'CompletedDateTime')) ??
  timeOrDay(textOf(task, 'ActivityDate')) ??
  isoTime(textOf(task, 'CreatedDate'));

const WORDS: Readonly<Partial<Record<MachineMail, string>>> = {
  calendar: 'to an invitation',
  receipt: 'a receipt',
};

/** Which kind of program wrote it, or took it back; null where a person may have written it. */
function writerOf(email: OrgRecord): MachineMail | null {
  const bounced = flag(email, 'IsBounced');
  if (!flag(email, 'Incoming')) return bounced ? 'bounce' : null;
  return machineMail({ subject: textOf(email, 'Subject'), from: textOf(email, 'FromAddress'), bounced });
}

/** Closed tasks: calls in both directions, and emails that were only logged as tasks. */
export function taskFacts(
  tasks: OrgRecord[],
  emails: OrgRecord[],
  url: string,
  now: Date,
  page: Page,
): Fact[] {
  // An email message of its own tells more than the task beside it.
  const told = new Set(emails.map((email) => textOf(email, 'ActivityId')).filter((id) => id !== ''));
  const signs: Sign[] = [];
  const outreach: string[] = [];
  for (const task of tasks.filter((one) => flag(one, 'IsClosed'))) {
    const at = doneAt(task);
    const type = textOf(task, 'CallType');
    // Where the direction is hidden from this sign-in, nobody knows who called whom.
    const directed = Object.hasOwn(task, 'CallType');
    const subtype = textOf(task, 'TaskSubtype');
    const call = type !== '' || subtype === 'Call';
    const outcome = textOf(task, 'CallDisposition');
    const own = { at, url: pageOf(page, 'Task', task) };
    const said = { ...own, field: 'Task.CallDisposition' };
    const alone = call && notReached(outcome);
    const called = { ...own, field: 'Task.CallType' };
    if (type === 'Inbound' && !somebodyElse(outcome))
      signs.push({ ...called, name: 'engagement.lastInboundCallAt', more: lowerFirst(outcome) });
    if (type === 'Inbound' && !alone) signs.push({ ...called, name: 'engagement.lastInboundTalkAt' });
    if (call && type !== 'Internal' && spoke(outcome))
      signs.push({ ...said, name: 'engagement.lastConnectedCallAt' });
    if (alone && directed && type !== 'Inbound' && type !== 'Internal')
      signs.push({ ...said, name: 'engagement.lastUnansweredCallAt', more: lowerFirst(outcome) });
    const mailed = /^(Email|List Email)$/.test(subtype) && !told.has(textOf(task, 'Id'));
    const reached = (call && directed && type !== 'Inbound' && type !== 'Internal') || mailed;
    if (reached && at !== null) outreach.push(at);
    if (mailed) signs.push({ ...own, name: 'engagement.lastSentAt', field: 'Task.TaskSubtype' });
    // A step on LinkedIn that we did; who wrote, Salesforce doesn't tell.
    if (subtype === 'LinkedIn')
      signs.push({
        ...own,
        name: 'engagement.lastMessageAt',
        field: 'Task.TaskSubtype',
        more: 'by LinkedIn',
      });
  }
  for (const email of emails) {
    const at = isoTime(textOf(email, 'MessageDate')) ?? isoTime(textOf(email, 'CreatedDate'));
    const field = 'EmailMessage.Incoming';
    const own = { at, url: pageOf(page, 'EmailMessage', email) };
    const machine = writerOf(email);
    if (machine === 'bounce')
      signs.push({ ...own, name: 'engagement.lastBounceAt', field: 'EmailMessage.IsBounced' });
    if (flag(email, 'Incoming') && machine === null)
      signs.push({ ...own, name: 'engagement.lastIncomingEmailAt', field });
    else if (flag(email, 'Incoming')) {
      const more = machine === null ? '' : (WORDS[machine] ?? '');
      if (machine !== 'bounce')
        signs.push({
          ...own,
          name: 'engagement.lastAutomaticReplyAt',
          field: 'EmailMessage.Subject',
          more,
        });
    }
    // 5 is a draft. Where that or the direction is hidden, nobody knows whether we wrote.
    else if (
      ['Incoming', 'Status'].every((name) => Object.hasOwn(email, name)) &&
      textOf(email, 'Status') !== '5'
    ) {
      signs.push({ ...own, name: 'engagement.lastSentAt', field });
      if (at !== null) outreach.push(at);
      const opened = isoTime(textOf(email, 'LastOpenedDate')) ?? isoTime(textOf(email, 'FirstOpenedDate'));
      signs.push({
        ...own,
        name: 'engagement.lastOpenAt',
        field: 'EmailMessage.LastOpenedDate',
        at: opened,
      });
    }
  }
  const past = outreach.filter((at) => at <= now.toISOString()).sort();
  const last = past.at(-1) ?? null;
  const count: Fact[] =
    past.length === 0
      ? []
      : [
          {
            name: 'engagement.outreachCount',
            value: past.length,
            at: last,
            url,
            field: 'Task, EmailMessage',
          },
        ];
  signs.push({ name: 'engagement.lastOutreachAt', field: 'Task, EmailMessage', at: last });
  return [...newest(signs, url, now), ...count];
}
