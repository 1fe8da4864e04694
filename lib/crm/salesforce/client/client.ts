// The calls that Stagecheck makes to an org: through jsforce, on our transport, parsed into our shapes.
// jsforce is imported in parts: see wxt.config.ts.
import { SoapApi } from 'jsforce/lib/api/soap.js';
import { Connection } from 'jsforce/lib/connection.js';
import * as v from 'valibot';
import { ProblemError } from '@/lib/problem/problem';
import { isApiHost } from '../page/hosts';
import { type CompositeAnswer, type CompositePart, compositeAnswer, compositeBody } from './composite';
import { codeOf, isProblem, problem, Renewed } from './problems';
import {
  type ConvertResult,
  ConvertResultSchema,
  DescribeSchema,
  PicklistSchema,
  QuerySchema,
  SoapUserSchema,
  UserInfoSchema,
  VersionsSchema,
} from './shapes';
import { isJwt, JWT_VERSION, JwtSoapApi } from './soap';
import { isName, queryAllUrl, queryUrl } from './soql';
import { OrgTransport, type TransportParts } from './transport';
import { BASE, VERSION } from './version';

/** What a session is opened with: the token, the API's host, and how to get a new token where that can be had. */
export type Access = {
  token: string;
  host: string;
  /** Gives a fresh token; rejects with ProblemError where the sign-in has ended. Asked one at a time. */
  renew?: (() => Promise<string>) | undefined;
};

/** What SOAP's convertLead takes, in the order in which Salesforce wants it. */
export type ConvertRequest = {
  accountId?: string;
  bypassAccountDedupeCheck?: boolean;
  bypassContactDedupeCheck?: boolean;
  contactId?: string;
  convertedStatus: string;
  doNotCreateOpportunity: boolean;
  leadId: string;
  opportunityName?: string;
  overwriteLeadSource: boolean;
  ownerId?: string;
  sendNotificationEmail: boolean;
};

export type Client = ReturnType<typeof createClient>;

/** Printable ASCII without spaces: anything else can't be a token, and must not reach a header. */
const TOKEN = /^[\x21-\x7e]{8,4000}$/;
const odd = () => problem('odd-answer', 'Salesforce answered, but not in the form that was expected.');
const NO_JWT = `Leads are converted over SOAP, which takes no JWT-based access tokens before version ${JWT_VERSION} of Salesforce’s API, and this org has none as new. Your admin can switch them off in the External Client App; then sign in again.`;

