// How each CRM can be signed in to, as pages may know it.
import type { Crm, SignInWay } from '@/lib/crm/crm';
import type { CrmWays, Way } from '@/lib/messages';
import type { Ask } from '@/lib/reach';
import { accountOf } from './asking';
import type { SignInBrowser } from './browser';
import type { Policy } from './policy';

type Needs = { crms: readonly Crm[]; browser: Pick<SignInBrowser, 'redirect' | 'pages'>; policy: Policy };

/** Every CRM with its ways, in the order in which it offers them. */
export function createWays({ crms, browser, policy }: Needs): () => Promise<CrmWays[]> {
  async function told(crm: Crm, way: SignInWay): Promise<Way> {
    const { label, help } = way;
    switch (way.kind) {
      case 'key':
        return { kind: 'key', label, help, guide: way.guide ?? null };
      case 'oauth': {
        const given = await policy(crm.id);
        const fields = way.fields.map((field) => ({ ...field, given: given[field.id] ?? null }));
        const redirect = browser.redirect();
        return {
          kind: 'oauth',
          label,
          help,
          guide: way.guide ?? null,
          fields,
          reach: way.reach ?? null,
          redirect,
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

  return () =>
    Promise.all(
      crms.map(async (crm) => ({
        crm: crm.id,
        crmName: crm.name,
        ways: await Promise.all(crm.ways.map((way) => told(crm, way))),
      })),
    );
}
