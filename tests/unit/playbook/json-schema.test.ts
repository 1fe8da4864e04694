// The published JSON Schema: up to date, true to the recursion of rules, and of one mind with the parser.
import { resolve } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { defaultPlaybook } from '@/lib/playbook/builtin/default';
import { PlaybookSchema } from '@/lib/playbook/schema';
import { arbitraryPlaybook } from './arbitrary';
import { playbookJsonSchema } from './json-schema';
import { playbookOf } from './small';

const FILE = resolve(import.meta.dirname, '../../../public/playbook.schema.json');

const ajv = new Ajv({ strict: true, strictTuples: false, allErrors: true });
addFormats.default(ajv);
const validate = ajv.compile(JSON.parse(playbookJsonSchema()));

const withRule = (rule: unknown): unknown => ({
  ...defaultPlaybook,
  stages: [{ id: 'stage', name: 'Stage', meaning: '', rule }],
});

const without = (key: string): unknown =>
  Object.fromEntries(Object.entries(defaultPlaybook).filter(([name]) => name !== key));

describe('public/playbook.schema.json', () => {
  it('is what the schema gives now (npx vitest -u writes it anew)', async () => {
    await expect(playbookJsonSchema()).toMatchFileSnapshot(FILE);
  });

  it('takes the default playbook', () => {
    expect(validate(defaultPlaybook), JSON.stringify(validate.errors)).toBe(true);
  });

  it('takes random playbooks', () => {
    fc.assert(
      fc.property(arbitraryPlaybook(), (playbook) => {
        expect(validate(playbook), JSON.stringify(validate.errors)).toBe(true);
      }),
    );
  });

  const deep = { not: { any: [{ all: [{ atLeast: 1, of: [{ criterion: 'a', is: 'yes' }] }] }] } };

  it.each<[string, unknown, boolean]>([
    ['a nested rule', withRule(deep), true],
    ['a day', withRule({ criterion: 'a', before: '2027-01-01' }), true],
    ['an unknown operator deep inside', withRule({ not: { any: [{ all: [{ xor: [] }] }] } }), false],
    ['two operators in one', withRule({ all: [], any: [] }), false],
    ['an expression', withRule('a === "yes"'), false],
    ['a test without a criterion', withRule({ is: 'yes' }), false],
    ['two tests in one', withRule({ criterion: 'a', atLeast: 1, atMost: 2 }), false],
    ['half a stretch', withRule({ criterion: 'a', between: [1] }), false],
    ['a stretch of three', withRule({ criterion: 'a', between: [1, 2, 3] }), false],
    ['no day', withRule({ criterion: 'a', before: 'tomorrow' }), false],
    ['half a count', withRule({ atLeast: 1.5, of: [] }), false],
    ['a missing list', without('criteria'), false],
    ['a missing version', without('version'), false],
    ['something more', { ...defaultPlaybook, script: 'x' }, false],
    ['a version that is none', { ...defaultPlaybook, version: '1' }, false],
    ['another schema', { ...defaultPlaybook, schema: 2 }, false],
    ['no document', [], false],
  ])('and the parser agree on %s', (_, document, fine) => {
    expect(validate(document)).toBe(fine);
    expect(v.safeParse(PlaybookSchema, document).success).toBe(fine);
  });

  it('and the parser agree on documents that were damaged at random', () => {
    const small = playbookOf(deep);
    const damage = fc.record({
      at: fc.nat(),
      to: fc.constantFrom<unknown>(null, 7, '', [], {}, 'x'.repeat(700)),
    });
    fc.assert(
      fc.property(damage, ({ at, to }) => {
        let place = 0;
        const text = JSON.stringify(small);
        const places = (text.match(/[:[,](?=["{[\d])/g) ?? []).length;
        const damaged: unknown = JSON.parse(text, (_, inner: unknown) =>
          place++ === at % places ? to : inner,
        );
        expect(validate(damaged)).toBe(v.safeParse(PlaybookSchema, damaged).success);
      }),
      { numRuns: 300 },
    );
  });
});
