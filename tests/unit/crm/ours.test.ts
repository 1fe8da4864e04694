// Which apps of HubSpot's are called ours: by the exact name that the set-up asks for, and no name that only begins like it.
import { expect, it } from 'vitest';
import { createOurs } from '@/lib/crm/hubspot/setup/ours';

const wrote = async (name: string, type = 'INTEGRATION') =>
  (await createOurs().known()).wrote({ type, id: '77', name });

it.each(['Stagecheck', 'stagecheck', 'Stagecheck EMEA', 'Stagecheck  Ann Lee', 'Stagecheck (Ann Lee)'])(
  'is ours: %s',
  async (name) => expect(await wrote(name)).toBe(true),
);

it.each([
  ...[
    'stagecheck-exports by somebody else',
    'Stagecheck2',
    'Stagecheck: sync',
    'Stagecheck.io',
    'Stagecheck’s',
  ],
  ...['My Stagecheck', 'Stagecheck\u200b', 'Stagecheck\u200bEMEA', 'Stagecheck_EMEA', 'Stagecheck\u2028', ''],
  ...[
    'Stagecheck ',
    'Stagecheck\nEMEA',
    'Stagecheck\u00a0EMEA',
    'Ѕtagecheck',
    'ſtagecheck',
    'Stagechec\u212a',
  ],
])('is none of ours: %s', async (name) => expect(await wrote(name)).toBe(false));

it('is nothing but an app: a form of that name is none', async () => {
  expect(await wrote('Stagecheck', 'FORM')).toBe(false);
});
