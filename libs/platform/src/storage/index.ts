export { Checksum, sha256, type Stored } from './checksum.js';
export { FileStorage } from './file-storage.js';
export { StorageModule } from './storage.module.js';
