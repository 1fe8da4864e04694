// docs/definitions.md says what the built-in playbooks say now.
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { defaultPlaybook } from '@/lib/playbook/builtin/default';
import { definitionsPage } from './definitions-page';

it('docs/definitions.md is up to date (npx vitest -u tests/unit/docs writes it anew)', async () => {
  const page = resolve(import.meta.dirname, '../../../docs/definitions.md');
  await expect(definitionsPage([defaultPlaybook])).toMatchFileSnapshot(page);
});
