export { ReferenceModule } from './reference.module.js';
export { ReferenceSeed, type Added } from './reference.seed.js';
