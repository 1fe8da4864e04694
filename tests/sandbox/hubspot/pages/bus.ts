// Tells open pages that something has changed, or what a test wants of them.
export type PageEvent =
  | { kind: 'changed'; portal: string }
  | { kind: 'busy'; percent: number; churn: boolean };

export class PageBus {
  readonly #pages = new Set<(event: PageEvent) => void>();

  send(event: PageEvent) {
    for (const page of this.#pages) {
      try {
        page(event);
      } catch {
        // The page has gone and its stream doesn't know yet: a write must not fail for that.
        this.#pages.delete(page);
      }
    }
  }

  /** A stream of server-sent events; it ends with the connection. */
  stream(): Response {
    const encoder = new TextEncoder();
    let stop = () => {};
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        const page = (event: PageEvent) =>
          controller.enqueue(encoder.encode(`data: ${JSON.stringify(event)}\n\n`));
        this.#pages.add(page);
        stop = () => this.#pages.delete(page);
        controller.enqueue(encoder.encode(': open\n\n'));
      },
      cancel: () => stop(),
    });
    return new Response(body, {
      headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' },
    });
  }
}
