// What one session knows of its org: how it is set up, where its pages are, what was seen of its records.
import * as v from 'valibot';
import type { Keep } from '@/lib/crm/shared/crm';
import { createMemory } from '@/lib/crm/shared/memory';
import { reported } from '@/lib/diagnostics/report';
import type { RecordRef } from '@/lib/record/record';
import { dayIn, localDay } from '@/lib/util/dates';
import { WhoSchema, whoIs } from '../auth/who';
import type { Client } from '../client/client';
import { isProblem, problem } from '../client/problems';
import { type Describe, DescribeSchema, type OrgRecord } from '../client/shapes';
import { isName, text } from '../client/soql';
import { flag, isoTime, textOf } from '../client/values';
import { recordAddress } from '../page/address';
import { SALESFORCE } from '../page/locate';
import { createAsk } from './ask';
import { createSeen } from './seen';
import { createSight } from './view';

/** How long an org's set-up is trusted. What the org refuses as out of date is dropped at once (stale.ts). */
const SETUP_MS = 20 * 60_000;
/** The record type of an object that has none of its own. */
export const MASTER = '012000000000000AAA';

const OrganizationSchema = v.object({ name: v.string(), madeAt: v.string() });
const taskStatusesSchema = v.array(v.object({ value: v.string(), closed: v.boolean(), usual: v.boolean() }));
export type TaskStatus = v.InferOutput<typeof taskStatusesSchema>[number];
const optionsSchema = v.array(v.object({ value: v.string(), label: v.string() }));
const picklistSchema = v.array(
  v.object({ value: v.string(), label: v.string(), under: v.exactOptional(v.array(v.string())) }),
);

export type Org = ReturnType<typeof createOrg>;

