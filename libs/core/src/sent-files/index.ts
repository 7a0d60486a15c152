export { shownName, type SentFile } from './sent-file.js';
export { SentFilesKeeper } from './sent-files.keeper.js';
export { SentFilesModule } from './sent-files.module.js';
export { SENT_FILE_ENDINGS } from './sent-files.repository.js';
