export { parseXml } from './parse-xml.js';
