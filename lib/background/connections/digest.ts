// Tells keys apart without keeping them.

/** SHA-256, in hexadecimal: of a session it tells nothing but whether another one is the same. */
export async function digestOf(key: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(key));
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
