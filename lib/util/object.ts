// What a record or a table of ours holds under a name that is a CRM's, a playbook's or a page's. Pure.

/** Only what it holds itself: a CRM may call a field "constructor", and every object has one. */
export const own = <T>(record: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined;
