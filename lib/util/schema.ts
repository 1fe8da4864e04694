// A record of any names: a criterion or a CRM's field may be called "constructor", and what a rep says of it counts too.
import * as v from 'valibot';

const isRecord = (input: unknown) => typeof input === 'object' && input !== null && !Array.isArray(input);

/**
 * Values by name, each parsed; valibot's own record leaves out "constructor" and "prototype" without a word. Only
 * "__proto__" is left out here: no CRM and no playbook has such a name. Look names up with own.ts.
 */
export const recordOf = <
  const K extends v.GenericSchema<string, string>,
  const V extends v.GenericSchema<unknown, unknown>,
>(
  name: K,
  value: V,
) =>
  v.pipe(
    v.custom<Record<string, unknown>>(isRecord),
    v.rawTransform<Record<string, unknown>, Record<string, v.InferOutput<V>>>(
      ({ dataset, addIssue, NEVER }) => {
        const pairs: [string, v.InferOutput<V>][] = [];
        for (const [key, kept] of Object.entries(dataset.value)) {
          if (key === '__proto__') continue;
          const parsed = [v.safeParse(name, key), v.safeParse(value, kept)] as const;
          if (!parsed[0].success || !parsed[1].success) {
            addIssue({ message: `Not of its kind: ${key.slice(0, 60)}` });
            return NEVER;
          }
          pairs.push([parsed[0].output, parsed[1].output]);
        }
        return Object.fromEntries(pairs);
      },
    ),
  );
