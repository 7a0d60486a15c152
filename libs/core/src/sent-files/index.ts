export { FileScan } from './file-scan.entity.js';
export {
  FILE_SCAN_STATES,
  fileScanJson,
  fileScanState,
  isInQuarantine,
  type FileScanState,
} from './file-scan.queries.js';
export { FileScanner } from './file-scanner.js';
export { FILE_RECEIVED, FileScans, type KeptFile } from './file-scans.js';
export { shownName, type SentFile } from './sent-file.js';
export { ORPHAN_MILLISECONDS, SentFilesKeeper } from './sent-files.keeper.js';
export { SentFilesModule } from './sent-files.module.js';
export { SENT_FILE_ENDINGS } from './sent-files.repository.js';
