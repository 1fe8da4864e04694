// A refusal in HubSpot's words: status, category, message, and what it is about.
export type Detail = { message: string; code?: string; in?: string; context?: Record<string, string[]> };

export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly category: string,
    message: string,
    readonly more: {
      errors?: Detail[];
      context?: Record<string, string[]>;
      subCategory?: string;
      headers?: Record<string, string>;
      fields?: Record<string, string>;
    } = {},
  ) {
    super(message);
  }
}

/** 400 with one detail per property. */
export function invalid(errors: Detail[]): Refusal {
  const message = `Property values were not valid: ${JSON.stringify(errors.map((error) => error.message))}`;
  return new Refusal(400, 'VALIDATION_ERROR', message, { errors });
}

export function badRequest(message: string): Refusal {
  return new Refusal(400, 'VALIDATION_ERROR', message);
}

export function notFound(what: string, id: string): Refusal {
  return new Refusal(404, 'OBJECT_NOT_FOUND', `No ${what} with the id ${id} exists in this portal.`, {
    context: { id: [id] },
  });
}
