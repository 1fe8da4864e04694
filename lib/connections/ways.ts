// How each CRM can be signed in to, as pages may know it.
import type { Crm, SignInWay } from '@/lib/crm/crm';
import type { CrmWays, Way } from '@/lib/messages';
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
        return { kind: 'oauth', label, help, guide: way.guide ?? null, fields, redirect: browser.redirect() };
      }
      case 'session': {
        const accounts = (await browser.pages(crm.id)).map((url) => accountOf(crm, url));
        const ask = { permissions: ['cookies'] as ['cookies'], origins: [...way.origins] };
        return {
          kind: 'session',
          label,
          help,
          ask,
          accounts: [...new Set(accounts)].filter((one) => one !== null),
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
