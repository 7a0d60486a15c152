export { Database } from './database.js';
export { DatabaseModule } from './database.module.js';
export { createOwnerDataSource } from './data-source.js';
export { and, nothing, sql, type Sql } from './sql.js';
export { Transactional } from './transactional.js';
export type { Scope } from './scope.js';
