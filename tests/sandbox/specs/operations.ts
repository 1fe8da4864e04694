// The operations of an OpenAPI document, and which of them a request means.
import * as v from 'valibot';

const Parameter = v.looseObject({
  name: v.string(),
  in: v.string(),
  required: v.optional(v.boolean(), false),
  schema: v.optional(v.unknown()),
});
const Content = v.record(v.string(), v.looseObject({ schema: v.optional(v.unknown()) }));
const Answer = v.looseObject({ content: v.optional(Content), $ref: v.optional(v.string()) });
const OperationSchema = v.looseObject({
  parameters: v.optional(v.array(Parameter), []),
  requestBody: v.optional(v.looseObject({ content: Content, required: v.optional(v.boolean()) })),
  responses: v.record(v.string(), Answer),
});
const Document = v.looseObject({ paths: v.record(v.string(), v.record(v.string(), v.unknown())) });

export type Operation = v.InferOutput<typeof OperationSchema> & {
  document: string;
  method: string;
  template: string;
  pattern: RegExp;
};

const methods = ['get', 'post', 'put', 'patch', 'delete'];

export function operations(document: unknown, name: string): Operation[] {
  const { paths } = v.parse(Document, document);
  return Object.entries(paths).flatMap(([template, item]) =>
    Object.entries(item)
      .filter(([method]) => methods.includes(method))
      .map(([method, operation]) => ({
        ...v.parse(OperationSchema, operation),
        document: name,
        method: method.toUpperCase(),
        template,
        pattern: new RegExp(`^${template.replace(/\{[^}]+\}/g, '[^/]+')}$`),
      })),
  );
}

/** Documents share their templates: the one of the path's own object type is preferred, then the most literal. */
export function findOperation<T extends { operation: Operation }>(
  all: T[],
  method: string,
  path: string,
): T | null {
  const type = /^\/crm\/objects\/2026-09\/([^/]+)/.exec(path)?.[1] ?? '';
  const own = ({ operation }: T) => (operation.document === `${type}.json` ? 1 : 0);
  const holes = ({ operation }: T) => operation.template.split('{').length;
  const fitting = all.filter(({ operation }) => operation.method === method && operation.pattern.test(path));
  return fitting.sort((a, b) => holes(a) - holes(b) || own(b) - own(a))[0] ?? null;
}
