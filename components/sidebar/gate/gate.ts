// Which key presses count: not those that came here by no act of the rep's own, and not words that were meant for the CRM.

/**
 * In ms. After the keyboard came here by nobody's own act nothing counts before a pause this long; a confirm wants the
 * review on screen, and no key before it, for as long. Longer than the 400 ms or so in which a hand carries on with what
 * it had begun, and shorter than anyone needs to read a review.
 */
export const PAUSE_MS = 700;
/**
 * In ms: two presses nearer to each other are no two answers. One finger taps at most six or seven times a second
 * (140 to 165 ms), and an answer waits for a question to be read, 250 ms at the very least; in running text keys come
 * 40 to 120 ms apart with practised typists. docs/contributing.md has the measurement.
 */
export const BURST_MS = 150;
/** In ms: presses within this belong to one word. A key with no meaning here, within it of one that acts, is a letter of a word. */
export const WORD_MS = 400;
/**
 * In ms: keys no further apart than this belong together, so that what is typed takes back what its first letters did. The
 * slowest hands that were tried took 1,200 ms a key; a question that is put to a customer takes longer than this.
 */
export const RUN_MS = 3000;
/**
 * In ms: how long a review has to be on screen, and no key be pressed, before it can be confirmed. Who sent a line and
 * sees nothing come of it presses Enter again sooner, and nobody reads a review faster.
 */
export const READ_MS = 2000;
/** So many keys in one run that mean nothing on this card, though they do on others, are typed: a phone number's digits. */
const ODD_MOST = 3;
/** In ms: how long a key that can't be taken back waits for the next letter of a word. Longer than BURST_MS. */
export const HOLD_MS = 200;

/** off: the keyboard is elsewhere. wait: it came here by nobody's own act, just now. on: keys count. typed: words were held back. */
export type KeysState = 'off' | 'wait' | 'on' | 'typed';

/**
 * move: only where one is in a list. act: can be taken back here. final: sends, or leaves what was sent. hold: final, by
 * a letter. none: nothing here. stray: nothing wherever one is in this view, so that it is typed. escape and close: the
 * ways out.
 */
export type PressKind = 'move' | 'act' | 'final' | 'hold' | 'none' | 'stray' | 'escape' | 'close';

export type Press = {
  kind: PressKind;
  /** The event's own time, in ms: when the key went down, not when we came to it. */
  at: number;
  enter: boolean;
  /** On a button or a box that has the focus: its press leads from no view on to the next by itself. */
  onControl: boolean;
  /** In a field that takes text. */
  inField: boolean;
};

/**
 * first: counts, and begins what may turn out to be typed. undo: it has turned out to be. later: counts if no other key
 * follows. drop: counts for nothing, and so far nothing has to be taken back.
 */
export type Judgement = 'pass' | 'first' | 'later' | 'drop' | 'undo';

export type Gate = ReturnType<typeof createGate>;

type Run = {
  acted: boolean;
  meaningless: boolean;
  onlyMoves: boolean;
  sent: boolean;
  /** It has confirmed what had been read, unless our frame turns out to stand otherwise than it should. */
  confirms: boolean;
  held: boolean;
};

