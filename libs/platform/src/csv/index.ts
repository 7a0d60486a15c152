export { CsvRecords, parseCsv, tellDelimiter, type CsvFault, type Delimiter } from './csv.js';