/** `user`: the id of who signed in, where the sign-in told it. `keep`: where the set-up outlives the worker. */
export function createOrg(client: Client, now: () => Date, user = '', keep?: Keep) {
  const account = client.host;
  const seen = createSeen(now, keep);
  const memory = createMemory(SETUP_MS, now, keep);
  /** A key is one person's for as long as it lives. */
  const lasting = createMemory(Number.POSITIVE_INFINITY, now, keep);
  const sight = createSight((object) => client.describe(object), now, SETUP_MS, keep);
  const { ask, askTogether } = createAsk(client, sight);
  const describe = memory.by('describe', DescribeSchema, (object) => client.describe(object));
  const picklist = memory.by('picklist', picklistSchema, async (key) => {
    const [object = '', recordType = '', field = ''] = key.split('/');
    const { values, controllerValues } = await client.picklist(object, recordType, field);
    const controlling = Object.entries(controllerValues);
    return values.map(({ value, label, validFor }) => ({
      ...{ value, label: label || value },
      ...(controlling.length === 0
        ? {}
        : { under: controlling.filter(([, at]) => validFor.includes(at)).map(([one]) => one) }),
    }));
  });
  /** The first row of a query; null where this sign-in may not read that. */
  async function first(soql: string): Promise<OrgRecord | null> {
    try {
      return (await client.query(soql)).records[0] ?? null;
    } catch (error) {
      if (isProblem(error, 'forbidden', 'gone', 'invalid')) return null;
      throw error;
    }
  }
  const timeOf = (record: OrgRecord | null) => (record && isoTime(textOf(record, 'CreatedDate'))) ?? '';
  const whoever = lasting.once('userinfo', WhoSchema, () => whoIs(client, user));
  /** The time zone of who is signed in, in which Salesforce shows times (TimeZoneSidKey). Never rejects. */
  const zone = async (): Promise<string | undefined> =>
    (await whoever().catch(reported('salesforce.org', null)))?.zoneinfo ?? undefined;
  const currency = lasting.once('currency', v.string(), async () => (await client.soapUserInfo()).currency);
  const closed = memory.once('OpportunityStage', v.array(v.string()), async () => {
    const { records } = await client.query(
      'SELECT ApiName, IsClosed, IsActive FROM OpportunityStage ORDER BY SortOrder LIMIT 200',
    );
    return records.filter((one) => flag(one, 'IsClosed')).map((one) => textOf(one, 'ApiName'));
  });

  return {
    client,
    now,
    account,
    /** What the last read told of single records. */
    seen,
    describe: (object: string): Promise<Describe> => describe(object),
    picklist: (object: string, recordType: string, field: string) =>
      picklist(`${object}/${recordType}/${field}`),
    user: whoever,
    zone,
    /** Today, in that zone. */
    async today(): Promise<string> {
      const shown = await zone();
      return shown === undefined ? localDay(now()) : dayIn(now().toISOString(), shown);
    },
    /**
     * The currency of an org that has only one, whose records don't name it; '' where SOAP doesn't tell. Never rejects.
     * https://developer.salesforce.com/docs/platform/api/guide/sforce-api-calls-getuserinfo-getuserinforesult.html
     */
    currency: async (): Promise<string> => currency().catch(reported('salesforce.org', '')),
    /**
     * The org's own name, and when it was made; '' for what this sign-in may not read. The Field Reference lists both of
     * Organization; no document at hand says which users may read them.
     */
    organization: lasting.once('organization', OrganizationSchema, async () => {
      const record = await first('SELECT Name, CreatedDate FROM Organization LIMIT 1');
      return { name: record ? textOf(record, 'Name') : '', madeAt: timeOf(record) };
    }),
    /** When the user who is signed in was made; '' where they may not read that. */
    userMadeAt: lasting.once('user made', v.string(), async () => {
      const user_id = user || (await whoever()).user_id;
      return timeOf(await first(`SELECT CreatedDate FROM User WHERE Id = ${text(user_id)} LIMIT 1`));
    }),
    ask,
    askTogether,
    /** Drops all that is known of the set-up and of records. */
    async forget(): Promise<void> {
      seen.forget();
      sight.forget();
      await Promise.all([memory.forget(), lasting.forget()]);
    },

    /** Lead statuses that stand for a converted lead: no plain write may set them. */
    convertedStatuses: memory.once('LeadStatus', optionsSchema, async () => {
      const { records } = await client.query(
        'SELECT ApiName, MasterLabel, IsConverted FROM LeadStatus ORDER BY SortOrder LIMIT 200',
      );
      return records
        .filter((one) => flag(one, 'IsConverted'))
        .map((one) => ({ value: textOf(one, 'ApiName'), label: textOf(one, 'MasterLabel') }));
    }),

    /**
     * The org's task statuses in its order, with what each means (Object Reference, TaskStatus); [] where this sign-in may
     * not read that.
     */
    taskStatuses: memory.once('TaskStatus', taskStatusesSchema, async () => {
      const asked = 'SELECT ApiName, IsClosed, IsDefault FROM TaskStatus ORDER BY SortOrder LIMIT 200';
      const { records } = await client.query(asked).catch((error: unknown) => {
        if (isProblem(error, 'forbidden', 'gone', 'invalid')) return { records: [] };
        throw error;
      });
      return records.map((one) => ({
        value: textOf(one, 'ApiName'),
        closed: flag(one, 'IsClosed'),
        usual: flag(one, 'IsDefault'),
      }));
    }),

    /** Opportunity stages in which nothing is open any more, by name. */
    closedStages: async () => new Set(await closed()),

    /** Rejects with wrong-account for a record of another org; sends nothing. */
    hold(ref: RecordRef): void {
      if (ref.account === account) return;
      throw problem('wrong-account', `The page belongs to ${ref.account}, the sign-in to ${account}.`, {
        accounts: { page: ref.account, key: account },
      });
    },

    ref: (object: string, id: string): RecordRef => ({ crm: SALESFORCE, account, object, id }),
    page: (object: string, id: string): string => recordAddress({ account, object, id }),

    /** The same of those that this sign-in may see; the others are named by `lacks`. */
    async shownOf(object: string, id: string, fields: readonly string[]) {
      const { records, lacks } = await ask(`The ${object.toLowerCase()}`, {
        from: object,
        fields: fields.filter(isName),
        where: [{ soql: `Id = ${text(id)}`, on: ['Id'] }],
        limit: 1,
      });
      const record = records[0];
      if (!record) throw problem('gone', 'The record is no longer there, or this sign-in may not see it.');
      const shown: Record<string, string> = {};
      for (const field of fields) shown[field] = textOf(record, field);
      return { shown, lacks };
    },

    /** Fields of one record as text, by name. Rejects with gone where it was deleted. */
    async fieldsOf(object: string, id: string, fields: readonly string[]): Promise<Record<string, string>> {
      if (fields.length === 0) return {};
      const { records } = await client.query(
        `SELECT ${fields.filter(isName).join(', ')} FROM ${object} WHERE Id = ${text(id)} LIMIT 1`,
      );
      const record = records[0];
      if (!record) throw problem('gone', 'The record is no longer there, or this sign-in may not see it.');
      return Object.fromEntries(fields.map((field) => [field, textOf(record, field)]));
    },

    /** A record as it lies in the recycle bin; null where it is not there. */
    async deleted(object: string, id: string, fields: readonly string[]): Promise<OrgRecord | null> {
      const names = fields.filter(isName).join(', ');
      const { records } = await client.queryAll(
        `SELECT ${names} FROM ${object} WHERE Id = ${text(id)} AND IsDeleted = true LIMIT 1`,
      );
      return records[0] ?? null;
    },
  };
}
