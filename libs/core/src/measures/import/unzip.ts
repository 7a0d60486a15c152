import { crc32, createInflateRaw } from 'node:zlib';
import type { ByteReader } from './byte-reader.js';
import { FileFault } from './file-fault.js';
import { inflate } from './inflate.js';

const LOCAL_HEADER = 0x04034b50;
const DESCRIPTOR = 0x08074b50;
const DIRECTORY_ENTRY = 0x02014b50;
const ZIP64_END = 0x06064b50;
const DIRECTORY_END = 0x06054b50;
const ENCRYPTED = 0x0001;
const SIZES_FOLLOW = 0x0008;
const STORED = 0;
const DEFLATED = 8;
/** In the place of a size: it stands in a field of its own. */
const ELSEWHERE = 0xffffffff;

interface Entry {
  name: string;
  method: number;
  flags: number;
  crc: number;
  packedSize: number;
}

/** The bytes of the only file in a zip, read from front to back. Throws `FileFault`, also for what is cut off or damaged. */
export async function* unzip(packed: ByteReader): AsyncGenerator<Buffer> {
  let found = 0;
  for (;;) {
    const signature = await packed.peek(4);
    if (signature.length < 4) throw new FileFault('truncatedFile');
    if (signature.readUInt32LE() !== LOCAL_HEADER) break;
    const entry = await readHeader(packed);
    if (/(^|\/)(\[Content_Types\]\.xml|mimetype)$/.test(entry.name))
      throw new FileFault('notTheFormat', { found: 'xlsx' });
    // What macOS adds beside each file, and folders.
    const isAside = entry.name.endsWith('/') || /(^|\/)(__MACOSX\/|\.DS_Store$)/.test(entry.name);
    if (!isAside && (found += 1) > 1) throw new FileFault('manyFilesInArchive');
    for await (const piece of content(packed, entry)) if (!isAside) yield piece;
  }
  await readDirectory(packed);
  if (found === 0) throw new FileFault('emptyFile');
}

async function readHeader(packed: ByteReader): Promise<Entry> {
  const fixed = await whole(packed, 30);
  const name = (await whole(packed, fixed.readUInt16LE(26))).toString();
  const extra = await whole(packed, fixed.readUInt16LE(28));
  const packedSize = fixed.readUInt32LE(18);
  return {
    name,
    flags: fixed.readUInt16LE(6),
    method: fixed.readUInt16LE(8),
    crc: fixed.readUInt32LE(14),
    packedSize: packedSize === ELSEWHERE ? longSize(extra) : packedSize,
  };
}

async function* content(packed: ByteReader, entry: Entry): AsyncGenerator<Buffer> {
  if (entry.flags & ENCRYPTED) throw new FileFault('encryptedArchive');
  const sizesFollow = (entry.flags & SIZES_FOLLOW) !== 0;
  if (entry.method !== DEFLATED && (entry.method !== STORED || (sizesFollow && entry.packedSize === 0)))
    throw new FileFault('unknownPacking');
  const pieces =
    entry.method === DEFLATED ? inflate(packed, createInflateRaw()) : stored(packed, entry.packedSize);
  let checksum = 0;
  for await (const piece of pieces) {
    checksum = crc32(piece, checksum);
    yield piece;
  }
  const expected = sizesFollow ? await readDescriptor(packed) : entry.crc;
  if (checksum !== expected) throw new FileFault('damagedArchive');
}

async function* stored(packed: ByteReader, size: number): AsyncGenerator<Buffer> {
  for (let left = size; left > 0;) {
    const piece = await packed.take();
    if (piece.length === 0) throw new FileFault('truncatedFile');
    if (piece.length > left) packed.putBack(piece.subarray(left));
    yield piece.subarray(0, left);
    left -= Math.min(left, piece.length);
  }
}

/** The checksum after the content. Its signature is optional, and its sizes have four or eight bytes. */
async function readDescriptor(packed: ByteReader): Promise<number> {
  const signed = (await packed.peek(4)).length === 4 && (await packed.peek(4)).readUInt32LE() === DESCRIPTOR;
  if (signed) await whole(packed, 4);
  const crc = (await whole(packed, 4)).readUInt32LE();
  const next = await packed.peek(20);
  const isNext = (at: number) =>
    next.length >= at + 4 && [LOCAL_HEADER, DIRECTORY_ENTRY].includes(next.readUInt32LE(at));
  await whole(packed, isNext(8) || !isNext(16) ? 8 : 16);
  return crc;
}

/** A zip that was cut off has lost its end. */
async function readDirectory(packed: ByteReader): Promise<void> {
  for (;;) {
    const signature = (await whole(packed, 4)).readUInt32LE();
    if (signature === DIRECTORY_ENTRY) {
      const fixed = await whole(packed, 42);
      await whole(packed, fixed.readUInt16LE(24) + fixed.readUInt16LE(26) + fixed.readUInt16LE(28));
    } else if (signature === ZIP64_END) {
      // Followed by its locator of twenty bytes.
      const size = (await whole(packed, 8)).readBigUInt64LE();
      await whole(packed, Number(size < 65_536n ? size : 0n) + 20);
    } else if (signature === DIRECTORY_END) {
      const fixed = await whole(packed, 18);
      await whole(packed, fixed.readUInt16LE(16));
      return;
    } else throw new FileFault('damagedArchive');
  }
}

/** The size of the packed content in the field for sizes beyond four bytes. */
function longSize(extra: Buffer): number {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2))
    if (extra.readUInt16LE(at) === 1 && extra.readUInt16LE(at + 2) >= 16 && at + 20 <= extra.length)
      return Number(extra.readBigUInt64LE(at + 12));
  return 0;
}

async function whole(packed: ByteReader, count: number): Promise<Buffer> {
  const bytes = await packed.takeExactly(count);
  if (bytes.length < count) throw new FileFault('truncatedFile');
  return bytes;
}
