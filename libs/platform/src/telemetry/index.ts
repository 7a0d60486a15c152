export { messageOf } from './fault.js';
export { createLogger, nestLogger } from './logging.js';
