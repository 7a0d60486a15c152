export { FileStorage, type Stored } from './file-storage.js';
export { StorageModule } from './storage.module.js';
