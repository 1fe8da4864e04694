// Imports go one way: the pure core knows nobody, only background code holds keys, pages ask it, and nothing runs in a circle.
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { circles, wrongImports } from './directions.ts';
import { isSource, read, repositoryFiles } from './files.ts';
import { importsOf } from './imports.ts';

const product = repositoryFiles().filter(
  (path) => isSource(path) && /^(lib|components|entrypoints)\//.test(path),
);

/** The file of ours that an import without an ending means; null for styles. */
const files = new Map(product.map((path) => [path.replace(/\.tsx?$/, '').replace(/\/index$/, ''), path]));
const imported = new Map(
  product.map((path) => [
    path,
    importsOf(path, read(path)).flatMap(({ target, ours }) => (ours ? (files.get(target) ?? []) : [])),
  ]),
);

describe('import directions', () => {
  it('hold in every file of the product', () => {
    expect(product.length).toBeGreaterThan(20);
    expect(product.flatMap((path) => wrongImports(path, read(path)))).toEqual([]);
  });

  it.each([
    ['lib/playbook/evaluate.ts', "import { draft } from '../qualification/answers/draft';"],
    ['lib/util/text.ts', "import { isRecord } from '../record/record';"],
    ['lib/qualification/evidence/earlier.ts', "import { plan } from '../plan/plan';"],
    ['lib/background/storage/rows.ts', "import { outbox } from '../outbox/outbox';"],
    ['lib/playbook/evaluate.ts', "import { browser } from 'wxt/browser';"],
    ['lib/qualification/plan/plan.ts', "export { crms } from '@/lib/crm/registry';"],
    ['lib/qualification/plan/plan.ts', "import type { Crm } from '@/lib/crm/shared/crm';"],
    ['lib/crm/hubspot/read/read.ts', "const m = await import('@/lib/protocol/messages');"],
    ['lib/crm/glance.ts', "import { RecordRefSchema } from '../record/record';"],
    ['components/sidebar/Review.tsx', "import { crmById } from '@/lib/crm/registry';"],
    ['components/sidebar/Review.tsx', "import { keys } from '@/lib/background/connections/keys';"],
    ['components/sidebar/Review.tsx', "import { Mapping } from '../console/Mapping';"],
    ['components/sidebar/Review.tsx', "type Db = import('@/lib/background/storage/database').Db;"],
    ['entrypoints/crm.content.ts', "import { useState } from 'react';"],
    ['lib/background/outbox/deliver.ts', "import { seed } from '../../../tests/sandbox/seed';"],
    ['lib/newcomer/thing.ts', ''],
  ])('are broken by %s with: %s', (path, text) => {
    expect(wrongImports(path, text)).toHaveLength(1);
  });

  it('let types through where values may not go', () => {
    const path = 'components/sidebar/Review.tsx';
    expect(wrongImports(path, "import type { Member } from '@/lib/crm/shared/crm';")).toEqual([]);
    expect(wrongImports(path, "import { type Member } from '@/lib/crm/shared/crm';")).toEqual([]);
    expect(wrongImports(path, "import { Member } from '@/lib/crm/shared/crm';")).toHaveLength(1);
  });

  it('run in no circle, of files or of folders', () => {
    expect(circles(imported)).toEqual([]);
    const folders = new Map<string, string[]>();
    for (const [path, targets] of imported) {
      const folder = posix.dirname(path);
      const others = targets.map(posix.dirname).filter((other) => other !== folder);
      folders.set(folder, [...(folders.get(folder) ?? []), ...others]);
    }
    expect(circles(folders)).toEqual([]);
  });

  it('a circle is told once, with all that are in it', () => {
    const imports = new Map([
      ['a', ['b']],
      ['b', ['c', 'd']],
      ['c', ['a']],
      ['d', []],
    ]);
    expect(circles(imports)).toEqual(['a > b > c']);
  });

  it('begin in folders: no file lies loose in lib', () => {
    expect(product.filter((path) => posix.dirname(path) === 'lib')).toEqual([]);
  });
});
