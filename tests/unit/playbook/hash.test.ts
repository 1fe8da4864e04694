// The hash: of the content, whatever the order of keys; and of nothing less.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultPlaybook } from '@/lib/playbook/builtin/default';
import { canonicalJson, hashPlaybook } from '@/lib/playbook/hash';
import { arbitraryPlaybook } from './arbitrary';

/** The same document with the keys of every object turned round. */
function turned<T>(value: T): T {
  return JSON.parse(JSON.stringify(value), (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).reverse())
      : inner,
  );
}

describe('the hash', () => {
  it('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(arbitraryPlaybook(), (playbook) => {
        expect(JSON.stringify(turned(playbook))).not.toBe(JSON.stringify(playbook));
        expect(hashPlaybook(turned(playbook))).toBe(hashPlaybook(playbook));
      }),
    );
  });

  it('is sixteen hex characters, the same for a copy, another for any change', () => {
    const hash = hashPlaybook(defaultPlaybook);
    expect(hash).toMatch(/^[0-9a-f]{16}$/);
    expect(hashPlaybook(structuredClone(defaultPlaybook))).toBe(hash);
    expect(hashPlaybook({ ...defaultPlaybook, description: `${defaultPlaybook.description} ` })).not.toBe(
      hash,
    );
    expect(hashPlaybook({ ...defaultPlaybook, stages: defaultPlaybook.stages.toReversed() })).not.toBe(hash);
  });

  it('writes JSON that reads back as the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
    expect(canonicalJson({ b: [1, { d: null, c: 'ü' }], a: undefined })).toBe('{"b":[1,{"c":"ü","d":null}]}');
  });

  it('is the SHA-256 of the canonical JSON, as anyone can compute it', async () => {
    const bytes = new TextEncoder().encode(canonicalJson(defaultPlaybook));
    const digest = Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex');
    expect(hashPlaybook(defaultPlaybook)).toBe(digest.slice(0, 16));
  });
});
