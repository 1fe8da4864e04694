// Dragging one of our own elements with the pointer or moving it with the arrow keys.

type Drag = {
  /** Where the pointer is, in CSS pixels of the window. */
  move: (x: number, y: number) => void;
  /** One press of an arrow key: -1 or 1 along each axis. */
  step: (x: number, y: number) => void;
  /** After the last move. */
  done: () => void;
};

const KEYS: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Gives a function that tells whether the click that comes now only ended a drag. */
export function draggable(element: HTMLElement, { move, step, done }: Drag): () => boolean {
  let from: PointerEvent | null = null;
  let moved = false;
  element.onpointerdown = (event) => {
    if (!event.isTrusted) return;
    from = event;
    moved = false;
    element.setPointerCapture(event.pointerId);
  };
  element.onpointermove = (event) => {
    if (!from) return;
    moved ||= Math.hypot(event.clientX - from.clientX, event.clientY - from.clientY) > 3;
    if (moved) move(event.clientX, event.clientY);
  };
  element.onlostpointercapture = () => {
    from = null;
    if (moved) done();
  };
  element.onkeydown = (event) => {
    const by = KEYS[event.key];
    if (!by || !event.isTrusted) return;
    event.preventDefault();
    event.stopPropagation();
    moved = false;
    step(...by);
    done();
  };
  return () => moved;
}
