export { createLogger, nestLogger } from './logging.js';
