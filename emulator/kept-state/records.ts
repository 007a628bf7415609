import { crc32 } from "node:zlib";

/**
 * The bytes of the file: a line with the format's version, then records. A record is a header of 24
 * hexadecimal digits (length of the text in bytes, checksum of the text, checksum of these two), the
 * text and a line feed. Because the header has a checksum of its own, a record that a crash cut short
 * can be told from one that was damaged later, wherever the damage is.
 */
const FORMAT = "local-azure-state";
const VERSION = 1;
const HEADER_BYTES = 24;
const LINE_FEED = 0x0a;

const firstLine = Buffer.from(`${FORMAT} ${VERSION}\n`);

/** The bytes are not what was written; the message says where. */
export class DamagedError extends Error {}

/** The bytes are of another version of the format. */
export class UnknownVersionError extends Error {}

/** The bytes of a file that holds these records. */
export function encodeFile(texts: readonly string[]): Buffer {
  return Buffer.concat([firstLine, ...texts.map(encodeRecord)]);
}

/** The bytes that add a record to a file. */
export function encodeRecord(text: string): Buffer {
  const body = Buffer.from(text);
  const start = hex(body.length) + hex(crc32(body));
  return Buffer.concat([Buffer.from(start + hex(crc32(start))), body, Buffer.from([LINE_FEED])]);
}

/**
 * The records of a file, oldest first. What a crash left of a record that was being added is left out.
 *
 * @throws DamagedError, UnknownVersionError
 */
export function decodeFile(bytes: Buffer): string[] {
  if (bytes.length < firstLine.length && firstLine.subarray(0, bytes.length).equals(bytes)) {
    return [];
  }
  checkFirstLine(bytes);
  const texts: string[] = [];
  let at = firstLine.length;
  for (;;) {
    const record = recordAt(bytes, at);
    if (!record) return texts;
    texts.push(record.text);
    at = record.end;
  }
}

function checkFirstLine(bytes: Buffer): void {
  if (bytes.subarray(0, firstLine.length).equals(firstLine)) return;
  const version = new RegExp(`^${FORMAT} (\\d+)\\n`).exec(bytes.toString("latin1", 0, 64))?.[1];
  if (version !== undefined) throw new UnknownVersionError(`version ${version} of the format`);
  throw new DamagedError("damaged at byte 0");
}

/** The record that starts at a byte; undefined at the end of the bytes or when they end within it. */
function recordAt(bytes: Buffer, at: number): { text: string; end: number } | undefined {
  const bodyAt = at + HEADER_BYTES;
  if (bytes.length < bodyAt) return undefined;
  const header = bytes.toString("latin1", at, bodyAt);
  if (hex(crc32(header.slice(0, 16))) !== header.slice(16)) throw damagedAt(at);
  const end = bodyAt + Number.parseInt(header.slice(0, 8), 16);
  if (bytes.length < end + 1) return undefined;
  const body = bytes.subarray(bodyAt, end);
  if (hex(crc32(body)) !== header.slice(8, 16) || bytes[end] !== LINE_FEED) throw damagedAt(at);
  return { text: body.toString(), end: end + 1 };
}

function damagedAt(at: number): DamagedError {
  return new DamagedError(`damaged at byte ${at}`);
}

function hex(value: number): string {
  return value.toString(16).padStart(8, "0");
}
