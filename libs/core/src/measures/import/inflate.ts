import type { Gunzip, InflateRaw } from 'node:zlib';
import type { ByteReader } from './byte-reader.js';
import { FileFault } from './file-fault.js';

/**
 * Unpacks as fast as what is unpacked is asked for, and puts back what follows the packed bytes.
 * Throws `FileFault` for what is cut off or damaged.
 */
export async function* inflate(packed: ByteReader, engine: Gunzip | InflateRaw): AsyncGenerator<Buffer> {
  let given = 0;
  let last: Buffer = Buffer.alloc(0);
  let failure: Error | undefined;
  const closed = new Promise<void>((resolve) => engine.once('close', resolve));
  const feed = async () => {
    // Once the engine leaves bytes, it has come to the end of what is packed, and may answer no more.
    while (given === engine.bytesWritten) {
      last = await packed.take();
      given += last.length;
      if (last.length === 0) return void engine.end();
      const written = new Promise<void>((resolve) => engine.write(last, () => resolve()));
      await Promise.race([written, closed]);
    }
  };
  const feeding = feed().catch((error: unknown) => {
    failure = error as Error;
    engine.destroy();
  });
  try {
    for await (const piece of engine) yield piece as Buffer;
  } catch (error) {
    if (failure !== undefined) throw failure;
    throw isZlib(error) ? toFault(error) : error;
  } finally {
    engine.destroy();
  }
  await feeding;
  if (failure !== undefined) throw failure;
  packed.putBack(last.subarray(last.length - (given - engine.bytesWritten)));
}

const isZlib = (error: unknown): error is { code: string } =>
  String((error as { code?: unknown } | null)?.code).startsWith('Z_');

function toFault(error: { code: string }): FileFault {
  return new FileFault(error.code === 'Z_BUF_ERROR' ? 'truncatedFile' : 'damagedArchive');
}
