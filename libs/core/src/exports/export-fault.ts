/** Why no file came of an export. `isLasting`: another attempt would end the same way. */
export class ExportFault extends Error {
  constructor(
    readonly code: ExportFailure,
    readonly isLasting: boolean,
    options?: ErrorOptions,
  ) {
    super(code, options);
  }
}

export const EXPORT_FAILURES = [
  'exportFailed',
  'diskFull',
  'storageGone',
  'tooManyRowsForPdf',
  'storedFileDamaged',
] as const;
export type ExportFailure = (typeof EXPORT_FAILURES)[number];

const OF_STORAGE = new Set(['ENOENT', 'EACCES', 'EPERM', 'EROFS', 'EIO', 'ESTALE', 'ENOTDIR', 'EMFILE']);

/** What a failed run is told as. */
export function failureOf(error: unknown): ExportFailure {
  if (error instanceof ExportFault) return error.code;
  const code = (error as { code?: unknown } | null)?.code;
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'diskFull';
  return typeof code === 'string' && OF_STORAGE.has(code) ? 'storageGone' : 'exportFailed';
}
