import { pipeline } from 'node:stream';
import { constants, crc32, createDeflateRaw } from 'node:zlib';

const LOCAL_HEADER = 0x04034b50;
const DESCRIPTOR = 0x08074b50;
const DIRECTORY_ENTRY = 0x02014b50;
const ZIP64_END = 0x06064b50;
const ZIP64_LOCATOR = 0x07064b50;
const DIRECTORY_END = 0x06054b50;

const DEFLATED = 8;
/** Sizes follow after the content, and the name is UTF-8. */
const FLAGS = 0x0808;
const VERSION = 20;
const VERSION_ZIP64 = 45;
/** Small pieces are gathered: another thread packs them, and waking it costs more than to pack some kilobytes. */
const GATHERED_BYTES = 65_536;
/** In the place of a number that stands in a field of its own. */
const ELSEWHERE = 0xffffffff;
/** 1 January 1980: the same content is the same bytes whenever it is packed. */
const NO_TIME = 0x00210000;

interface Entry {
  name: Buffer;
  crc: number;
  packed: number;
  size: number;
  offset: number;
}

export type Pieces = AsyncIterable<string | Buffer> | Iterable<string | Buffer>;

/**
 * Packs one entry after another as its content comes, and holds none of it. An entry must stay below 4 GiB, so that any
 * reader takes it; the archive may be larger.
 */
export class ZipWriter {
  private readonly entries: Entry[] = [];
  private offset = 0;

  async *entry(name: string, content: Pieces): AsyncGenerator<Buffer> {
    const entry: Entry = { name: Buffer.from(name), crc: 0, packed: 0, size: 0, offset: this.offset };
    yield this.counted(localHeader(entry.name));
    const deflate = createDeflateRaw({ level: constants.Z_BEST_SPEED, chunkSize: 65_536 });
    // What fails on the way is thrown by whoever reads the other end.
    pipeline(measured(content, entry), deflate, () => undefined);
    for await (const piece of deflate as AsyncIterable<Buffer>) {
      entry.packed += piece.length;
      yield this.counted(piece);
    }
    if (Math.max(entry.size, entry.packed) >= ELSEWHERE) throw new Error(`${name} is too large for a zip`);
    yield this.counted(numbers([DESCRIPTOR, 4], [entry.crc, 4], [entry.packed, 4], [entry.size, 4]));
    this.entries.push(entry);
  }

  *end(): Generator<Buffer> {
    const start = this.offset;
    for (const entry of this.entries) yield this.counted(directoryEntry(entry));
    const size = this.offset - start;
    const count = this.entries.length;
    if (start + size >= ELSEWHERE) yield zip64End(start, size, count);
    yield numbers(
      [DIRECTORY_END, 4],
      [0, 4],
      [count, 2],
      [count, 2],
      [Math.min(size, ELSEWHERE), 4],
      [Math.min(start, ELSEWHERE), 4],
      [0, 2],
    );
  }

  private counted(bytes: Buffer): Buffer {
    this.offset += bytes.length;
    return bytes;
  }
}

async function* measured(content: Pieces, entry: Entry): AsyncGenerator<Buffer> {
  let gathered: Buffer[] = [];
  let size = 0;
  for await (const piece of content) {
    const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
    entry.crc = crc32(bytes, entry.crc);
    entry.size += bytes.length;
    gathered.push(bytes);
    size += bytes.length;
    if (size < GATHERED_BYTES) continue;
    yield Buffer.concat(gathered);
    gathered = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(gathered);
}

function localHeader(name: Buffer): Buffer {
  const fixed = numbers(
    [LOCAL_HEADER, 4],
    [VERSION, 2],
    [FLAGS, 2],
    [DEFLATED, 2],
    [NO_TIME, 4],
    [0, 4],
    [0, 4],
    [0, 4],
    [name.length, 2],
    [0, 2],
  );
  return Buffer.concat([fixed, name]);
}

function directoryEntry({ name, crc, packed, size, offset }: Entry): Buffer {
  const isFar = offset >= ELSEWHERE;
  const extra = isFar ? numbers([1, 2], [8, 2], [offset, 8]) : Buffer.alloc(0);
  const version = isFar ? VERSION_ZIP64 : VERSION;
  const fixed = numbers(
    [DIRECTORY_ENTRY, 4],
    [version, 2],
    [version, 2],
    [FLAGS, 2],
    [DEFLATED, 2],
    [NO_TIME, 4],
    [crc, 4],
    [packed, 4],
    [size, 4],
    [name.length, 2],
    [extra.length, 2],
    [0, 2],
    [0, 2],
    [0, 2],
    [0, 4],
    [Math.min(offset, ELSEWHERE), 4],
  );
  return Buffer.concat([fixed, name, extra]);
}

function zip64End(start: number, size: number, count: number): Buffer {
  return numbers(
    [ZIP64_END, 4],
    [44, 8],
    [VERSION_ZIP64, 2],
    [VERSION_ZIP64, 2],
    [0, 4],
    [0, 4],
    [count, 8],
    [count, 8],
    [size, 8],
    [start, 8],
    [ZIP64_LOCATOR, 4],
    [0, 4],
    [start + size, 8],
    [1, 4],
  );
}

/** Numbers in a row, each of a width in bytes, the least byte first. */
function numbers(...fields: [value: number, width: 2 | 4 | 8][]): Buffer {
  const bytes = Buffer.alloc(fields.reduce((sum, [, width]) => sum + width, 0));
  let at = 0;
  for (const [value, width] of fields) {
    if (width === 8) bytes.writeBigUInt64LE(BigInt(value), at);
    else bytes.writeUIntLE(value, at, width);
    at += width;
  }
  return bytes;
}
