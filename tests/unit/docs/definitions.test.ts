// docs/definitions.md and its pages say what the built-in playbooks say now.
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { builtins } from '@/lib/playbook/builtin';
import { sharedCriteria } from '@/lib/playbook/builtin/criteria';
import { definitionsIndex } from './definitions-index';
import { chapter } from './definitions-page';

const docs = resolve(import.meta.dirname, '../../../docs');

it('docs/definitions.md is up to date (npx vitest -u --project unit tests/unit/docs writes it anew)', async () => {
  await expect(definitionsIndex(builtins, sharedCriteria)).toMatchFileSnapshot(`${docs}/definitions.md`);
});

it.each(builtins.map((playbook) => [playbook.id, playbook] as const))(
  'docs/definitions/%s.md is up to date',
  async (id, playbook) => {
    await expect(chapter(playbook)).toMatchFileSnapshot(`${docs}/definitions/${id}.md`);
  },
);

it('docs/definitions has a page for each built-in playbook, and no other', () => {
  const pages = builtins.map(({ id }) => `${id}.md`).sort();
  expect(readdirSync(`${docs}/definitions`).sort()).toEqual(pages);
});
