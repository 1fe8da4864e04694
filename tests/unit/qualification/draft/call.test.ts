// The call's time: from the first answer, without its pauses, over after an hour of silence.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answer, callMinutes, callSeconds, callToggled, emptyDraft } from '@/lib/qualification';
import { callAnswered } from '@/lib/qualification/draft/call';
import { now, ref } from '../fixture';

const at = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const begun = callAnswered(undefined, now);

describe('the call', () => {
  it('begins with the first answer of a draft', () => {
    const draft = emptyDraft(ref, { id: 'small', version: '1.2.3', hash: 'aa' }, now);
    expect(callSeconds(draft.call, at(60))).toBeNull();
    const said = answer(draft, 'twoWay', 'yes', null, at(10));
    const more = answer(said, 'decides', 'no', null, at(50));
    expect(callSeconds(more.call, at(70))).toBe(60);
  });

  it('leaves its pauses out, and an answer ends one', () => {
    const paused = callToggled(begun, at(30));
    expect(callSeconds(paused, at(500))).toBe(30);
    const on = callToggled(paused, at(100));
    expect(callSeconds(on, at(130))).toBe(60);
    expect(callSeconds(callAnswered(paused, at(100)), at(130))).toBe(60);
  });

  it('is over after an hour without an answer; the next one begins another', () => {
    expect(callSeconds(begun, at(3600))).toBe(3600);
    expect(callSeconds(begun, at(3601))).toBeNull();
    expect(callSeconds(callAnswered(begun, at(90_000)), at(90_005))).toBe(5);
  });

  it('counts whole minutes for the note, one at the least, and not the night after', () => {
    expect(callMinutes(undefined, now)).toBeNull();
    expect(callMinutes(begun, at(5))).toBe(1);
    expect(callMinutes(begun, at(12 * 60 + 10))).toBe(12);
    expect(callMinutes(callAnswered(begun, at(600)), at(90_000))).toBe(10);
  });

  it('never runs backwards, whatever is pressed when', () => {
    const presses = fc.array(fc.tuple(fc.integer({ min: 0, max: 900 }), fc.boolean()), { maxLength: 12 });
    fc.assert(
      fc.property(presses, (steps) => {
        let [call, time, last] = [begun, 0, 0];
        for (const [by, answers] of steps) {
          time += by;
          call = answers ? callAnswered(call, at(time)) : callToggled(call, at(time));
          const seconds = callSeconds(call, at(time));
          if (seconds === null || call.startedAt !== begun.startedAt) return;
          expect(seconds).toBeGreaterThanOrEqual(last);
          expect(seconds).toBeLessThanOrEqual(time);
          last = seconds;
        }
      }),
    );
  });
});
