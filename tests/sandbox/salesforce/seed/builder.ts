// Puts seeded records into an org, with ids that stay the same for the same seed.
import { instances } from '../hosts';
import { makeId } from '../ids';
import type { ObjectName, SfRecord, Values } from '../model';
import { objectNames } from '../model';
import { derived } from '../rules/derive';
import { objectOf } from '../schema/objects';
import { defaultSettings } from '../settings';
import type { OrgState, Store } from '../store';
import type { World } from '../world';

/** The nth id of an object: none of one object is that of another, nor of another org. */
export function nthId(org: OrgState, type: ObjectName, nth: number): string {
  const first = 3_000_000 + objectNames.indexOf(type) * 50_000_000;
  return makeId(objectOf(type).prefix, instances[org.info.name], first + nth * 7);
}

const seconds = (iso: string) => new Date(Math.floor(Date.parse(iso) / 1000) * 1000).toISOString();

export class Builder {
  /** Who is said to have made what follows. */
  author = '';

  constructor(
    readonly store: Store,
    readonly org: OrgState,
    readonly now: Date,
  ) {}

  /** Adds a record made at a time (ISO); texts are cut to what their field takes. */
  add(
    type: ObjectName,
    values: Values,
    at: string,
    id = nthId(this.org, type, this.org.count(type)),
  ): SfRecord {
    const object = objectOf(type);
    const time = seconds(at < this.now.toISOString() ? at : this.now.toISOString());
    const usual: Values = Object.fromEntries(object.fields.map((field) => [field.name, field.usual]));
    const stamps: Values = {
      CreatedById: this.author,
      CreatedDate: time,
      LastModifiedById: this.author,
      LastModifiedDate: time,
      SystemModstamp: time,
    };
    const own = Object.fromEntries(Object.entries(stamps).filter(([name]) => name in usual));
    const whole = { ...usual, ...own, ...this.#cut(type, values), Id: id };
    return this.put({ org: this.org.info.name, type, id, deleted: false, values: this.#derive(type, whole) });
  }

  /** Later values of a record; it was changed at that time. */
  set(record: SfRecord, values: Values, at?: string): SfRecord {
    const now = this.org.find(record.type, record.id) ?? record;
    const stamps: Values = at ? { LastModifiedDate: seconds(at), SystemModstamp: seconds(at) } : {};
    return this.put({
      ...now,
      values: this.#derive(record.type, { ...now.values, ...this.#cut(record.type, values), ...stamps }),
    });
  }

  put(record: SfRecord): SfRecord {
    this.store.load([{ kind: 'record', record }]);
    return record;
  }

  ago(days: number): string {
    return new Date(this.now.getTime() - days * 86_400_000).toISOString();
  }

  #derive(type: ObjectName, values: Values): Values {
    const settings = { acme: defaultSettings(), uat: defaultSettings() };
    const world: World = {
      store: this.store,
      settings,
      clock: () => this.now,
      newId: (_, of) => nthId(this.org, of, this.org.count(of)),
    };
    return derived({ world, org: this.org, settings: settings.acme, user: this.author }, type, values, null);
  }

  #cut(type: ObjectName, values: Values): Values {
    const lengths = new Map(objectOf(type).fields.map((field) => [field.name, field.length]));
    return Object.fromEntries(
      Object.entries(values).map(([name, value]) => {
        const most = lengths.get(name);
        if (most === undefined) throw new Error(`${type} has no field ${name}.`);
        return [name, typeof value === 'string' && most > 0 ? value.slice(0, most) || null : value];
      }),
    );
  }
}
