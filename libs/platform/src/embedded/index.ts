export { startEmbeddedPostgres, type EmbeddedPostgres, type EmbeddedPostgresOptions } from './postgres.js';
export { removeEmbeddedPostgres } from './remove.js';
export { exitWithParent } from './exit-with-parent.js';
export { freePort } from './port.js';
export { dataDirectoryOf } from './home.js';
