// Checks one exchange against one operation of an OpenAPI 3.0 document with ajv.
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { LoggedRequest } from '../common/log';
import type { Operation } from './operations';
import { asJsonSchema } from './schema';

export type Checker = {
  request(operation: Operation, entry: LoggedRequest): string[];
  response(operation: Operation, status: number, answer: unknown): string[];
};

/** `document` is a whole OpenAPI document: its components are what references lead to. */
export function checker(document: Record<string, unknown>): Checker {
  const ajv = new Ajv({ strict: false, allErrors: true, coerceTypes: false });
  addFormats.default(ajv);
  ajv.addSchema({ $id: 'doc', components: asJsonSchema(document.components) });
  const compiled = new Map<string, ValidateFunction>();
  const check = (schema: unknown, value: unknown, where: string): string[] => {
    const key = JSON.stringify(schema);
    const validate = compiled.get(key) ?? ajv.compile(rooted(asJsonSchema(schema)));
    compiled.set(key, validate);
    if (validate(value)) return [];
    return (validate.errors ?? []).map((error) => `${where}${error.instancePath} ${error.message ?? ''}`);
  };

  return {
    request(operation, entry) {
      const problems: string[] = [];
      const query = new URLSearchParams(entry.query);
      const known = operation.parameters.filter((parameter) => parameter.in === 'query');
      for (const name of new Set(query.keys())) {
        const parameter = known.find((item) => item.name === name);
        if (!parameter) problems.push(`unknown query parameter ${name}`);
        else
          problems.push(
            ...check(parameter.schema ?? {}, typed(parameter.schema, query.getAll(name)), `query ${name}`),
          );
      }
      for (const parameter of known) {
        if (parameter.required && !query.has(parameter.name))
          problems.push(`query parameter ${parameter.name} is missing`);
      }
      const content = operation.requestBody?.content;
      if (!content) return entry.body === null ? problems : [...problems, 'a body where none belongs'];
      const kind = Object.keys(content)[0] ?? '';
      if (!(entry.contentType ?? '').includes(kind))
        return [...problems, `content type ${entry.contentType}, not ${kind}`];
      const body =
        kind.includes('form') && typeof entry.body === 'string'
          ? Object.fromEntries(new URLSearchParams(entry.body))
          : entry.body;
      return [...problems, ...check(content[kind]?.schema ?? {}, body, 'body')];
    },

    response(operation, status, answer) {
      // A part of a batch that failed comes as 207, which the documents leave to the schema of 200.
      const code =
        String(status) in operation.responses ? String(status) : status === 207 ? '200' : 'default';
      const described = operation.responses[code];
      if (!described) return [`status ${status} is not described`];
      if (code === 'default' && status < 400) return [`status ${status} is not described`];
      const schema = code === 'default' ? { $ref: '#/components/schemas/Error' } : first(described.content);
      if (!schema) return answer === null ? [] : ['a body where none belongs'];
      return check(schema, answer, 'answer');
    },
  };
}

function first(content: Operation['responses'][string]['content']): unknown {
  return content ? Object.values(content)[0]?.schema : undefined;
}

/** References into the document's components lead to the schema that holds them. */
function rooted(schema: unknown): Record<string, unknown> {
  const text = JSON.stringify(schema ?? {}).replaceAll('"#/components/', '"doc#/components/');
  return JSON.parse(text);
}

/** A query value in the type that its schema has. */
function typed(schema: unknown, values: string[]): unknown {
  const type = typeof schema === 'object' && schema && 'type' in schema ? schema.type : 'string';
  const [value = ''] = values;
  if (type === 'array') return values.flatMap((item) => item.split(','));
  if (type === 'integer' || type === 'number') return value === '' ? value : Number(value);
  if (type === 'boolean') return value === 'true' ? true : value === 'false' ? false : value;
  return value;
}
