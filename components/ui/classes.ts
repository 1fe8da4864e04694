// Puts class names together.

/** The names that are there, parted by a space; undefined when there are none. */
export function classes(...names: (string | false | null | undefined)[]): string | undefined {
  const kept = names.filter(Boolean);
  return kept.length > 0 ? kept.join(' ') : undefined;
}
