// What the documents and the published schema promise is there: commands, linked files, the schema's own form.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { read, repositoryFiles, root } from './files.ts';

const documents = repositoryFiles().filter((path) => path.endsWith('.md'));
const scripts = v.parse(
  v.object({ scripts: v.record(v.string(), v.string()) }),
  JSON.parse(read('package.json')),
);

/** What a pattern's first group finds in a document, code and all. */
const found = (path: string, pattern: RegExp) =>
  [...read(path).matchAll(pattern)].map(([, part = '']) => part);

describe('every document', () => {
  it('names only commands that package.json has', () => {
    const unknown = documents.flatMap((path) =>
      found(path, /\bnpm run ([\w:-]+)/g)
        .filter((name) => !Object.hasOwn(scripts.scripts, name))
        .map((name) => `${path}: npm run ${name}`),
    );
    expect(unknown).toEqual([]);
  });

  it('links only to files that are there', () => {
    const dead = documents.flatMap((path) =>
      found(path, /\]\((?!https?:|mailto:|#)([^)#\s]+)/g)
        .filter((link) => !existsSync(join(root, dirname(path), link)))
        .map((link) => `${path}: ${link}`),
    );
    expect(dead).toEqual([]);
  });
});

describe('public/playbook.schema.json', () => {
  it('is a JSON Schema of a closed object', () => {
    const schema = v.parse(
      v.object({ $schema: v.string(), type: v.literal('object'), required: v.array(v.string()) }),
      JSON.parse(read('public/playbook.schema.json')),
    );
    expect(schema.$schema).toContain('json-schema.org');
    expect(schema.required).toEqual(expect.arrayContaining(['stages', 'criteria', 'outcomes']));
  });
});