/** All times are those of the document: event.timeStamp, or performance.now(). */
export function createGate() {
  const listeners = new Set<() => void>();
  let state: KeysState = 'off';
  let vouchedAt = Number.NEGATIVE_INFINITY;
  let lastAt = Number.NEGATIVE_INFINITY;
  let lastEnterAt = Number.NEGATIVE_INFINITY;
  let movedAt = Number.NEGATIVE_INFINITY;
  let run: Run | null = null;
  /** The keys of a run count so far, and its first one has been told as such. */
  let begun = false;
  let odd = 0;
  let early = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let seen: string | null = null;
  let seenSoon = false;

  function become(next: KeysState): void {
    clearTimeout(timer);
    if (next === 'wait') timer = setTimeout(() => become('on'), PAUSE_MS);
    if (next !== 'on') endRun();
    if (state === next) return;
    state = next;
    for (const tell of listeners) tell();
  }

  function endRun(): void {
    run = null;
    begun = false;
    odd = 0;
  }

  /** What was pressed turns out to be typed: nothing counts from here on before an act of the rep's own. */
  function typed(): Judgement {
    const judgement = begun ? 'undo' : 'drop';
    become('typed');
    return judgement;
  }

  function begin(): Judgement {
    const judgement = begun ? 'pass' : 'first';
    begun = true;
    return judgement;
  }

  /** Somebody wants to confirm what can't have been read yet: the time for reading it begins anew. */
  function tooEarly(): void {
    early += 1;
    for (const tell of listeners) tell();
  }

  /** The keyboard came into the document. */
  function enter(at: number): void {
    if (state !== 'off') return;
    become(at - vouchedAt < PAUSE_MS ? 'on' : 'wait');
    vouchedAt = Number.NEGATIVE_INFINITY;
  }

  /** The rep's own act: the page's script saw their key, or they clicked in here. */
  function own(at: number): void {
    // The message may be here before the keyboard is; it holds for one coming of it.
    if (state === 'off') vouchedAt = at;
    else become('on');
  }

  function judge({ kind, at, enter: isEnter, onControl, inField }: Press): Judgement {
    if (kind === 'close') return 'pass';
    if (state === 'off') enter(at);
    if (state === 'wait') {
      become('wait');
      return 'drop';
    }
    if (state === 'typed') {
      if (kind === 'escape') become('on');
      return 'drop';
    }
    const gap = at - lastAt;
    // A field that the rep went into takes what is typed there; one that the first letter of a word opened doesn't.
    const typing = inField && (run === null || gap > BURST_MS);
    if (typing || gap > RUN_MS) endRun();
    const sinceEnter = at - lastEnterAt;
    lastAt = at;
    if (isEnter) lastEnterAt = at;
    // What a hand does right behind its words, or behind another record's coming up, was begun before.
    const soon = gap < PAUSE_MS || at - movedAt < PAUSE_MS;
    // An Enter that bounced is no second thought: what the first one confirms is not to be read anew.
    const bounced = isEnter && run?.confirms === true && gap < PAUSE_MS;
    if (kind === 'final' && soon && !bounced) tooEarly();
    if (typing && (kind !== 'final' || soon)) return kind === 'final' ? 'drop' : 'pass';
    if (kind === 'escape') {
      endRun();
      return 'pass';
    }
    if (kind === 'stray') return typed();
    if (gap > (run?.sent ? PAUSE_MS : WORD_MS)) run = null;
    const before = run;
    // More Enters after the one that sent: no word, and nothing to take back. They lead nowhere.
    if (isEnter && before?.sent) return 'drop';
    if (before && isWord(before, kind, gap)) return typed();
    if (kind === 'none' && !isEnter) odd += 1;
    if (odd >= ODD_MOST) return typed();
    const acts = kind !== 'move' && kind !== 'none';
    run = {
      acted: acts || before?.acted === true,
      meaningless: kind === 'none' || before?.meaningless === true,
      onlyMoves: kind === 'move' && before?.onlyMoves !== false,
      sent: kind === 'final' || before?.sent === true,
      confirms: kind === 'final' && !soon && seen !== null,
      held: kind === 'hold',
    };
    // No Enter goes on from one view to the next and the next; a button of the menu may be pressed again and again.
    if (kind === 'final' ? soon : acts && isEnter && !onControl && sinceEnter < PAUSE_MS) return 'drop';
    if (kind === 'hold' && at - movedAt < PAUSE_MS) return 'drop';
    // What is sent stays sent: what may be taken back begins with it. Where it is not read yet, nothing is.
    if (kind === 'final' && !seenSoon) begun = false;
    const judgement = begin();
    return kind === 'hold' ? 'later' : judgement;
  }

  return {
    judge,
    enter,
    own,
    state: () => state,
    /** What has been on screen for long enough to be confirmed; the review says so, and unsays it when it goes. */
    seen: () => seen,
    /** `soon`: nothing is in the way of it, and it takes only its time. */
    setSeen: (content: string | null, soon = false) => {
      seen = content;
      seenSoon = soon;
    },
    /** Somebody wants to confirm what has not been seen: where that takes only its time, it begins anew. */
    unseen: () => {
      if (seenSoon) tooEarly();
    },
    /** How often somebody wanted to confirm too early. */
    early: () => early,
    leave: () => become('off'),
    /** Another record, or none, is shown from now on: what can't be taken back was meant for the one before. */
    moved: (at: number) => {
      movedAt = at;
    },
    /** What was put in is text, by its very way: pasted, or put together by an input method. */
    textCame(): void {
      if (state === 'on') become('typed');
    },
    /** The rep is done with the line that says that typing was held back. */
    goOn(): void {
      if (state === 'typed') become('on');
    },
    subscribe(tell: () => void): () => void {
      listeners.add(tell);
      return () => void listeners.delete(tell);
    },
  };
}

/** Running through a list, with keys that only move, may be as fast as one likes. */
function isWord(run: Run, kind: PressKind, gap: number): boolean {
  // A letter that is still held has not acted yet: the next one makes a word of both, and drops neither in silence.
  if (gap <= (run.held ? HOLD_MS : BURST_MS)) return !(kind === 'move' && run.onlyMoves);
  return kind === 'none' ? run.acted : run.meaningless && kind !== 'move';
}
