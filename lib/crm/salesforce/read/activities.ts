// Tasks, events and emails: what was said between us and them, and in which direction.

import { notReached, spoke } from '@/lib/crm/shared/call-words';
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
const pageOf = (page: Page, object: string, record: OrgRecord) => {
  const id = textOf(record, 'Id');
  return id === '' ? undefined : page(object, id);
};
const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** When a task was done: days of Salesforce are days, so a time of the day is taken where there is one. */
const doneAt = (task: OrgRecord) =>
  isoTime(textOf(task, 'CompletedDateTime')) ??
  timeOrDay(textOf(task, 'ActivityDate')) ??
  isoTime(textOf(task, 'CreatedDate'));

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
    const subtype = textOf(task, 'TaskSubtype');
    const call = type !== '' || subtype === 'Call';
    const outcome = textOf(task, 'CallDisposition');
    const own = { at, url: pageOf(page, 'Task', task) };
    const said = { ...own, field: 'Task.CallDisposition' };
    if (type === 'Inbound')
      signs.push({ ...own, name: 'engagement.lastInboundCallAt', field: 'Task.CallType' });
    if (call && spoke(outcome)) signs.push({ ...said, name: 'engagement.lastConnectedCallAt' });
    if (call && type !== 'Inbound' && notReached(outcome))
      signs.push({ ...said, name: 'engagement.lastUnansweredCallAt', more: lowerFirst(outcome) });
    const mailed = /^(Email|List Email)$/.test(subtype) && !told.has(textOf(task, 'Id'));
    const reached = (call && type !== 'Inbound' && type !== 'Internal') || mailed;
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
    if (flag(email, 'Incoming')) signs.push({ ...own, name: 'engagement.lastIncomingEmailAt', field });
    // 5 is a draft.
    else if (textOf(email, 'Status') !== '5') {
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

const HELD = /^(held|completed?|attended|took place|done|show(ed)?( up)?)$/i;
const MISSED = /^(no[ -]?show|did not (show|attend)( up)?|not held|cancel+ed|missed|declined)$/i;

/**
 * Events say that a meeting was booked. That it was held is told only by a field of the team's own (`outcome`), or not
 * at all: an event that lies behind us may have been a no-show.
 */
export function eventFacts(
  events: OrgRecord[],
  outcome: string | null,
  url: string,
  now: Date,
  page: Page,
): Fact[] {
  const at = (event: OrgRecord) =>
    isoTime(textOf(event, 'StartDateTime')) ?? timeOrDay(textOf(event, 'ActivityDate'));
  const booked = events
    .map(at)
    .filter((time) => time !== null)
    .sort()
    .at(-1);
  const outcomes = events.flatMap((event): Sign[] => {
    const said = outcome === null ? '' : textOf(event, outcome);
    const own = { field: `Event.${outcome}`, at: at(event), url: pageOf(page, 'Event', event) };
    if (HELD.test(said)) return [{ ...own, name: 'engagement.lastMeetingHeldAt' }];
    if (!MISSED.test(said)) return [];
    return [{ ...own, name: 'engagement.lastMeetingMissedAt', more: said.toLowerCase() }];
  });
  return [
    ...(booked === undefined
      ? []
      : [
          {
            name: 'engagement.lastMeetingBookedAt',
            value: booked,
            at: booked,
            url,
            field: 'Event.StartDateTime',
          },
        ]),
    ...newest(outcomes, url, now),
  ];
}
