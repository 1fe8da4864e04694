// Which scopes each kind of call wants, as HubSpot's documents have it (`security`); scopes.test.ts compares the two.
import type { TypeName } from './model';

export type Access = 'read' | 'write';

/** The family of scopes that guards a type; engagements are guarded by that of contacts. */
const FAMILY: Readonly<Record<TypeName, string>> = {
  ...{ contacts: 'contacts', companies: 'companies', deals: 'deals', leads: 'leads' },
  ...{ notes: 'contacts', tasks: 'contacts', calls: 'contacts', meetings: 'contacts' },
  ...{ emails: 'contacts', communications: 'contacts' },
};

/** What every call on records of a type wants: all of it. */
export const objectScopes = (type: TypeName, access: Access): string[] => [
  `crm.objects.${FAMILY[type]}.${access}`,
  ...(type === 'emails' ? ['sales-email-read'] : []),
];

export const OWNERS = 'crm.objects.owners.read';
export const ACCOUNT = 'oauth';

/** Held to the documents, operation by operation. */
export const EXACT = ['objects', 'owners', 'account-info'] as const;

/**
 * Where the documents take any one of a long list of scopes, of every kind of record there is: HubSpot asks for that of
 * the record's own type, and so does the sandbox.
 */
export const STRICTER = ['properties', 'pipelines', 'associations'] as const;

/** In no document at hand: open to whoever has the key. */
export const UNDOCUMENTED = ['/oauth/v2/private-apps/get/access-token-info'] as const;
