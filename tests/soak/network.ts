// The network that is cut and joined: whoever cut it last joins it, whatever the browser's tools make of their own calls.

/** So long a browser may take to cut the network, or to join it. */
const NETWORK_MS = 5_000;

const BETWEEN_MS = 100;

type Needs = {
  /** Tells the browser; resolves when all of its pages and workers know. */
  set(offline: boolean): Promise<void>;
  /** So long it is waited for (ms) before it is told once more. */
  patience?: number;
  /** Told when it took longer. */
  late?: () => void;
};

const pause = (ms: number) => new Promise<void>((over) => setTimeout(over, ms));

export class Network {
  /** Cuts that are not over. */
  #cuts = 0;
  #over = false;
  readonly #needs: Required<Needs>;

  constructor(needs: Needs) {
    this.#needs = { patience: NETWORK_MS, late: () => {}, ...needs };
  }

  /** Until then; resolves when it is joined again, or another cut still holds. */
  async cut(until: () => Promise<unknown>): Promise<void> {
    this.#cuts += 1;
    await this.#tell();
    await until();
    this.#cuts -= 1;
    await this.#tell();
  }

  /** Nobody is told any more: the browser closes. */
  end(): void {
    this.#over = true;
  }

  /**
   * Playwright tells one page and worker after the other. One that closes meanwhile makes it go back to what was before,
   * for all of them, and one that stands still keeps the others from hearing of it: it is told until that has worked. A
   * call that is no longer waited for does either of them later, after all was well, so that it is told then again.
   */
  async #tell(): Promise<void> {
    const { set, patience, late } = this.#needs;
    while (!this.#over) {
      const call = set(this.#cuts > 0).then(
        () => 'done' as const,
        () => 'failed' as const,
      );
      let timer: NodeJS.Timeout | undefined;
      const enough = new Promise<'late'>((over) => {
        timer = setTimeout(() => over('late'), patience);
      });
      const how = await Promise.race([call, enough]).finally(() => clearTimeout(timer));
      if (how === 'done') return;
      if (how === 'failed') await pause(BETWEEN_MS);
      else {
        late();
        void call.then(() => this.#tell());
      }
    }
  }
}
