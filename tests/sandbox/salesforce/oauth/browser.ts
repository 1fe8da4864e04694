// A browser of a few lines for the tests: follows redirects one by one, keeps each host's cookies, fills in forms.
import type { Sandbox } from '../../server';

export class Browser {
  readonly cookies = new Map<string, Map<string, string>>();

  constructor(readonly sandbox: Sandbox) {}

  /** One request, redirects not followed. */
  async open(
    address: string,
    form?: Record<string, string>,
  ): Promise<{ status: number; url: string; text: string; location: string | null }> {
    const { host } = new URL(address);
    const jar = this.cookies.get(host) ?? new Map<string, string>();
    this.cookies.set(host, jar);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await this.sandbox.fetch(address, {
      method: form ? 'POST' : 'GET',
      headers: {
        ...(cookie && { cookie }),
        ...(form && { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(form && { body: new URLSearchParams(form).toString() }),
    });
    const set = /^(\w+)=([^;]*)/.exec(answer.headers.get('set-cookie') ?? '');
    if (set?.[1]) jar.set(set[1], set[2] ?? '');
    const location = answer.headers.get('location');
    return {
      status: answer.status,
      url: address,
      text: await answer.text(),
      location: location && new URL(location, address).href,
    };
  }

  /** Follows redirects as long as they lead to the sandbox; the last answer, or the address that leads away. */
  async follow(address: string, form?: Record<string, string>) {
    let answer = await this.open(address, form);
    while (answer.location && /\.(salesforce|force)\.com\//.test(answer.location))
      answer = await this.open(answer.location);
    return answer;
  }

  sid(host: string): string | undefined {
    return this.cookies.get(host)?.get('sid');
  }
}

/** The value of a hidden field in a form. */
export function hidden(text: string, name: string): string {
  const value = new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? '';
  return value.replaceAll('&amp;', '&').replaceAll('&quot;', '"');
}
