// One error as it may be kept: its name, what the engine said of it, our own lines of its stack, and no data. Pure.
import { isStatus, ProblemError, problemKinds } from '../problem/problem';

/** Frames that are kept of a stack. */
export const FRAMES = 8;

/**
 * What engines and the platform say, by a pattern of theirs, and the text that is kept for it. An engine's message may
 * quote anything ('"Ann Lee" is not valid JSON'), so nothing of it is copied but what a pattern names.
 */
const SAID: readonly (readonly [RegExp, string])[] = [
  [/^Cannot (read|set) properties of undefined/, 'property of undefined'],
  [/^Cannot (read|set) properties of null/, 'property of null'],
  [/ is not a function/, 'not a function'],
  [/ is not iterable/, 'not iterable'],
  [/ is not defined/, 'not defined'],
  [/ is not a constructor/, 'not a constructor'],
  [/Maximum call stack/, 'call stack exceeded'],
  [/Invalid time value/, 'invalid time value'],
  [/Invalid (array|string) length/, 'invalid length'],
  [/^Invalid URL/, 'invalid URL'],
  [/URI malformed/, 'URI malformed'],
  [/JSON/, 'no valid JSON'],
  [/^Failed to fetch|^NetworkError|^Load failed/, 'could not fetch'],
  [/aborted/i, 'aborted'],
  [/timed out/i, 'timed out'],
  [/Quota/i, 'quota exceeded'],
  [/Extension context invalidated/, 'extension context invalidated'],
  [/message (port|channel) (is )?closed/, 'message port closed'],
  [/Could not establish connection/, 'nobody listens'],
  [/No tab with id/, 'no such tab'],
  [/database connection is clos/i, 'database connection closed'],
  [/database.*(corrupt|damaged)|Internal error opening/i, 'database damaged'],
];

/** A class's name. Some libraries put a CRM's own code there: what looks like no class is left out. */
const CLASS =
  '(?:(?:[A-Z][a-z]{1,15}){1,4}(?:Error|Exception)|(?:DB|DOM|URI)?(?:Error|Exception)|[a-z]{1,10})';
/** A class's name, whole. */
export const NAME = new RegExp(`^${CLASS}$`);
const TEXT = `(?:${[...SAID.map(([, text]) => text), ...problemKinds].join('|')})(?: [1-5]\\d\\d)?`;
/** Put together out of our own texts alone, so that no page, and no damaged storage, brings in others. */
export const MESSAGE = new RegExp(`^(?:${TEXT})?(?:; from ${CLASS}(?:: ${TEXT})?){0,2}$`);

/** Where in the program: "area.what", written in the code. */
export const WHERE = /^[a-z][a-z0-9-]{0,19}(\.[a-z0-9-]{1,24}){0,2}$/;
/** A line of a stack. */
export const FRAME = /^([\w.$<>[\] ]{1,80} )?[\w./-]{1,80}:\d{1,7}:\d{1,7}$/;

/**
 * level: `information` for what happens in the ordinary way, as when an update ends an open page. name: of the error's
 * class. message: a fixed text of ours for what the engine says, or a problem's kind and status; '' where the error's
 * own words might hold somebody's data. where: see WHERE. stack: "function file:line:column" in files of the extension,
 * innermost first. at: ISO. error-schema.ts parses one.
 */
export type ErrorRow = {
  level: 'error' | 'information';
  name: string;
  message: string;
  where: string;
  stack: string[];
  at: string;
};

/** They end or start in the ordinary way: an update, a closed tab, a worker at rest. */
const ORDINARY = ['extension context invalidated', 'message port closed', 'nobody listens', 'no such tab'];

/** What every address of the extension's own files has in it. */
const OURS = '-extension://';
const ours =
  /^\s*(?:at\s+)?(?:async\s+)?(.*?)[\s@(]*(?:chrome|moz)-extension:\/\/[^/\s]+\/([\w./-]+:\d+:\d+)\)?\s*$/;

/** Only lines of the extension's own files: others may name an address. */
function stackOf(stack: string): string[] {
  return stack
    .split('\n')
    .flatMap((line) => {
      const short = line.slice(0, 400);
      // The pattern is slow over a long line of something else, and an error's words may be anybody's.
      const [, made = '', place = ''] = (short.includes(OURS) ? ours.exec(short) : null) ?? [];
      if (place === '') return [];
      const name = made.replace(/[^\w.$<>[\] ]/g, '').trim();
      return [name === '' || name.length > 80 ? place : `${name} ${place}`];
    })
    .slice(0, FRAMES);
}

const nameOf = (error: unknown): string => {
  if (!(error instanceof Error)) return typeof error;
  return NAME.test(error.name) ? error.name : 'Error';
};

function messageOf(error: unknown): string {
  if (error instanceof ProblemError) {
    const { kind, status } = error.problem;
    return status !== undefined && isStatus(status) ? `${kind} ${status}` : kind;
  }
  const said = error instanceof Error ? error.message.slice(0, 2000) : '';
  return SAID.find(([pattern]) => pattern.test(said))?.[1] ?? '';
}

/** The first two causes, as "; from TypeError: could not fetch". */
function causesOf(error: unknown): string {
  let words = '';
  let cause = error instanceof Error ? error.cause : undefined;
  for (let depth = 0; depth < 2 && cause !== undefined && cause !== null; depth += 1) {
    const message = messageOf(cause);
    words += `; from ${nameOf(cause)}${message && `: ${message}`}`;
    cause = cause instanceof Error ? cause.cause : undefined;
  }
  return words;
}

/** The row of an error that was caught at `where`. It fits ErrorRowSchema whatever was thrown. */
export function errorRow(error: unknown, where: string, now: Date): ErrorRow {
  const message = messageOf(error);
  const whole = `${message}${causesOf(error)}`;
  const stack = error instanceof Error && typeof error.stack === 'string' ? stackOf(error.stack) : [];
  return {
    level: ORDINARY.includes(message) ? 'information' : 'error',
    name: nameOf(error),
    message: MESSAGE.test(whole) ? whole : '',
    where: WHERE.test(where) ? where : 'other',
    stack: stack.filter((line) => FRAME.test(line)),
    at: now.toISOString(),
  };
}
