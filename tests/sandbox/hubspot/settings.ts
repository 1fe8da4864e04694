// How this HubSpot behaves where real ones differ or where a test wants a bad day.
import type { TypeName } from './model';

export type Settings = {
  /**
   * A lifecycle stage earlier in display order than the present one: 'allowed' sets it, 'ignored' answers 200
   * and changes nothing, 'error' answers 400. In each of them a contact whose stage was cleared first takes any
   * stage, because nothing is left that the new one could be earlier than.
   */
  lifecycleBackward: 'allowed' | 'ignored' | 'error';
  /** Setting the lifecycle stage to ''. Where it is not 'allowed', the clear-then-set way is shut too. */
  lifecycleClear: 'allowed' | 'ignored' | 'error';
  /** Demanded when a record is made or changed: empty after the write means 400 MISSING_REQUIRED_PROPERTY. */
  required: { type: TypeName; property: string; on: 'create' | 'update' | 'both' }[];
  /** Demanded once another property has a value: 400 MISSING_CONDITIONAL_REQUIRED_PROPERTY. */
  conditional: { type: TypeName; when: { property: string; value: string }; require: string[] }[];
  /** How long the search index runs behind writes. */
  searchLagMs: number;
  /** A new deal moves its contacts to opportunity, as a portal may be set to. */
  dealMovesContact: boolean;
  /** The rolling allowance of a key. */
  rateLimit: { max: number; intervalMs: number };
  /** The allowance of search, for a whole portal. */
  searchesPerSecond: number;
  /** How many ids one page of associations holds. */
  associationPage: number;
  /**
   * Whether a merge gives a new id, to which both old ones lead (HubSpot's changelog, "Updated merge functionality for
   * contacts and companies"), or the first one keeps its own, as before that.
   */
  mergeMakesNew: boolean;
  /**
   * What becomes of a change, and of a link, that names a record by an id that was merged away. The changelog tells of
   * reading alone: it may be carried out on the record that was kept, or be refused as not found; a link may also be left
   * out without a word, or name the old id for good.
   */
  mergedWrites: 'kept' | 'refused';
  mergedLinks: 'kept' | 'refused' | 'dropped' | 'old';
  /**
   * Records that a batch can't read just now, and whose associations it can't: it answers with the rest and names them
   * beside it, with a 207 or, as the documents have it, with a plain 200. `silently`: it does not name them.
   */
  unreadable: { ids: string[]; category: string; status: 200 | 207; silently?: boolean };
  /**
   * Whether a record that is read with what it is associated with wants the scopes of those too: of none, of emails (sources
   * disagree), or of all. `refusedAssociations`: types that are refused whatever the key may do.
   */
  associationsDemand: 'nothing' | 'emails' | 'all';
  refusedAssociations: TypeName[];
  /** The scopes that a refusal names: those that are missing, as people report now and then others, or none. */
  scopeNames: 'right' | 'wrong' | 'none';
  /** HubSpot lists a private app's scopes to whoever has its token; of a service key it does not, as far as is known. */
  listsScopes: boolean;
  /** A contact is read without what it is associated with, as where it has nothing. */
  associationsLeftOut: boolean;
};

export const defaultSettings = (): Settings => ({
  lifecycleBackward: 'ignored',
  lifecycleClear: 'allowed',
  required: [],
  conditional: [],
  searchLagMs: 0,
  dealMovesContact: false,
  rateLimit: { max: 190, intervalMs: 10_000 },
  searchesPerSecond: 5,
  associationPage: 500,
  mergeMakesNew: true,
  mergedWrites: 'kept',
  mergedLinks: 'kept',
  unreadable: { ids: [], category: 'INTERNAL_ERROR', status: 207 },
  associationsDemand: 'nothing',
  refusedAssociations: [],
  scopeNames: 'right',
  listsScopes: true,
  associationsLeftOut: false,
});
