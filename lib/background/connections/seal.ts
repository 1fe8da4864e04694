// Wraps what opens an account before it is kept: a row of the database holds no plain key. Runs in the background only.
import type { Database } from '@/lib/background/storage/database';
import type { Sealed } from '@/lib/background/storage/rows';
import { report } from '@/lib/diagnostics/report';

export type Seal = {
  /** Wraps a value that JSON can hold, for one row. */
  wrap(value: unknown, owner: string): Promise<Sealed>;
  /** null where it can't be opened: the key is lost, the row is damaged or another one's. */
  unwrap(sealed: Sealed, owner: string): Promise<unknown>;
};

const KEY = 'credentials';
const ALGORITHM = { name: 'AES-GCM', length: 256 } as const;
const IV_BYTES = 12;

const bytesOf = (text: string) => new TextEncoder().encode(text);
const toBase64 = (bytes: Uint8Array) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
const fromBase64 = (text: string) => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));

/**
 * The key is made once, never leaves the browser's own code (not extractable), and goes with the database. It keeps
 * keys out of whatever reads rows: a page of ours, an export, a look into the database. It does not protect the disk: the
 * browser keeps the key's bytes in the same files, and script of our own origin could have it unwrap.
 */
export function createSeal(database: Database): Seal {
  async function key(): Promise<CryptoKey> {
    const kept = await database((db) => db.get('vault', KEY));
    if (kept) return kept;
    const made = await crypto.subtle.generateKey(ALGORITHM, false, ['encrypt', 'decrypt']);
    return database(async (db) => {
      const work = db.transaction('vault', 'readwrite', { durability: 'strict' });
      // Another worker may have made one meanwhile: the first counts, or what it has wrapped is lost.
      const first = await work.store.get(KEY);
      if (!first) await work.store.put(made, KEY);
      await work.done;
      return first ?? made;
    });
  }

  return {
    async wrap(value, owner) {
      const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
      const how = { name: ALGORITHM.name, iv, additionalData: bytesOf(owner) };
      const data = await crypto.subtle.encrypt(how, await key(), bytesOf(JSON.stringify(value)));
      return { iv: toBase64(iv), data: toBase64(new Uint8Array(data)) };
    },
    async unwrap(sealed, owner) {
      const kept = await database((db) => db.get('vault', KEY));
      if (!kept) return null;
      try {
        const how = { name: ALGORITHM.name, iv: fromBase64(sealed.iv), additionalData: bytesOf(owner) };
        const plain = await crypto.subtle.decrypt(how, kept, fromBase64(sealed.data));
        return JSON.parse(new TextDecoder().decode(plain));
      } catch (error) {
        report(error, 'connections.unwrap');
        return null;
      }
    },
  };
}
