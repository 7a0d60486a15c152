export { archiveFault, ARCHIVE_FAULTS, type ArchiveFault } from './archive.js';
export { FILE_TYPES, tellFileType, type FileType, type ToldFile } from './file-type.js';
