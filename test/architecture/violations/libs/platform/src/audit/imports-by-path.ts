// breaks: libraries-by-their-name
export { text } from '../../../text/src/index.js';
