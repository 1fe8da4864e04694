// A clock that jumps: the worker's Date is put in another's place, from outside, by DevTools. Nothing in the product knows.

/**
 * What makes the worker's clock go `ms` ahead of the machine's (or behind, or right again with 0). Timers and alarms go
 * on by the machine's; a worker that has started anew gets it right after its first lines have run.
 */
export const clockScript = (ms: number): string => `(() => {
  const Real = (globalThis.machineDate ??= Date);
  globalThis.Date = class extends Real {
    constructor(...given) {
      if (given.length === 0) super(Real.now() + ${ms});
      else super(...given);
    }
    static now() {
      return Real.now() + ${ms};
    }
  };
})()`;

const HOUR = 3_600_000;
/** Forward over a night, over a holiday; back over a wrong time zone. And right again. */
export const jumps: readonly number[] = [0, 9 * HOUR, 10 * 24 * HOUR, -2 * HOUR, 0];
