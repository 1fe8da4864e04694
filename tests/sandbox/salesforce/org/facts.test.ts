// The table of what jsforce's own tests ask names only files of ours that are there.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { asked } from './facts';

test('every fact has a test here, or a reason', () => {
  const missing = asked.flatMap((fact) =>
    'by' in fact && !existsSync(resolve(import.meta.dirname, fact.by)) ? [fact.by] : [],
  );
  expect(missing).toEqual([]);
  expect(asked.filter((fact) => 'why' in fact && fact.why === '')).toEqual([]);
});
