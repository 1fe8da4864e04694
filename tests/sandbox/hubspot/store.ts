// The sandbox's state. It changes only through commit, one line of the journal each.
import type { Change } from './change';
import type {
  CrmRecord,
  End,
  Link,
  Owner,
  Pipeline,
  PortalInfo,
  PropertyDefinition,
  TypeName,
} from './model';
import { typeNames } from './model';

const endKey = (end: End) => `${end.type}/${end.id}`;

/** What belongs to one portal. Read it freely; change it only through Store.commit. */
export class PortalState {
  readonly records = new Map<TypeName, Map<string, CrmRecord>>(typeNames.map((type) => [type, new Map()]));
  readonly properties = new Map<TypeName, Map<string, PropertyDefinition>>(
    typeNames.map((type) => [type, new Map()]),
  );
  readonly links = new Map<string, Link[]>();
  readonly #highest = new Map<TypeName, bigint>();

  constructor(
    readonly info: PortalInfo,
    readonly owners: Owner[],
    readonly pipelines: Partial<Record<TypeName, Pipeline[]>>,
  ) {}

  all(type: TypeName): CrmRecord[] {
    return [...(this.records.get(type)?.values() ?? [])];
  }

  /** A record by its id, following merges to the survivor; archived ones too. */
  find(type: TypeName, id: string): CrmRecord | null {
    const record = this.records.get(type)?.get(id) ?? null;
    return record?.mergedInto ? this.find(type, record.mergedInto) : record;
  }

  property(type: TypeName, name: string): PropertyDefinition | null {
    return this.properties.get(type)?.get(name) ?? null;
  }

  linksOf(end: End, to?: TypeName): Link[] {
    const links = this.links.get(endKey(end)) ?? [];
    return to ? links.filter((link) => link.to.type === to) : links;
  }

  /** The records of a type that one is linked to, without archived ones, each once. */
  linked(end: End, to: TypeName): CrmRecord[] {
    const ids = new Set(this.linksOf(end, to).map((link) => link.to.id));
    return [...ids].flatMap((id) => {
      const record = this.find(to, id);
      return record && !record.archivedAt ? [record] : [];
    });
  }

  nextId(type: TypeName): string {
    const next = (this.#highest.get(type) ?? 0n) + 1n;
    this.#highest.set(type, next);
    return String(next);
  }

  apply(change: Change) {
    if (change.kind === 'record') {
      const { record } = change;
      this.records.get(record.type)?.set(record.id, record);
      const id = BigInt(record.id);
      if (id > (this.#highest.get(record.type) ?? 0n)) this.#highest.set(record.type, id);
    } else if (change.kind === 'property') {
      this.properties.get(change.type)?.set(change.definition.name, change.definition);
    } else {
      this.#relink(change.kind, change.link);
    }
  }

  #relink(kind: 'link' | 'unlink', link: Link) {
    const same = (other: Link) =>
      other.typeId === link.typeId && other.to.type === link.to.type && other.to.id === link.to.id;
    const others = this.linksOf(link.from).filter((other) => !same(other));
    this.links.set(endKey(link.from), kind === 'link' ? [...others, link] : others);
  }
}

/** All portals. `onCommit` is how changes reach the journal and open pages. */
export class Store {
  readonly portals = new Map<string, PortalState>();
  readonly #listeners = new Set<(changes: Change[]) => void>();

  portal(id: string): PortalState {
    const portal = this.portals.get(id);
    if (!portal) throw new Error(`The sandbox has no portal ${id}.`);
    return portal;
  }

  /** Applies changes without telling anyone: for the seed and for the replay of a journal. */
  load(changes: Change[]) {
    for (const change of changes) this.portal(portalOf(change)).apply(change);
  }

  /** Applies changes as one: all of them reach the journal in one line. */
  commit(changes: Change[]) {
    if (changes.length === 0) return;
    this.load(changes);
    for (const listener of this.#listeners) listener(changes);
  }

  onCommit(listener: (changes: Change[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

export function portalOf(change: Change): string {
  if (change.kind === 'record') return change.record.portal;
  return change.kind === 'property' ? change.portal : change.link.portal;
}
