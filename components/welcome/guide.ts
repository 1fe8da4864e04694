// How a scope's purpose is said.

/** "to read …" as a sentence of its own. */
export function purposeSentence(purpose: string): string {
  const text = purpose.charAt(0).toUpperCase() + purpose.slice(1);
  return text === '' || text.endsWith('.') ? text : `${text}.`;
}
