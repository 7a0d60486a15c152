import { crc32, deflateRawSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { readAll, short, told } from './reading.fixture.js';

const CSV = Buffer.from('organisation;measure;year;value\n0180;areaType12Share;2022;0,125\n');
const READ = ['2 0180 areaType12Share 2022 0.125'];
const DESCRIBED_AFTER = 8;
const ENCRYPTED = 1;

interface Member {
  name?: string;
  content?: Buffer;
  method?: number;
  flags?: number;
  crc?: number;
  /** Without the four bytes that may stand before what follows the content. */
  isBare?: boolean;
}

/** A zip as programs write it: what is packed, then the list of it. */
function zip(...members: Member[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  for (const {
    name = 'data.csv',
    content = CSV,
    method = 8,
    flags = 0,
    isBare,
    crc = crc32(content),
  } of members) {
    const packed = method === 8 ? deflateRawSync(content) : content;
    const isAfter = (flags & DESCRIBED_AFTER) !== 0;
    const header = Buffer.alloc(26);
    header.writeUInt16LE(20, 0);
    header.writeUInt16LE(flags, 2);
    header.writeUInt16LE(method, 4);
    if (!isAfter)
      [crc, packed.length, content.length].forEach((value, at) => header.writeUInt32LE(value, 10 + at * 4));
    header.writeUInt16LE(name.length, 22);
    const after = Buffer.alloc(16);
    [0x08074b50, crc, packed.length, content.length].forEach((value, at) =>
      after.writeUInt32LE(value, at * 4),
    );
    parts.push(Buffer.from('PK\x03\x04'), header, Buffer.from(name), packed);
    if (isAfter) parts.push(isBare ? after.subarray(4) : after);
    const entry = Buffer.alloc(42);
    entry.writeUInt16LE(name.length, 24);
    directory.push(Buffer.from('PK\x01\x02'), entry, Buffer.from(name));
  }
  return Buffer.concat([...parts, ...directory, Buffer.from('PK\x05\x06'), Buffer.alloc(18)]);
}

describe('a packed file', () => {
  it.each<[string, Buffer]>([
    ['gzip', gzipSync(CSV)],
    ['gzip in two parts', Buffer.concat([gzipSync(CSV.subarray(0, 40)), gzipSync(CSV.subarray(40))])],
    ['zip', zip({})],
    ['zip, only stored', zip({ method: 0 })],
    ['zip that was written as it came', zip({ flags: DESCRIBED_AFTER })],
    ['zip that was written as it came, unsigned', zip({ flags: DESCRIBED_AFTER, isBare: true })],
    [
      'zip of macOS',
      zip(
        { name: 'folder/', content: Buffer.alloc(0), method: 0 },
        { name: 'folder/a.csv' },
        { name: '__MACOSX/folder/._a.csv', content: Buffer.from('x') },
      ),
    ],
  ])('is read from %s, in pieces of any size', async (_, file) => {
    for (const piece of [1, 10, 65_536]) {
      const { rows, rejected } = await readAll(file, { piece });
      expect(rejected).toEqual([]);
      expect(short(rows)).toEqual(READ);
    }
  });

  it.each<[string, Buffer, string]>([
    ['is a gzip cut off', gzipSync(CSV).subarray(0, -9), 'truncatedFile'],
    ['is a gzip cut off in its checksum', gzipSync(CSV).subarray(0, -4), 'truncatedFile'],
    ['is a gzip with a wrong checksum', flip(gzipSync(CSV), -8), 'damagedArchive'],
    ['is a zip cut off in its content', zip({}).subarray(0, 60), 'truncatedFile'],
    ['is a zip cut off in its list', zip({}).subarray(0, -30), 'truncatedFile'],
    ['is a zip without its last bytes', zip({}).subarray(0, -1), 'truncatedFile'],
    ['is a stored zip cut off', zip({ method: 0 }).subarray(0, 60), 'truncatedFile'],
    ['is a zip with a wrong checksum', zip({ crc: 1 }), 'damagedArchive'],
    [
      'is a zip followed by something else',
      Buffer.concat([zip({}).subarray(0, -90), Buffer.alloc(90)]),
      'damagedArchive',
    ],
    ['has two files', zip({}, { name: 'other.csv' }), 'manyFilesInArchive'],
    ['has no file', zip(), 'emptyFile'],
    ['has an empty file', zip({ content: Buffer.alloc(0) }), 'emptyFile'],
    ['is locked', zip({ flags: ENCRYPTED }), 'encryptedArchive'],
    ['is packed otherwise', zip({ method: 14 }), 'unknownPacking'],
    ['is a workbook', zip({ name: '[Content_Types].xml' }), 'notTheFormat'],
    ['is an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'notTheFormat'],
    ['is a zip in a zip', zip({ content: zip({}) }), 'notTheFormat'],
  ])('%s', async (_, file, code) => {
    for (const piece of [1, 65_536]) {
      const { rejected } = await readAll(file, { piece });
      expect(rejected.map((each) => each.code)).toEqual([code]);
    }
  });

  it.each([
    ['gzip', (bomb: Buffer) => gzipSync(bomb)],
    ['zip', (bomb: Buffer) => zip({ content: bomb })],
  ])('is a bomb of %s', async (_, pack) => {
    const bomb = Buffer.concat([CSV, Buffer.alloc(30_000_000, '\n')]);
    expect(told((await readAll(pack(bomb))).rejected)).toEqual([expect.stringMatching(/ unpacksTooLarge$/)]);
    const { rejected } = await readAll(pack(bomb), { limits: { expansion: 100_000, bytes: 20_000_000 } });
    expect(told(rejected)).toEqual([expect.stringMatching(/ fileTooLarge$/)]);
  });
});

function flip(bytes: Buffer, at: number): Buffer {
  const flipped = Buffer.from(bytes);
  const index = (at + bytes.length) % bytes.length;
  flipped[index] = flipped[index]! ^ 1;
  return flipped;
}
