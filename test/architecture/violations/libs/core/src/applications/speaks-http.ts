// breaks: core-imports-the-layers-below
export { path } from '../../../../apps/api/src/path.js';
