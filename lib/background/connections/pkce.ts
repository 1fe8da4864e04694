// The secrets of one OAuth sign-in: made for it, and forgotten with it.

export type Pkce = { state: string; verifier: string; challenge: string };

/** Fresh random values; `challenge` is the verifier's SHA-256 (S256), all in base64url without padding (RFC 7636). */
export async function createPkce(): Promise<Pkce> {
  const verifier = random();
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  return { state: random(), verifier, challenge: base64url(new Uint8Array(hash)) };
}

const random = () => base64url(crypto.getRandomValues(new Uint8Array(32)));

function base64url(bytes: Uint8Array): string {
  const text = btoa(String.fromCharCode(...bytes));
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
