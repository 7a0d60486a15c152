// breaks: api-and-worker-are-edges
export { path } from '../../../api/src/path.js';
