// A fence over many lives, with one of the two clocks as wrong as it may be: never over too soon, and over at last.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFences, fenced } from '@/lib/background/outbox/fence';
import { tried } from './world';

describe('over any run of lives, with one of the two clocks as wrong as it may be, a fence', () => {
  const account = 'hubspot/24680135';
  const jump = fc.oneof(
    fc.integer({ min: -60_000, max: 60_000 }),
    fc.constantFrom(-864e5, -36e5, 36e5, 864e5),
  );
  const event = fc.oneof(
    { weight: 4, arbitrary: fc.record({ do: fc.constant('pass' as const), ms: fc.nat(9_000) }) },
    { weight: 4, arbitrary: fc.record({ do: fc.constant('answer' as const), server: fc.nat(5_000) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('die' as const) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('jump' as const), ms: jump }) },
  );

  /** `wrong`: whose clock jumps. The servers of an honest CRM differ by as much as is allowed for. */
  function play(wrong: 'here' | 'crm') {
    const at = { true: 1_000_000, wall: Date.parse('2026-11-21T10:00:00.000Z'), crm: 0 };
    let kept = tried();
    const born = () => {
      const from = at.true;
      return createFences(
        () => at.true - from,
        () => at.wall,
      );
    };
    let life = born();
    return {
      pass(ms: number) {
        at.true += ms;
        at.wall += ms;
      },
      jump(ms: number) {
        if (wrong === 'here') at.wall += ms;
        else at.crm += ms;
      },
      die() {
        life = born();
      },
      /** An answer of one server, of which the row keeps what it tells. */
      answer(server: number) {
        const told = Math.floor((at.true + at.crm + server) / 1_000) * 1_000;
        life.told(account, { time: () => ({ at: told, agoMs: 0 }) });
        kept = fenced(kept, life.learnt(kept));
      },
      left: () => life.left(kept),
      at: () => at.true - 1_000_000,
    };
  }

  it('never ends before its time', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('here' as const, 'crm' as const),
        fc.array(event, { minLength: 10, maxLength: 60 }),
        (wrong, events) => {
          const run = play(wrong);
          for (const one of events) {
            if (one.do === 'pass') run.pass(one.ms);
            else if (one.do === 'answer') run.answer(one.server);
            else if (one.do === 'jump') run.jump(one.ms);
            else run.die();
            if (run.left() === 0) expect(run.at()).toBeGreaterThanOrEqual(50_000);
          }
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('ends once the clocks are right again, also where no life lasts and whatever they said before', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('here' as const, 'crm' as const),
        fc.array(event, { maxLength: 30 }),
        (wrong, events) => {
          const run = play(wrong);
          for (const one of events) {
            if (one.do === 'pass') run.pass(one.ms);
            else if (one.do === 'answer') run.answer(one.server);
            else if (one.do === 'jump') run.jump(one.ms);
            else run.die();
          }
          let lives = 0;
          for (; lives < 20; lives += 1) {
            run.die();
            run.answer(0);
            if (run.left() === 0) break;
            run.pass(4_000);
          }
          expect(lives).toBeLessThan(18);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
