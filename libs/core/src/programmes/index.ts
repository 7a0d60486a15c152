export { measuresOf, ProgrammeQueries } from './programme.queries.js';
export { ProgrammesModule } from './programmes.module.js';