/** One method per call; each rejects with ProblemError only. */
export function createClient(access: Access, parts: TransportParts) {
  if (!isApiHost(access.host)) throw problem('wrong-account', `${access.host} is not the API of an org.`);
  const connection = new Connection({
    instanceUrl: `https://${access.host}`,
    accessToken: access.token,
    version: VERSION,
  });
  /** The present token, and the one before it, with which a call may be under way. */
  let tokens: readonly string[] = [access.token];
  const transport = new OrgTransport(access.host, parts, () => tokens);
  connection._transport = transport;
  const soap = new SoapApi(connection);
  let renewing: Promise<void> | null = null;

  /** Puts a new token in place, asked for once however many calls were refused with the old one. */
  async function renew(refused: string): Promise<void> {
    if (connection.accessToken !== refused) return;
    const ask = access.renew;
    if (!ask) throw problem('key-refused', 'The sign-in to Salesforce has ended.');
    renewing ??= ask()
      .then((fresh) => {
        connection.accessToken = fresh;
        tokens = [fresh, refused];
      })
      .finally(() => {
        renewing = null;
      });
    await renewing;
  }

  /**
   * Runs a call; after a 401 once more with a renewed token. One that `acts` is not repeated here: it rejects with Renewed,
   * for whoever sent it to look first.
   */
  async function signedIn<T>(run: () => Promise<T>, acts = false): Promise<T> {
    const token = connection.accessToken ?? '';
    if (!TOKEN.test(token)) throw problem('key-refused', 'There is no usable sign-in for this org.');
    try {
      return await run();
    } catch (error) {
      if (!isProblem(error, 'key-refused') || (!access.renew && connection.accessToken === token))
        throw error;
      await renew(token);
      if (acts) throw new Renewed(error.problem);
      return run();
    }
  }

  /** A call whose answer is data of this shape. */
  async function data<S extends v.GenericSchema>(
    schema: S,
    run: () => Promise<unknown>,
    acts = false,
  ): Promise<v.InferOutput<S>> {
    const answer = await signedIn(run, acts);
    const parsed = v.safeParse(schema, answer);
    if (!parsed.success) throw odd();
    return parsed.output;
  }

  /** SOAP at the version that takes the present token. Rejects with no-api where the org has none. */
  async function soapNow(): Promise<typeof soap> {
    if (!isJwt(connection.accessToken ?? '')) return soap;
    const known = await data(VersionsSchema, () => connection.requestGet('/services/data/'));
    if (!known.some(({ version }) => Number(version) >= Number(JWT_VERSION))) throw problem('no-api', NO_JWT);
    return new JwtSoapApi(connection);
  }

  return {
    host: access.host,
    /** What the org last said of its calls in 24 hours. */
    usage: () => transport.usage,
    /** The org's clock, as its last answer told it. */
    time: () => transport.clock.told(),
    /** How many calls that make something went out so that the browser may have sent them twice. */
    plain: () => transport.plain,

    /** Whose token it is. */
    userInfo: () =>
      data(UserInfoSchema, () => connection.requestGet(`https://${access.host}/services/oauth2/userinfo`)),

    /** The same over SOAP, which answers a browser's session where the identity service does not. */
    async soapUserInfo(): Promise<v.InferOutput<typeof SoapUserSchema>> {
      const by = await soapNow();
      return data(SoapUserSchema, () => by.getUserInfo());
    },

    /** An object that can't be one is not asked for: its name is a part of the address. */
    describe: (object: string) =>
      data(DescribeSchema, async () => {
        if (!isName(object)) throw problem('gone', 'That is no name of an object in Salesforce.');
        return connection.describe(object);
      }),

    /** The values of a field that a record type offers. */
    picklist: (object: string, recordType: string, field: string) =>
      data(PicklistSchema, () =>
        connection.requestGet(
          `${BASE}/ui-api/object-info/${[object, 'picklist-values', recordType, field].map(encodeURIComponent).join('/')}`,
        ),
      ),

    /** The first page of a query: every query of ours has a limit below a page, or goes on by itself (look-up.ts). */
    query: (soql: string) => data(QuerySchema, () => connection.requestGet(queryUrl(soql))),

    /** The same, with what lies in the recycle bin. */
    queryAll: (soql: string) => data(QuerySchema, () => connection.requestGet(queryAllUrl(soql))),

    /** Several calls as one. `allOrNone`: what one of them fails is undone in all; repeated once where a row was locked. */
    async composite(
      calls: CompositePart[],
      allOrNone: boolean,
      headers: Record<string, string> = {},
    ): Promise<CompositeAnswer> {
      const acts = calls.some(({ method }) => method !== 'GET');
      const request = () =>
        connection.request({
          method: 'POST',
          url: `${BASE}/composite`,
          body: JSON.stringify(compositeBody(calls, allOrNone)),
          headers: { 'content-type': 'application/json', ...headers },
        });
      const send = async () => compositeAnswer(await signedIn(request, acts), calls);
      const answer = await send();
      const locked = allOrNone && answer.failed && codeOf(answer.failed) === 'UNABLE_TO_LOCK_ROW';
      if (!locked) return answer;
      await parts.sleep(700 + parts.random() * 300);
      return send();
    },

    /** Converts a lead. Can't be undone. */
    async convert(request: ConvertRequest): Promise<ConvertResult> {
      const by = await soapNow();
      // jsforce trips over XML that is not sound, and takes an empty answer for a refusal without a reason. The lead may
      // be converted all the same, so that is looked up.
      const convert = () =>
        by.convertLead(request).catch((error: unknown) => {
          throw error instanceof ProblemError ? error : odd();
        });
      const answer = await data(ConvertResultSchema, convert, true);
      if (!answer.success && answer.errors.length === 0) throw odd();
      return answer;
    },
  };
}
