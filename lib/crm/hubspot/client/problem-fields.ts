// Which properties a refusal of HubSpot is about: told in three ways, all of them optional.
import * as v from 'valibot';
import type { Problem } from '@/lib/problem/problem';
import { contextStrings, type ErrorBody } from './error-body';

type Field = NonNullable<Problem['fields']>[number];

const embeddedSchema = v.array(
  v.object({
    name: v.string(),
    message: v.optional(v.string()),
    localizedErrorMessage: v.optional(v.string()),
  }),
);

/** The list of objects that HubSpot writes as JSON inside a sentence: `... not valid: [{"name": ...}]`. */
function embedded(message: string): Field[] {
  const from = message.indexOf('[{');
  const to = message.lastIndexOf('}]');
  if (from < 0 || to < from) return [];
  const parsed = v.safeParse(embeddedSchema, parseJson(message.slice(from, to + 2)));
  if (!parsed.success) return [];
  return parsed.output.map((one) => ({
    field: one.name,
    label: one.name,
    message: one.localizedErrorMessage ?? one.message ?? '',
  }));
}

/** undefined where the text is no JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Property "xy" does not exist; "xy" was not one of the allowed options. */
function quoted(message: string): Field[] {
  const name = /Property "([\w-]{1,100})" does not exist/.exec(message)?.[1];
  return name ? [{ field: name, label: name, message }] : [];
}

/** The properties that a refusal names, each once, with HubSpot's words for it. */
export function fieldsTold(body: ErrorBody): Field[] {
  const direct = body.errors.flatMap((one): Field[] => {
    const names = contextStrings(one.context, /^(propertyNames?|properties)$/i);
    const all = names.length > 0 ? names : one.in ? [one.in] : [];
    return all.map((name) => ({ field: name, label: name, message: one.message ?? '' }));
  });
  const texts = [body.message ?? '', ...body.errors.map((one) => one.message ?? '')];
  const found = [
    ...direct,
    ...contextStrings(body.context, /^(propertyNames?|properties)$/i).map((name) => ({
      field: name,
      label: name,
      message: body.message ?? '',
    })),
    ...texts.flatMap(embedded),
    ...texts.flatMap(quoted),
  ];
  const once = new Map<string, Field>();
  for (const field of found) if (!once.has(field.field)) once.set(field.field, field);
  return [...once.values()].slice(0, 40);
}
