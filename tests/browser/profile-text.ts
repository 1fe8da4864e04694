// Looks for a text in every file of a browser's profile, also where Chromium's LevelDB has packed it.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** A record of a log begins with a checksum (4), a length (2) and a type (1); a block has 32 kB. */
const [LOG_BLOCK, LOG_HEAD] = [32_768, 7];
/** The last bytes of a table: where its index is. A block ends with its kind of packing (1) and a checksum (4). */
const [FOOTER, TRAILER] = [48, 5];

/** The files, relative to the profile, that hold any of these texts, as UTF-8 or as UTF-16. */
export function filesHolding(profile: string, texts: readonly string[]): string[] {
  const words = texts.flatMap((text) => [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')]);
  const entries = readdirSync(profile, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => readings(path).some((bytes) => words.some((word) => bytes.includes(word))))
    .map((path) => relative(profile, path));
}

/** The file as it is, and as its kind is to be read. A file that goes away while it is looked at holds nothing. */
function readings(path: string): Buffer[] {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch {
    return [];
  }
  if (/\.log$/.test(path)) return [bytes, joinedLog(bytes)];
  if (/\.(ldb|sst)$/.test(path)) return [bytes, ...blocks(bytes)];
  return [bytes];
}

/** The records of a LevelDB log without the heads that may stand in the middle of a value. */
function joinedLog(bytes: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at + LOG_HEAD <= bytes.length; ) {
    const left = LOG_BLOCK - (at % LOG_BLOCK);
    if (left < LOG_HEAD) {
      at += left;
      continue;
    }
    const length = bytes.readUInt16LE(at + 4);
    parts.push(bytes.subarray(at + LOG_HEAD, at + LOG_HEAD + length));
    at += LOG_HEAD + length;
  }
  return Buffer.concat(parts);
}

/** All blocks of a LevelDB table, unpacked. Throws where the file is none: then this reader needs mending. */
function blocks(bytes: Buffer): Buffer[] {
  const footer = bytes.subarray(bytes.length - FOOTER);
  const [, meta] = handle(footer, 0);
  const [index] = handle(footer, meta);
  return entries(block(bytes, index)).map((value) => block(bytes, handle(value, 0)[0]));
}

type Handle = { at: number; size: number };

function handle(bytes: Buffer, from: number): [Handle, number] {
  const [at, second] = varint(bytes, from);
  const [size, end] = varint(bytes, second);
  return [{ at, size }, end];
}

function block(bytes: Buffer, { at, size }: Handle): Buffer {
  const packed = bytes.subarray(at, at + size);
  const kind = bytes[at + size];
  if (kind === 0) return packed;
  if (kind === 1) return unsnappy(packed);
  throw new Error(
    `A block is packed in a way that is not known here: ${kind}, of ${TRAILER} bytes at its end.`,
  );
}

/** The values of a block's entries. */
function entries(bytes: Buffer): Buffer[] {
  const restarts = bytes.readUInt32LE(bytes.length - 4);
  const end = bytes.length - 4 * (restarts + 1);
  const values: Buffer[] = [];
  for (let at = 0; at < end; ) {
    const [, a] = varint(bytes, at);
    const [own, b] = varint(bytes, a);
    const [length, c] = varint(bytes, b);
    values.push(bytes.subarray(c + own, c + own + length));
    at = c + own + length;
  }
  return values;
}

function varint(bytes: Buffer, from: number): [number, number] {
  let [value, factor, at] = [0, 1, from];
  for (;;) {
    const byte = bytes[at] ?? 0;
    at += 1;
    value += (byte & 127) * factor;
    if (byte < 128) return [value, at];
    factor *= 128;
  }
}

/** Snappy's raw format: https://github.com/google/snappy/blob/main/format_description.txt */
function unsnappy(bytes: Buffer): Buffer {
  const [size, begin] = varint(bytes, 0);
  const out = Buffer.alloc(size);
  let [at, to] = [begin, 0];
  while (at < bytes.length) {
    const tag = bytes[at] ?? 0;
    at += 1;
    const kind = tag & 3;
    if (kind === 0) {
      let length = tag >> 2;
      const more = length >= 60 ? length - 59 : 0;
      if (more > 0) length = bytes.readUIntLE(at, more);
      at += more;
      bytes.copy(out, to, at, at + length + 1);
      at += length + 1;
      to += length + 1;
      continue;
    }
    const length = kind === 1 ? ((tag >> 2) & 7) + 4 : (tag >> 2) + 1;
    const wide = kind === 1 ? 1 : kind === 2 ? 2 : 4;
    const offset = bytes.readUIntLE(at, wide) + (kind === 1 ? (tag >> 5) * 256 : 0);
    at += wide;
    for (let n = 0; n < length; n += 1) out[to + n] = out[to + n - offset] ?? 0;
    to += length;
  }
  return out;
}
