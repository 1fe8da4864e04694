// Imports go one way: the pure core knows nobody, only background code holds keys, pages ask it.
import { describe, expect, it } from 'vitest';
import { wrongImports } from './directions.ts';
import { isSource, read, repositoryFiles } from './files.ts';

const product = repositoryFiles().filter(
  (path) => isSource(path) && /^(lib|components|entrypoints)\//.test(path),
);

describe('import directions', () => {
  it('hold in every file of the product', () => {
    expect(product.length).toBeGreaterThan(20);
    expect(product.flatMap((path) => wrongImports(path, read(path)))).toEqual([]);
  });

  it.each([
    ['lib/playbook/evaluate.ts', "import { draft } from '../qualification/draft';"],
    ['lib/playbook/evaluate.ts', "import { browser } from 'wxt/browser';"],
    ['lib/qualification/plan/plan.ts', "export { crms } from '@/lib/crm/registry';"],
    ['lib/qualification/plan/plan.ts', "import type { Crm } from '@/lib/crm/shared/crm';"],
    ['lib/crm/hubspot/read/read.ts', "const m = await import('@/lib/protocol/messages');"],
    ['lib/crm/glance.ts', "import { RecordRefSchema } from '../qualification/record';"],
    ['components/sidebar/Review.tsx', "import { crmById } from '@/lib/crm/registry';"],
    ['components/sidebar/Review.tsx', "import { keys } from '@/lib/connections/keys';"],
    ['components/sidebar/Review.tsx', "import { Mapping } from '../console/Mapping';"],
    ['components/sidebar/Review.tsx', "type Db = import('@/lib/background/storage/database').Db;"],
    ['entrypoints/crm.content.ts', "import { useState } from 'react';"],
    ['lib/background/outbox/deliver.ts', "import { seed } from '../../tests/sandbox/seed';"],
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
});
