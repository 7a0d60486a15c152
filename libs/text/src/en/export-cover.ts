import type { exportCover as sv } from '../sv/export-cover.js';

export const exportCover: Record<keyof typeof sv, string> = {
  'cover.sheet': 'Cover sheet',
  'cover.rows': 'Rows',
  'cover.what': 'What',
  'cover.value': 'Value',
  'cover.kind': 'Export',
  'cover.filters': 'Selection',
  'cover.noFilters': 'No selection: all rows',
  'cover.asOf': 'State as of',
  'cover.now': 'When the export was made',
  'cover.madeBy': 'Ordered by',
  'cover.requestedAt': 'Ordered',
  'cover.snapshotAt': 'Moment that the rows show',
  'cover.rules': 'Wordings in force',
  'cover.datasets': 'Data sets of measures in use',
  'cover.none': 'None',
  'cover.rowCount': 'Number of rows',
  'cover.sum': 'Control sum: {column}',
  'cover.rowsSha256': 'Checksum of the rows (SHA-256)',
  'cover.file': 'Checksum of the file',
  'cover.fileValue': 'Is in the manifest, which is fetched beside the file',
  'cover.times': 'Times in the rows',
  'cover.timesValue': 'UTC',
  'cover.cutCells': 'Cut cells',
  'cover.cutCellsValue':
    '{count}. The texts are too long for a cell and end with a mark. They are whole in CSV and JSON.',
  'cover.cutMark': '… (cut: the text has {length} characters and is whole in CSV and JSON)',
  'cover.changes': 'Compared with the export before',
  'cover.unchanged': 'Unchanged: the same rows as in the export {previous}',
  'cover.changed':
    'Changed since the export {previous}[: {added} new rows, {removed} gone, {changed} changed]',
  'exportFailure.exportFailed': 'The file could not be made. Try again in a while.',
  'exportFailure.diskFull': 'There is no room for the file. Try again when space has been freed.',
  'exportFailure.storageGone': 'The place where files are kept cannot be reached. Try again in a while.',
  'exportFailure.tooManyRowsForPdf':
    'The export has too many rows for PDF, which takes 2000 at most. Choose Excel or CSV, or narrow the selection.',
  'exportFailure.storedFileDamaged':
    'A file of the case is gone or has been changed where it is kept. Ask whoever runs Medel to restore it.',
};
