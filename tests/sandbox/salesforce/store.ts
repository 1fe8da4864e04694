// The sandbox orgs' state. It changes only through commit; what is attempted as one is kept or undone as one.
import type { Change, Grant } from './change';
import { to18 } from './ids';
import { type ObjectName, type OrgInfo, objectNames, type SfRecord } from './model';

/** What belongs to one org. Read it freely; change it only through Store.commit. */
export class OrgState {
  readonly records = new Map<ObjectName, Map<string, SfRecord>>(objectNames.map((type) => [type, new Map()]));

  constructor(readonly info: OrgInfo) {}

  /** Records that are not deleted. */
  all(type: ObjectName): SfRecord[] {
    return [...(this.records.get(type)?.values() ?? [])].filter((record) => !record.deleted);
  }

  /** A record by an id of 15 or 18 characters; deleted ones too. */
  find(type: ObjectName, id: string): SfRecord | null {
    return this.records.get(type)?.get(to18(id) ?? '') ?? null;
  }

  /** A record of any of these types. */
  findAny(types: readonly ObjectName[], id: string): SfRecord | null {
    for (const type of types) {
      const record = this.find(type, id);
      if (record) return record;
    }
    return null;
  }

  count(type: ObjectName): number {
    return this.records.get(type)?.size ?? 0;
  }
}

type Attempt = { changes: Change[]; undo: (() => void)[] };

export class Store {
  readonly orgs = new Map<string, OrgState>();
  readonly grants = new Map<string, Grant>();
  readonly #listeners = new Set<(changes: Change[]) => void>();
  readonly #attempts: Attempt[] = [];

  org(name: string): OrgState {
    const org = this.orgs.get(name);
    if (!org) throw new Error(`The sandbox has no org ${name}.`);
    return org;
  }

  /** Applies changes without telling anyone: for the seed and for the replay of a journal. */
  load(changes: Change[]) {
    for (const change of changes) this.#apply(change);
  }

  commit(changes: Change[]) {
    const undo = changes.map((change) => this.#apply(change));
    const attempt = this.#attempts.at(-1);
    if (attempt) {
      attempt.changes.push(...changes);
      attempt.undo.push(...undo);
    } else if (changes.length > 0) {
      for (const listener of this.#listeners) listener(changes);
    }
  }

  /** Does all of the work or none: undone where it throws, or where `keep` says no to its result. */
  attempt<T>(work: () => T, keep: (result: T) => boolean = () => true): T {
    const attempt: Attempt = { changes: [], undo: [] };
    this.#attempts.push(attempt);
    let kept = false;
    try {
      const result = work();
      kept = keep(result);
      return result;
    } finally {
      this.#attempts.pop();
      if (!kept) for (const undo of attempt.undo.reverse()) undo();
      else this.#keep(attempt);
    }
  }

  onCommit(listener: (changes: Change[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #keep({ changes, undo }: Attempt) {
    const outer = this.#attempts.at(-1);
    if (outer) {
      outer.changes.push(...changes);
      outer.undo.push(...undo);
    } else if (changes.length > 0) {
      for (const listener of this.#listeners) listener(changes);
    }
  }

  /** The answer undoes it. */
  #apply(change: Change): () => void {
    if (change.kind === 'grant') return put(this.grants, change.grant.id, change.grant);
    const { record } = change;
    const records = this.org(record.org).records.get(record.type);
    return records ? put(records, record.id, record) : () => {};
  }
}

function put<T>(map: Map<string, T>, key: string, value: T): () => void {
  const before = map.get(key);
  map.set(key, value);
  return () => {
    if (before === undefined) map.delete(key);
    else map.set(key, before);
  };
}
