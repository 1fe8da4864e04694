// The sidebar's line: what takes it up again after the worker has ended, and that nothing else does.
import { describe, expect, it } from 'vitest';
import { createLine } from '@/lib/protocol/line';
import type { Push } from '@/lib/protocol/messages';

const place: Push = {
  push: 'place',
  place: null,
  connection: null,
  accounts: [],
  layout: { open: true, side: 'right', mode: 'push', width: 360 },
};

function world() {
  const said: string[] = [];
  const timers: (() => void)[] = [];
  const ports: { say(push: Push): void; die(): void }[] = [];
  const state = { alive: true, busy: false };
  const line = createLine({
    connect() {
      const heard: ((push: Push) => void)[] = [];
      const gone: (() => void)[] = [];
      ports.push({
        say: (push) => heard.forEach((one) => void one(push)),
        die: () => gone.forEach((one) => void one()),
      });
      return {
        onMessage: { addListener: (one) => void heard.push(one) },
        onDisconnect: { addListener: (one) => void gone.push(one) },
        disconnect: () => void said.push('let go'),
      };
    },
    alive: () => state.alive,
    later: (run) => void timers.push(run),
  });
  const stop = line.listen({
    onPush: ({ push }) => void said.push(push),
    back: () => void said.push('back'),
    busy: () => state.busy,
  });
  /** The worker ends, and all the time in the world goes by. */
  const end = () => {
    ports.at(-1)?.die();
    for (let left = 100; timers.length > 0 && left > 0; left -= 1) timers.shift()?.();
  };
  return { line, stop, said, ports, state, end };
}

describe('while nothing happens', () => {
  it('a line that the worker’s end took down stays down', () => {
    const { ports, end } = world();
    ports[0]?.say(place);
    end();
    expect(ports).toHaveLength(1);
  });

  it('a worker that ends before it has said anything is asked again, and not for ever', () => {
    const { ports, end } = world();
    for (let ends = 0; ends < 50; ends += 1) end();
    expect(ports.length).toBeGreaterThan(2);
    expect(ports.length).toBeLessThan(10);
  });
});

describe('it is taken up again', () => {
  it('when the page is used, and then asks for what it missed, once', () => {
    const { line, said, ports, end } = world();
    ports[0]?.say(place);
    end();
    line.take();
    line.take();
    expect(ports).toHaveLength(2);
    ports[1]?.say(place);
    ports[1]?.say(place);
    expect(said).toEqual(['place', 'place', 'back', 'place']);
  });

  it('when the background calls', () => {
    const { line, ports, end } = world();
    ports[0]?.say(place);
    end();
    line.called();
    expect(ports).toHaveLength(2);
  });

  it('when the background called while a dead worker’s port was still held', () => {
    const { line, ports, end } = world();
    ports[0]?.say(place);
    line.called();
    end();
    expect(ports).toHaveLength(2);
  });

  it('when the worker dies over something that is on its way, and not for ever', () => {
    const { ports, state, end } = world();
    state.busy = true;
    for (let ends = 0; ends < 50; ends += 1) {
      ports.at(-1)?.say(place);
      end();
    }
    expect(ports.length).toBeGreaterThan(2);
    expect(ports.length).toBeLessThan(10);
  });
});

it('says that the extension was updated, when it ends and at each use after', () => {
  const { line, said, ports, state, end } = world();
  ports[0]?.say(place);
  state.alive = false;
  end();
  line.take();
  expect(said).toEqual(['place', 'problem', 'problem']);
  expect(ports).toHaveLength(1);
});

it('hears nothing more once it was stopped', () => {
  const { line, stop, said, ports } = world();
  stop();
  ports[0]?.say(place);
  line.take();
  line.called();
  expect(said).toEqual(['let go']);
  expect(ports).toHaveLength(1);
});
