// An append-only file of JSON lines, each on disk before the request is answered; a torn last line is dropped.
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs';

export type Journal = { entries: unknown[]; append(entry: unknown): void; close(): void };

/**
 * Opens a journal and reads what it holds. A last line that was cut off (no line end, or no whole JSON) never
 * happened: it is cut from the file. A bad line before the last one is damage, and an error.
 */
export function openJournal(path: string): Journal {
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const lines = text.split('\n');
  // After the last line end comes the torn line, or nothing.
  let keep = text.length - (lines.pop() ?? '').length;
  const entries: unknown[] = [];
  for (const [index, line] of lines.entries()) {
    try {
      entries.push(JSON.parse(line));
    } catch (error) {
      if (index < lines.length - 1)
        throw new Error(`Line ${index + 1} of the journal ${path} is damaged.`, { cause: error });
      keep -= line.length + 1;
    }
  }
  if (keep < text.length) truncateSync(path, Buffer.byteLength(text.slice(0, keep)));
  const file = openSync(path, 'a');
  return {
    entries,
    append(entry) {
      writeSync(file, `${JSON.stringify(entry)}\n`);
      fsyncSync(file);
    },
    close: () => closeSync(file),
  };
}
