export { BulkLoads, type BulkLoad } from './bulk-load.js';
export { Database } from './database.js';
export { DatabaseModule } from './database.module.js';
export {
  ARRAY_BYTES,
  COPY_END,
  COPY_START,
  copyInteger,
  copyRow,
  copyText,
  copyUuid,
  DOUBLE_TYPE,
  NUMBER_BYTES,
  UUID_TYPE,
  writeCopyArray,
  writeCopyNumber,
} from './copy-binary.js';
export { connectPatiently } from './connect-patiently.js';
export { createOwnerDataSource } from './data-source.js';
export { JsonText } from './json-text.js';
export { pageOf, type PageRequest } from './page.js';
export { isPassing } from './passing.js';
export { Notices } from './notices.js';
export { and, list, sql, trusted, type Sql } from './sql.js';
export { Transactional } from './transactional.js';
export type { Scope } from './scope.js';
export { Snapshots, type Snapshot } from './snapshot.js';
export type { EntityMetadata } from 'typeorm';
export { HeardClient } from './heard-client.js';
