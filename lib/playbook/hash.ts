// The fingerprint of a playbook's content: two documents with the same content have the same one.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Playbook } from './schema';

/** JSON with the keys of every object in order, so that the order in which someone wrote them doesn't matter. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`).join(',')}}`;
}

/** The first 16 hex characters of the SHA-256 of the playbook's canonical JSON. */
export function hashPlaybook(playbook: Playbook): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(playbook)))).slice(0, 16);
}
