import type { Readable } from 'node:stream';
import { FileFault, READ_LIMITS, type ReadLimits } from './file-fault.js';
import type { ImportContext, ImportFormat, RejectedRow, TakeRow } from './import-row.js';
import { MeasureText } from './measure-text.js';
import { RowGate } from './row-gate.js';
import { unpack } from './unpack.js';

/**
 * Reads a file of measures once, in constant memory, gives `takeRow` what it holds, and yields what was rejected of each
 * piece, also when that is nothing; packed with gzip or zip too. `format` is told from the content when it is `null`.
 * Never throws for what the file holds: what cannot be read is a rejected row, and the reader stops where going on would
 * be a guess. A failure to fetch its bytes is thrown. What was given may be loaded only when nothing at all was rejected.
 */
export async function* readMeasureFile(
  file: Readable,
  format: ImportFormat | null,
  context: ImportContext,
  takeRow: TakeRow,
  limits: ReadLimits = READ_LIMITS,
): AsyncGenerator<RejectedRow[]> {
  const gate = new RowGate(context, takeRow, limits.rejected);
  const text = new MeasureText(gate, context.mapping, format);
  try {
    for await (const bytes of unpack(file, limits)) {
      text.write(bytes);
      yield gate.takeRejected();
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
  yield gate.takeRejected();
}
