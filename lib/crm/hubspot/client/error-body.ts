// The body of a refusal of HubSpot's, as far as it can be read: every field of it is optional.
import * as v from 'valibot';
import { recordOf } from '@/lib/util/schema';

const contextSchema = recordOf(v.string(), v.unknown());
const detailSchema = v.object({
  message: v.optional(v.string()),
  code: v.optional(v.string()),
  in: v.optional(v.string()),
  context: v.optional(contextSchema),
});
const bodySchema = v.object({
  message: v.optional(v.string()),
  category: v.optional(v.string()),
  subCategory: v.optional(v.unknown()),
  correlationId: v.optional(v.string()),
  policyName: v.optional(v.string()),
  context: v.optional(contextSchema),
  errors: v.optional(v.array(v.unknown())),
});

export type ErrorDetail = v.InferOutput<typeof detailSchema>;
export type ErrorBody = Omit<v.InferOutput<typeof bodySchema>, 'errors'> & { errors: ErrorDetail[] };

/** HubSpot's error body as far as it can be read: parts of an unknown shape are left out. */
export function parseErrorBody(data: unknown): ErrorBody {
  const whole = v.safeParse(bodySchema, data);
  if (!whole.success) {
    const message = v.safeParse(v.object({ message: v.string() }), data);
    return { errors: [], ...(message.success ? { message: message.output.message } : {}) };
  }
  const errors = (whole.output.errors ?? []).flatMap((one) => {
    const detail = v.safeParse(detailSchema, one);
    return detail.success ? [detail.output] : [];
  });
  return { ...whole.output, errors };
}

/** Every string in the values of a context object, whether HubSpot sends lists or single words. */
export function contextStrings(context: Record<string, unknown> | undefined, key?: RegExp): string[] {
  return Object.entries(context ?? {})
    .filter(([name]) => !key || key.test(name))
    .flatMap(([, value]) => (Array.isArray(value) ? value : [value]))
    .filter((value) => typeof value === 'string');
}
