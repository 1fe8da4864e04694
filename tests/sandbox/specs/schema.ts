// OpenAPI 3.0's way of writing schemas, turned into plain JSON Schema.

/** `nullable` becomes a type list; examples, which hold null everywhere, go. */
export function asJsonSchema(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(asJsonSchema);
  if (typeof schema !== 'object' || schema === null) return schema;
  const out: Record<string, unknown> = {};
  let nullable = false;
  for (const [key, value] of Object.entries(schema)) {
    // A property may itself be named "example" or "nullable": there the value is a schema, here it is not.
    if (key === 'example' && !isSchema(value)) continue;
    if (key === 'nullable' && typeof value === 'boolean') nullable = value;
    else out[key] = asJsonSchema(value);
  }
  if (nullable && typeof out.type === 'string') out.type = [out.type, 'null'];
  if (nullable && Array.isArray(out.enum)) out.enum = [...out.enum, null];
  return out;
}

function isSchema(value: unknown): boolean {
  return typeof value === 'object' && value !== null && ('type' in value || '$ref' in value);
}
