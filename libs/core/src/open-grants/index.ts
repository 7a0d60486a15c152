export { OpenGrantsFiles } from './open-grants.files.js';
export { OpenGrantsModule } from './open-grants.module.js';
export { OpenGrantsQueries } from './open-grants.queries.js';
