// What one session knows of its portal: whose key it is, how it is set up, where its pages are.

import type { Keep } from '@/lib/crm/shared/crm';
import { remember, rememberBy } from '@/lib/crm/shared/remember';
import { report, reported } from '@/lib/diagnostics/report';
import type { RecordRef } from '@/lib/record/record';
import type { Client } from '../client/client';
import { isProblem, problem } from '../client/problems';
import type { HubSpotAccount } from '../client/shapes';
import { recordAddress } from '../page/address';
import { HUBSPOT } from '../page/locate';
import { createOurs } from './ours';

const MINUTE = 60_000;

/** The address of a record's page. */
export type Page = (ref: RecordRef) => string;

/** `from`: who said whose the key is; of a `page` it is taken on trust. */
export type Details = HubSpotAccount & { from: 'account' | 'key' | 'page' };

const UNTOLD =
  'HubSpot does not say which portal this key belongs to. Open a page of that portal in this browser, and try again.';

export type Portal = ReturnType<typeof createPortal>;

/**
 * `account` is the portal that the key was connected for; null where that is not known yet. `page`: that of a page that is
 * open, for where HubSpot doesn't say whose the key is.
 */
export function createPortal(
  client: Client,
  account: string | null,
  now: () => Date,
  keep?: Keep,
  page: string | null = null,
) {
  /** The scopes of the key and its portal; null for a key of which HubSpot doesn't list them. */
  const listed = remember(
    () =>
      client.tokenInfo().catch((error: unknown) => {
        // Whatever it says of a key that is no private app's, it is no word on the key itself.
        if (isProblem(error, 'offline', 'timeout', 'busy', 'crm-down')) throw error;
        report(error, 'hubspot.portal');
        return null;
      }),
    10 * MINUTE,
    now,
  );

  /**
   * Account info wants the scope `oauth` (accountInfo.json), which a key may lack. Then the key's own entry tells the portal;
   * where that is refused too, the portal that was connected stands, or that of the page.
   */
  async function ask(): Promise<Details> {
    try {
      return { ...(await client.account()), from: 'account' };
    } catch (error) {
      if (!isProblem(error, 'missing-scope', 'forbidden')) throw error;
      report(error, 'hubspot.portal');
      const found = await listed().catch(reported('hubspot.portal', null));
      if (found) return { portalId: found.hubId, from: 'key' };
      const portalId = account ?? page;
      if (portalId === null) throw problem('forbidden', UNTOLD, {}, error);
      return { portalId, from: 'page' };
    }
  }
  const details = remember(ask, 10 * MINUTE, now);
  const property = rememberBy(
    (key) => {
      const [object = '', name = ''] = key.split('/');
      return client.property(object, name);
    },
    2 * MINUTE,
    now,
  );

  /** Rejects with wrong-account where a record of another portal is asked for. Sends nothing if that is known. */
  async function hold(ref: RecordRef): Promise<void> {
    if (account !== null && ref.account !== account) throw wrongAccount(ref.account, account);
    const { portalId } = await details();
    if (ref.account !== portalId) throw wrongAccount(ref.account, portalId);
  }

  return {
    client,
    now,
    details,
    /** One read that is answered only while the key is good: a refusal for its rights is an answer too. */
    async ping(): Promise<void> {
      await client.account().catch((error: unknown) => {
        if (!isProblem(error, 'missing-scope', 'forbidden')) throw error;
        report(error, 'hubspot.portal');
      });
    },
    /** The scopes that HubSpot lists for the key; null where it doesn't. */
    scopes: async (): Promise<readonly string[] | null> => (await listed())?.scopes ?? null,
    hold,
    /** Which keys are ours: it learns from what this one has written. */
    ours: createOurs(keep),
    property: (object: string, name: string) => property(`${object}/${name}`),
    pipelines: rememberBy((object) => client.pipelines(object), 2 * MINUTE, now),
    mayWrite: rememberBy((object) => client.tryWrite(object), 5 * MINUTE, now),

    ref: (of: RecordRef, object: string, id: string): RecordRef => ({
      crm: HUBSPOT,
      account: of.account,
      object,
      id,
    }),

    /** The portal's own currency; null where it isn't told. Never rejects. */
    async currency(): Promise<string | null> {
      const { companyCurrency } = await details().catch(
        reported('hubspot.portal', { companyCurrency: null }),
      );
      return companyCurrency ?? null;
    },

    /** The portal's time zone. A key is nobody's, so that no user's own is known. Never rejects. */
    async zone(): Promise<string | undefined> {
      const { timeZone } = await details().catch(reported('hubspot.portal', { timeZone: null }));
      return timeZone ?? undefined;
    },

    /** Makes the addresses of records' pages, on the host that the portal's own people use. */
    async pages(): Promise<Page> {
      const { uiDomain } = await details().catch(reported('hubspot.portal', { uiDomain: null }));
      const host = uiDomain && /^app(-[a-z0-9]+)?\.hubspot\.com$/.test(uiDomain) ? uiDomain : undefined;
      return (ref) => recordAddress(ref, host);
    },
  };
}

function wrongAccount(page: string, key: string) {
  return problem('wrong-account', `The page belongs to portal ${page}, the key to portal ${key}.`, {
    accounts: { page, key },
  });
}
