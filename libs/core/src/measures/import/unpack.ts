import { createGunzip } from 'node:zlib';
import { ByteReader } from './byte-reader.js';
import { FileFault, type ReadLimits } from './file-fault.js';
import { inflate } from './inflate.js';
import { unzip } from './unzip.js';

const MEBIBYTE = 1_048_576;
/** How other files begin that people send for a table of figures. */
const OTHERS: readonly (readonly [string, string])[] = [
  ['d0cf11e0', 'xls'],
  ['25504446', 'pdf'],
  ['377abcaf', '7z'],
  ['52617221', 'rar'],
  ['425a68', 'bzip2'],
  ['fd377a58', 'xz'],
  ['28b52ffd', 'zstd'],
];

/** The bytes of a file, unpacked when they are gzip or a zip with one file. Throws `FileFault`. */
export async function* unpack(file: AsyncIterable<unknown>, limits: ReadLimits): AsyncGenerator<Buffer> {
  const packed = new ByteReader(file);
  const head = (await packed.peek(4)).toString('hex');
  const other = OTHERS.find(([begins]) => head.startsWith(begins));
  if (other) throw new FileFault('notTheFormat', { found: other[1] });
  const isGzip = head.startsWith('1f8b');
  const isZip = head === '504b0304' || head === '504b0506';
  const unpacked = isGzip ? inflate(packed, createGunzip()) : isZip ? unzip(packed) : packed.remaining();
  let bytes = 0;
  for await (const piece of unpacked) {
    bytes += piece.length;
    if (bytes > limits.bytes) throw new FileFault('fileTooLarge', { max: limits.bytes });
    if (bytes > MEBIBYTE && bytes > packed.taken * limits.expansion)
      throw new FileFault('unpacksTooLarge', { max: limits.expansion });
    yield piece;
  }
}
