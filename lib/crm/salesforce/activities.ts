// Tasks, events and emails: what was said between us and them, and in which direction.
import type { Fact } from '../../qualification/snapshot';
import type { OrgRecord } from './shapes';
import { flag, isoTime, textOf } from './values';

type Sign = { name: string; field: string; at: string | null };

/** For each kind of sign the newest that has happened by now. */
function newest(signs: Sign[], url: string, now: Date): Fact[] {
  const best = new Map<string, Fact>();
  for (const { name, field, at } of signs) {
    if (at === null || at > now.toISOString()) continue;
    const known = best.get(name);
    if (!known || String(known.value) < at) best.set(name, { name, value: at, at, url, field });
  }
  return [...best.values()];
}

/** When a task was done: days of Salesforce are days, so a time of the day is taken where there is one. */
const doneAt = (task: OrgRecord) =>
  isoTime(textOf(task, 'CompletedDateTime')) ??
  isoTime(textOf(task, 'ActivityDate')) ??
  isoTime(textOf(task, 'CreatedDate'));

/** "Connected" says that they spoke, "Not connected" doesn't. */
export const spoke = (disposition: string): boolean =>
  /\b(connected|spoke|talked|conversation|answered)\b/i.test(disposition) &&
  !/\b(not|never|no)\b/i.test(disposition);

/** Closed tasks: calls in both directions, and emails that were only logged as tasks. */
export function taskFacts(tasks: OrgRecord[], emails: OrgRecord[], url: string, now: Date): Fact[] {
  // An email message of its own tells more than the task beside it.
  const told = new Set(emails.map((email) => textOf(email, 'ActivityId')).filter((id) => id !== ''));
  const signs: Sign[] = [];
  const outreach: string[] = [];
  for (const task of tasks.filter((one) => flag(one, 'IsClosed'))) {
    const at = doneAt(task);
    const type = textOf(task, 'CallType');
    const subtype = textOf(task, 'TaskSubtype');
    const call = type !== '' || subtype === 'Call';
    if (type === 'Inbound') signs.push({ name: 'engagement.lastInboundCallAt', field: 'Task.CallType', at });
    if (call && spoke(textOf(task, 'CallDisposition')))
      signs.push({ name: 'engagement.lastConnectedCallAt', field: 'Task.CallDisposition', at });
    const mailed = /^(Email|List Email)$/.test(subtype) && !told.has(textOf(task, 'Id'));
    const reached = (call && type !== 'Inbound' && type !== 'Internal') || mailed;
    if (reached && at !== null) outreach.push(at);
    if (mailed) signs.push({ name: 'engagement.lastSentAt', field: 'Task.TaskSubtype', at });
  }
  for (const email of emails) {
    const at = isoTime(textOf(email, 'MessageDate')) ?? isoTime(textOf(email, 'CreatedDate'));
    const field = 'EmailMessage.Incoming';
    if (flag(email, 'Incoming')) signs.push({ name: 'engagement.lastIncomingEmailAt', field, at });
    // 5 is a draft.
    else if (textOf(email, 'Status') !== '5') {
      signs.push({ name: 'engagement.lastSentAt', field, at });
      if (at !== null) outreach.push(at);
      const opened = isoTime(textOf(email, 'LastOpenedDate')) ?? isoTime(textOf(email, 'FirstOpenedDate'));
      signs.push({ name: 'engagement.lastOpenAt', field: 'EmailMessage.LastOpenedDate', at: opened });
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

/**
 * Events say that a meeting was booked. That it was held is told only by a field of the team's own (`outcome`), or not
 * at all: an event that lies behind us may have been a no-show.
 */
export function eventFacts(events: OrgRecord[], outcome: string | null, url: string, now: Date): Fact[] {
  const at = (event: OrgRecord) =>
    isoTime(textOf(event, 'StartDateTime')) ?? isoTime(textOf(event, 'ActivityDate'));
  const booked = events
    .map(at)
    .filter((time) => time !== null)
    .sort()
    .at(-1);
  const held = events
    .filter((event) => outcome !== null && HELD.test(textOf(event, outcome)))
    .map(
      (event): Sign => ({ name: 'engagement.lastMeetingHeldAt', field: `Event.${outcome}`, at: at(event) }),
    );
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
    ...newest(held, url, now),
  ];
}

const FORM = /web|form|content|download|e-?book|white ?paper|webinar|online/i;

/** Campaigns that they responded to by a form; a badge scanned at a fair is no form. */
export function campaignFacts(members: OrgRecord[], url: string): Fact[] {
  const forms = members
    .filter((one) => flag(one, 'HasResponded'))
    .filter((one) => FORM.test(`${textOf(one, 'Campaign.Type')} ${textOf(one, 'Campaign.Name')}`))
    .map((one) => ({
      at: isoTime(textOf(one, 'FirstRespondedDate')) ?? isoTime(textOf(one, 'CreatedDate')),
      name: textOf(one, 'Campaign.Name'),
    }))
    .sort((a, b) => ((a.at ?? '') < (b.at ?? '') ? 1 : -1));
  const [last] = forms;
  if (!last) return [];
  const base = { at: last.at, url, field: 'CampaignMember.HasResponded' };
  return [
    { ...base, name: 'web.formCount', value: forms.length },
    ...(last.at === null ? [] : [{ ...base, name: 'web.lastFormAt', value: last.at }]),
    ...(last.name === '' ? [] : [{ ...base, name: 'web.lastFormName', value: last.name }]),
  ];
}
