import type { Readable } from 'node:stream';
import { FileFault, READ_LIMITS, type ReadLimits } from './file-fault.js';
import type { ImportBatch, ImportContext, ImportFormat } from './import-row.js';
import { MeasureText } from './measure-text.js';
import { RowGate } from './row-gate.js';
import { unpack } from './unpack.js';

/**
 * Reads a file of measures once, in constant memory, and yields what it holds a piece at a time; packed with gzip or zip
 * too. `format` is told from the content when it is `null`.
 * Never throws for what the file holds: what cannot be read is a rejected row, and the reader stops where going on would
 * be a guess. A failure to fetch its bytes is thrown. What is yielded may be loaded only when nothing at all was rejected.
 */
export async function* readMeasureFile(
  file: Readable,
  format: ImportFormat | null,
  context: ImportContext,
  limits: ReadLimits = READ_LIMITS,
): AsyncGenerator<ImportBatch> {
  const gate = new RowGate(context, limits.rejected);
  const text = new MeasureText(gate, context.mapping, format);
  try {
    for await (const bytes of unpack(file, limits)) {
      text.write(bytes);
      const batch = gate.take();
      if (batch) yield batch;
      if (gate.isClosed) break;
    }
    if (!gate.isClosed) text.end();
    gate.finish();
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    gate.reject(error.line ?? gate.line, error.code, error.data);
  } finally {
    file.destroy();
  }
  const last = gate.take();
  if (last) yield last;
}
