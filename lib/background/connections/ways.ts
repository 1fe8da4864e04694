// How each CRM can be signed in to, as pages may know it.
import type { Crm, SignInWay } from '@/lib/crm/shared/crm';
import type { Ask } from '@/lib/crm/shared/host-permissions';
import type { CrmWays, Way } from '@/lib/protocol/messages';
import { own } from '@/lib/util/object';
import { accountOf } from './asking';
import type { SignInBrowser } from './browser';
import type { Policy } from './policy';

type Needs = {
  crms: readonly Crm[];
  browser: Pick<SignInBrowser, 'redirect' | 'pages'>;
  policy: Policy;
  /** Resolves when the ways have waited long enough for the policy. */
  enough?: () => Promise<void>;
};

/** As long as nobody notices. A browser that has just started reads its policies for one to three seconds first. */
const ENOUGH_MS = 150;
const briefly = () => new Promise<void>((over) => setTimeout(over, ENOUGH_MS));

/**
 * Every CRM with its ways, in the order in which it offers them. Where the policy is not there at once, they are told
 * without it, as `unsettled`, and the next call waits for it. A sign-in takes the policy's word in any case.
 */
export function createWays({ crms, browser, policy, enough = briefly }: Needs): () => Promise<CrmWays[]> {
  let waited = false;

  /** null: not known yet. */
  async function given(crm: Crm): Promise<Record<string, string> | null> {
    if (waited) return policy(crm.id);
    return Promise.race([policy(crm.id), enough().then(() => null)]);
  }

  async function told(crm: Crm, way: SignInWay): Promise<Way> {
    const { label, help } = way;
    switch (way.kind) {
      case 'key':
        return { kind: 'key', label, help, guide: way.guide ?? null };
      case 'oauth': {
        const ruled = await given(crm);
        const fields = way.fields.map((field) => ({ ...field, given: own(ruled ?? {}, field.id) ?? null }));
        const redirect = browser.redirect();
        return {
          kind: 'oauth',
          label,
          help,
          guide: way.guide ?? null,
          fields,
          reach: way.reach ?? null,
          redirect,
          ...(ruled === null ? { unsettled: true as const } : {}),
        };
      }
      case 'session': {
        const pages = await browser.pages(crm.id);
        const usable = pages.filter((url) => !way.barred?.(url)).map((url) => accountOf(crm, url));
        const barred = pages
          .filter((url) => !usable.includes(accountOf(crm, url)))
          .map((url) => way.barred?.(url) ?? null);
        const ask: Ask = { permissions: ['cookies'], origins: [...way.origins] };
        return {
          kind: 'session',
          label,
          help,
          ask,
          accounts: [...new Set(usable)].filter((one) => one !== null),
          barred: [...new Set(barred)].filter((one) => one !== null),
        };
      }
    }
  }

  return async () => {
    const all = await Promise.all(
      crms.map(async (crm) => ({
        crm: crm.id,
        crmName: crm.name,
        ways: await Promise.all(crm.ways.map((way) => told(crm, way))),
      })),
    );
    waited = true;
    return all;
  };
}
