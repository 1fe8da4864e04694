// Bad days on order: what shall go wrong with the next requests that match.
export type FaultAction =
  /** Answered so, without acting. */
  | { status: number; body?: unknown; headers?: Record<string, string> }
  /** Acts, and then something between answers, which knows nothing of it: a proxy, a gateway. */
  | { instead: { status: number; body?: unknown; headers?: Record<string, string> } }
  /** Answered with a web page, as a CRM does for maintenance. Doesn't act. */
  | { status: number; page: string }
  /** The connection is cut before acting. */
  | 'drop'
  /** Acts, then cuts the connection without an answer. */
  | 'dropAfter'
  /** Acts, then breaks the connection for all that is on it: a browser sends such calls again by itself. */
  | 'breakAfter'
  /** Silent for so long, then answers. Acts at once unless told otherwise: the answer is what is late. */
  | { silentMs: number; acts?: 'before' | 'after' | 'never' }
  /** 200 with a web page, as a captive portal gives. Doesn't act. */
  | 'html'
  /** Sent elsewhere. Doesn't act. */
  | 'redirect'
  /** Somebody else is quicker: does this, then acts; or acts, then does this and answers. */
  | { meanwhile: () => void; when?: 'before' | 'after' }
  /** Acts, then sends the first half of the answer and cuts the connection. */
  | 'halfBody';

export type Fault = {
  method?: string;
  /** Tested against path and query. */
  path: RegExp;
  /** Tested against the body, as JSON. */
  body?: RegExp;
  times: number;
  /** Lets so many matching requests pass first. */
  skip?: number;
  do: FaultAction;
};

export class Faults {
  #armed: (Fault & { left: number; passing: number })[] = [];

  /** Arms a fault; the answer disarms it and tells how often it struck. */
  arm(fault: Fault): { disarm(): void; readonly struck: number } {
    const armed = { ...fault, left: fault.times, passing: fault.skip ?? 0 };
    this.#armed.push(armed);
    const disarm = () => {
      this.#armed = this.#armed.filter((other) => other !== armed);
    };
    return {
      disarm,
      get struck() {
        return fault.times - armed.left;
      },
    };
  }

  clear() {
    this.#armed = [];
  }

  /** The fault that a request meets, used up by one; null when none is armed for it. */
  take(method: string, pathAndQuery: string, body: unknown = null): FaultAction | null {
    for (const fault of this.#armed) {
      if (fault.left <= 0 || (fault.method && fault.method !== method)) continue;
      // A RegExp with the g flag remembers where it was.
      fault.path.lastIndex = 0;
      if (!fault.path.test(pathAndQuery)) continue;
      if (fault.body && !fault.body.test(JSON.stringify(body))) continue;
      if (fault.passing > 0) {
        fault.passing -= 1;
        continue;
      }
      fault.left -= 1;
      return fault.do;
    }
    return null;
  }
}
