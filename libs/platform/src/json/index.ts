export { canonicalJson } from './canonical-json.js';
export {
  JsonEvents,
  JsonFault,
  type JsonFaultCode,
  type JsonHandler,
  type JsonPath,
  type JsonScalar,
} from './json-events.js';
