// Who is signed in: as the org's identity service says, else from their own user record, else as SOAP says.
import * as v from 'valibot';
import { report } from '@/lib/diagnostics/report';
import type { Person } from '@/lib/record/record';
import type { Client } from '../client/client';
import { isProblem } from '../client/problems';
import { UserInfoSchema } from '../client/shapes';
import { text } from '../client/soql';
import { textOf } from '../client/values';

export const WhoSchema = v.omit(UserInfoSchema, ['organization_id']);
export type Who = v.InferOutput<typeof WhoSchema>;

/** As the rest of the product knows a person. */
export const personOf = ({ user_id, name, email }: Who): Person => ({
  id: user_id,
  name: name || email,
  email,
});

/**
 * `known`: the user's id as the token's answer named it; '' for none. With the scopes "api refresh_token" alone an org
 * may keep the identity service shut: then the user's record is read, by the API of the org's own host like all else. A
 * browser's session names nobody; for one that the identity service refuses, SOAP's getUserInfo tells the same.
 * Rejects with ProblemError: what the identity service said, where neither answers.
 */
export async function whoIs(client: Client, known: string): Promise<Who> {
  try {
    return await client.userInfo();
  } catch (error) {
    if (!isProblem(error, 'key-refused', 'forbidden', 'invalid', 'gone', 'odd-answer')) throw error;
    if (known === '')
      return client.soapUserInfo().catch((also: unknown) => {
        report(also, 'salesforce.who');
        throw error;
      });
    const { records } = await client.query(
      `SELECT Id, Name, Email, TimeZoneSidKey FROM User WHERE Id = ${text(known)} LIMIT 1`,
    );
    const user = records[0];
    if (!user) throw error;
    return {
      user_id: textOf(user, 'Id'),
      name: textOf(user, 'Name'),
      email: textOf(user, 'Email'),
      zoneinfo: textOf(user, 'TimeZoneSidKey') || null,
    };
  }
}
