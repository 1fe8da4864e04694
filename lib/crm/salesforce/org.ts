// What one session knows of its org: how it is set up, where its pages are, which fields carry a stage.
import * as v from 'valibot';
import type { RecordRef } from '../../qualification/record';
import { remember, rememberBy } from '../remember';
import type { Client } from './client';
import { pageHost } from './hosts';
import { SALESFORCE } from './locate';
import { problem } from './problems';
import type { Describe } from './shapes';
import { text } from './soql';
import { flag, textOf } from './values';

const MINUTE = 60_000;
/** The record type of an object that has none of its own. */
export const MASTER = '012000000000000AAA';

export type Org = ReturnType<typeof createOrg>;

export function createOrg(client: Client, now: () => Date) {
  const account = client.host;
  const describe = rememberBy((object) => client.describe(object), 10 * MINUTE, now);
  const picklist = rememberBy(
    async (key) => {
      const [object = '', recordType = '', field = ''] = key.split('/');
      const { values } = await client.picklist(object, recordType, field);
      return values.map(({ value, label }) => ({ value, label: label || value }));
    },
    10 * MINUTE,
    now,
  );

  return {
    client,
    now,
    account,
    describe: (object: string): Promise<Describe> => describe(object),
    picklist: (object: string, recordType: string, field: string) =>
      picklist(`${object}/${recordType}/${field}`),
    user: remember(() => client.userInfo(), 10 * MINUTE, now),

    /** Lead statuses that stand for a converted lead: no plain write may set them. */
    convertedStatuses: remember(
      async () => {
        const { records } = await client.query(
          'SELECT ApiName, MasterLabel, IsConverted FROM LeadStatus ORDER BY SortOrder LIMIT 200',
        );
        return records
          .filter((one) => flag(one, 'IsConverted'))
          .map((one) => ({ value: textOf(one, 'ApiName'), label: textOf(one, 'MasterLabel') }));
      },
      10 * MINUTE,
      now,
    ),

    /** Opportunity stages in which nothing is open any more, by name. */
    closedStages: remember(
      async () => {
        const { records } = await client.query(
          'SELECT ApiName, IsClosed, IsActive FROM OpportunityStage ORDER BY SortOrder LIMIT 200',
        );
        return new Set(records.filter((one) => flag(one, 'IsClosed')).map((one) => textOf(one, 'ApiName')));
      },
      10 * MINUTE,
      now,
    ),

    /** Rejects with wrong-account for a record of another org; sends nothing. */
    hold(ref: RecordRef): void {
      if (ref.account === account) return;
      throw problem('wrong-account', `The page belongs to ${ref.account}, the sign-in to ${account}.`, {
        accounts: { page: ref.account, key: account },
      });
    },

    ref: (object: string, id: string): RecordRef => ({ crm: SALESFORCE, account, object, id }),
    page: (object: string, id: string): string =>
      `https://${pageHost(account)}/lightning/r/${object}/${id}/view`,

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
  };
}

/** A field's name: nothing else gets into a query. */
const FieldName = v.pipe(v.string(), v.regex(/^[A-Za-z]\w{0,79}(\.[A-Za-z]\w{0,79})?$/));
export const isName = (name: string): boolean => v.is(FieldName, name);
