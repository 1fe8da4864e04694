// Which presses the gate lets count: an Enter behind typed words, on a button that writes, and after another record came up.
import { expect, test } from 'vitest';
import { createGate, PAUSE_MS, type Press } from '@/components/sidebar/gate/gate';

/** A gate that has the keyboard by the rep's own act, and presses on it at times of their own. */
function opened() {
  const gate = createGate();
  gate.own(0);
  gate.enter(1);
  const press = (at: number, by: Partial<Press>) =>
    gate.judge({ kind: 'none', at, enter: false, onControl: false, inField: false, ...by });
  return { gate, press };
}

const enter = { kind: 'final', enter: true } as const;

test('an Enter right behind words that were typed into a field confirms nothing; one after a pause does', () => {
  const { press } = opened();
  for (const at of [2000, 2090, 2200, 2310]) expect(press(at, { inField: true })).toBe('pass');
  expect(press(2400, { ...enter, inField: true })).toBe('drop');
  // Each further Enter behind it is as near to something typed.
  expect(press(2500, { ...enter, inField: true })).toBe('drop');
  expect(press(2500 + PAUSE_MS + 1, { ...enter, inField: true })).toBe('first');
});

test('nor does one that is pressed right after the field was left, by Tab or by Esc', () => {
  const { press } = opened();
  press(2000, { inField: true });
  expect(press(2300, { ...enter, onControl: true })).toBe('drop');
  const other = opened();
  other.press(2000, { inField: true });
  expect(other.press(2200, { kind: 'escape', inField: true })).toBe('pass');
  expect(other.press(2400, enter)).toBe('drop');
});

test('what is typed goes on being the field’s, however fast and after an Enter', () => {
  const { gate, press } = opened();
  press(2000, { inField: true });
  press(2100, { ...enter, inField: true });
  for (const at of [2150, 2190, 2400]) expect(press(at, { inField: true })).toBe('pass');
  expect(gate.state()).toBe('on');
});

test('what can’t be taken back waits for a moment after another record came up', () => {
  const { gate, press } = opened();
  gate.moved(5000);
  expect(press(5100, enter)).toBe('drop');
  expect(press(5300, { kind: 'hold' })).toBe('drop');
  expect(press(5320 + PAUSE_MS, { kind: 'act' })).toBe('first');
  expect(press(7000, enter)).toBe('first');
});

test('more Enters behind the one that confirms what has been read lead nowhere, and do not have it read anew', () => {
  const { gate, press } = opened();
  gate.setSeen('what is written');
  expect(press(5000, enter)).toBe('first');
  // The page may still be asked how our frame stands, when the next ones come.
  for (const at of [5040, 5080, 5400]) expect(press(at, enter)).toBe('drop');
  expect(gate.early()).toBe(0);
  // After a pause they are on their own, and so are those of a review that has not been read.
  gate.setSeen(null, true);
  press(7000, enter);
  expect(press(7600, enter)).toBe('drop');
  expect(gate.early()).toBe(1);
});
