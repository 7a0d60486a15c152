/**
 * COPY's binary form. It is built of fields that were encoded before, where a value comes again and again: then a million
 * values are a million copies of bytes, and PostgreSQL parses no text.
 */

/** What stands before the first row, and after the last. */
export const COPY_START = Buffer.concat([Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1'), Buffer.alloc(8)]);
export const COPY_END = Buffer.from([0xff, 0xff]);

/** The most that a number or a null takes. */
export const NUMBER_BYTES = 12;
/** What stands before the elements of an array. */
export const ARRAY_BYTES = 24;
/** How PostgreSQL names the types of elements. */
export const UUID_TYPE = 2950;
export const DOUBLE_TYPE = 701;

/** What stands before a row's fields. */
export function copyRow(columns: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeInt16BE(columns);
  return bytes;
}

export function copyText(text: string): Buffer {
  return field(Buffer.from(text));
}

export function copyInteger(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return field(bytes);
}

export function copyUuid(id: string): Buffer {
  return field(Buffer.from(id.replaceAll('-', ''), 'hex'));
}

/** A double or null, written at `at`; answers where the next field or element begins. */
export function writeCopyNumber(bytes: Buffer, at: number, value: number | null): number {
  if (value === null) return bytes.writeInt32BE(-1, at);
  return bytes.writeDoubleBE(value, bytes.writeInt32BE(8, at));
}

/** Begins an array at `at` that ends at `end`, and answers where its first element is written. */
export function writeCopyArray(bytes: Buffer, at: number, end: number, type: number, count: number): number {
  const [dimensions, flags, lowerBound] = [1, 0, 1];
  let next = bytes.writeInt32BE(end - at - 4, at);
  for (const part of [dimensions, flags, type, count, lowerBound]) next = bytes.writeInt32BE(part, next);
  return next;
}

function field(value: Buffer): Buffer {
  const bytes = Buffer.alloc(4 + value.length);
  bytes.writeInt32BE(value.length);
  value.copy(bytes, 4);
  return bytes;
}
