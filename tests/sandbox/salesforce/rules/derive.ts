// What Salesforce works out by itself when a record is written.
import type { ObjectName, Value, Values } from '../model';
import { stages } from '../schema/picklists';
import type { Scene } from '../world';
import { nowIn } from '../world';

type Derive = (scene: Scene, values: Values, before: Values | null) => Values;

const day = (value: Value) => (typeof value === 'string' ? value.slice(0, 10) : null);
const name: Derive = (_, values) => ({ Name: [values.FirstName, values.LastName].filter(Boolean).join(' ') });

/** The account behind an activity: the one that it is about, or that of its opportunity or contact. */
function accountOf({ org }: Scene, { WhatId, WhoId }: Values): Value {
  const what = typeof WhatId === 'string' ? org.findAny(['Account', 'Opportunity'], WhatId) : null;
  if (what?.type === 'Account') return what.id;
  const who = typeof WhoId === 'string' ? org.find('Contact', WhoId) : null;
  return what?.values.AccountId ?? who?.values.AccountId ?? null;
}

const deal: Derive = (scene, values, before) => {
  const stage = stages.find((item) => item.name === values.StageName);
  if (!stage) return {};
  const moved = before?.StageName !== values.StageName;
  // A probability that is written together with the stage stays.
  const given = values.Probability !== null && values.Probability !== before?.Probability;
  return {
    IsClosed: stage.closed,
    IsWon: stage.won,
    ...(moved && { ForecastCategory: stage.forecast }),
    ...(moved && before !== null && { LastStageChangeDate: nowIn(scene.world) }),
    ...(moved && !given && { Probability: stage.probability }),
  };
};

const task: Derive = (scene, values, before) => {
  const statuses = scene.org.all('TaskStatus');
  const status = statuses.find((one) => one.values.ApiName === values.Status);
  const IsClosed = status?.values.IsClosed === true;
  const CompletedDateTime = !IsClosed ? null : (before?.CompletedDateTime ?? nowIn(scene.world));
  return {
    IsClosed,
    CompletedDateTime: values.CompletedDateTime ?? CompletedDateTime,
    AccountId: accountOf(scene, values),
  };
};

const event: Derive = (scene, values) => {
  const start = Date.parse(String(values.StartDateTime ?? values.ActivityDateTime ?? ''));
  if (Number.isNaN(start)) return { AccountId: accountOf(scene, values) };
  const end = Date.parse(String(values.EndDateTime ?? ''));
  const minutes = Number.isNaN(end) ? Number(values.DurationInMinutes ?? 0) : (end - start) / 60_000;
  const given = !Number.isNaN(end) || values.DurationInMinutes !== null;
  return {
    ActivityDate: day(new Date(start).toISOString()),
    ActivityDateTime: new Date(start).toISOString(),
    ...(given && {
      DurationInMinutes: minutes,
      EndDateTime: new Date(start + minutes * 60_000).toISOString(),
    }),
    AccountId: accountOf(scene, values),
  };
};

const member: Derive = (scene, values) => {
  const HasResponded = !['Sent', 'Clicked'].includes(String(values.Status));
  const first = values.FirstRespondedDate ?? day(nowIn(scene.world));
  return { HasResponded, FirstRespondedDate: HasResponded ? first : null };
};

const relation: Derive = ({ org }, { RelationId }) => {
  const target = typeof RelationId === 'string' ? org.findAny(['Lead', 'Contact', 'User'], RelationId) : null;
  return { RelationObjectType: target?.type ?? null };
};

const rules: Partial<Record<ObjectName, Derive>> = {
  Lead: name,
  Contact: (scene, values, before) => ({
    ...name(scene, values, before),
    IsEmailBounced: values.EmailBouncedDate !== null,
  }),
  Opportunity: deal,
  Task: task,
  Event: event,
  CampaignMember: member,
  EmailMessageRelation: relation,
};

/** `values` with what follows from them; `before` is the record as it was, null for a new one. */
export function derived(scene: Scene, type: ObjectName, values: Values, before: Values | null): Values {
  return { ...values, ...rules[type]?.(scene, values, before) };
}

/** The day of the newest completed activity on a record: worked out when it is read. */
export function lastActivity({ org }: Pick<Scene, 'org'>, type: ObjectName, id: string): Value {
  const field = type === 'Account' ? 'AccountId' : type === 'Opportunity' ? 'WhatId' : 'WhoId';
  const days = [...org.all('Task').filter((item) => item.values.IsClosed === true), ...org.all('Event')]
    .filter((item) => item.values[field] === id)
    .map((item) => item.values.ActivityDate)
    .filter((value) => typeof value === 'string')
    .sort();
  return days.at(-1) ?? null;
}
