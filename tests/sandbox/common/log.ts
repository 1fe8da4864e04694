// What was asked of the sandbox's API and what it answered. Keys appear by name only.
export type LoggedRequest = {
  number: number;
  at: string;
  method: string;
  path: string;
  query: string;
  /** The key's name; null where the request had none that is known. */
  key: string | null;
  contentType: string | null;
  /** Parsed JSON where it was JSON, else the text; null when there was none. */
  body: unknown;
  /** Null as long as no answer has been sent, and for good where the connection was cut before one. */
  status: number | null;
  answer: unknown;
  /** The armed fault that it met, in words; null on a usual day. Such answers are not HubSpot's. */
  fault: string | null;
  /** True once the sandbox is done with it. */
  done: boolean;
};

export class RequestLog {
  readonly entries: LoggedRequest[] = [];
  readonly #waiting = new Set<() => void>();
  #number = 0;

  begin(
    entry: Pick<LoggedRequest, 'at' | 'method' | 'path' | 'query' | 'contentType' | 'body'>,
  ): LoggedRequest {
    this.#number += 1;
    const whole = {
      ...entry,
      number: this.#number,
      key: null,
      status: null,
      answer: null,
      fault: null,
      done: false,
    };
    this.entries.push(whole);
    return whole;
  }

  finish(entry: LoggedRequest) {
    entry.done = true;
    for (const look of this.#waiting) look();
  }

  clear() {
    this.entries.length = 0;
  }

  /** The first finished request, past or to come, that the test accepts. Rejects when `timeoutMs` have passed. */
  find(test: (entry: LoggedRequest) => boolean, timeoutMs = 10_000): Promise<LoggedRequest> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const found = this.entries.find((entry) => entry.done && test(entry));
        if (found) end(() => resolve(found));
      };
      const end = (settle: () => void) => {
        clearTimeout(timer);
        this.#waiting.delete(look);
        settle();
      };
      const timer = setTimeout(
        () => end(() => reject(new Error(`No such request within ${timeoutMs} ms.`))),
        timeoutMs,
      );
      this.#waiting.add(look);
      look();
    });
  }
}

/** JSON where it is JSON, the text where not, null where there is none. */
export function parsed(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
