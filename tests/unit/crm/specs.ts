// HubSpot's OpenAPI documents, where they are present: holds outgoing requests to them.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import * as v from 'valibot';
import { UNDOCUMENTED } from '../../sandbox/hubspot/scopes';

const parameter = v.object({ name: v.string(), in: v.string() });
const operation = v.object({
  parameters: v.optional(v.array(parameter), []),
  requestBody: v.optional(
    v.object({ content: v.record(v.string(), v.object({ schema: v.object({ $ref: v.string() }) })) }),
  ),
});
const Document = v.object({ paths: v.record(v.string(), v.record(v.string(), v.unknown())) });

export type Sent = { method: string; path: string; query: string; body: unknown };

/** The folder of the documents; null where there is none. */
export function specsFolder(): string | null {
  const named = process.env.STAGECHECK_SPECS;
  const root = resolve(import.meta.dirname, '../../..');
  const folders = [
    ...(named ? [named, join(named, 'hubspot')] : []),
    resolve(root, '../shared/specs/hubspot'),
  ];
  return folders.find((folder) => existsSync(join(folder, 'contacts.json'))) ?? null;
}

/** Which document describes a path; engagement types have the shape of notes. */
function fileOf(path: string): string {
  const [, family, area, , type = ''] = path.split('/');
  if (family === 'account-info') return 'accountInfo.json';
  if (area === 'owners') return 'crmOwners.json';
  if (path.includes('/associations/')) return 'associations.json';
  if (area !== 'objects') return `${area}.json`;
  return ['contacts', 'companies', 'deals', 'leads'].includes(type) ? `${type}.json` : 'notes.json';
}

const fits = (template: string, path: string) =>
  new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`).test(path);

/** A checker: what is wrong with a request, in words; empty where it keeps to the documents. */
export function requestChecker(folder: string): (sent: Sent) => string[] {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const documents = new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .map((name) => {
        const whole: unknown = JSON.parse(readFileSync(join(folder, name), 'utf8'));
        if (typeof whole === 'object' && whole !== null) ajv.addSchema(whole, name);
        return [name, v.parse(Document, whole)] as const;
      }),
  );
  return ({ method, path, query, body }) => {
    if (UNDOCUMENTED.some((one) => one === path)) return [];
    const file = fileOf(path);
    const paths = Object.entries(documents.get(file)?.paths ?? {});
    // A path with fewer placeholders is the more exact one: batch/read before {objectId}/{x}.
    const [found] = paths
      .filter(([template, all]) => fits(template, path) && method.toLowerCase() in all)
      .sort(([a], [b]) => a.split('{').length - b.split('{').length);
    if (!found) return [`${file} has no ${method} ${path}`];
    const described = v.parse(operation, found[1][method.toLowerCase()]);
    const known = described.parameters.filter((one) => one.in === 'query').map((one) => one.name);
    const unknown = [...new Set(new URLSearchParams(query).keys())].filter((name) => !known.includes(name));
    const problems = unknown.map((name) => `${method} ${path} has no parameter ${name}`);
    const schema = described.requestBody?.content['application/json']?.schema.$ref;
    if (schema === undefined) return problems;
    const validate = ajv.getSchema(`${file}${schema}`);
    if (!validate) return [...problems, `${file} lacks ${schema}`];
    return validate(body) ? problems : [...problems, `${method} ${path}: ${ajv.errorsText(validate.errors)}`];
  };
}
