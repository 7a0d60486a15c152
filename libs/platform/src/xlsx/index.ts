export { xlsxWorkbook, type WorkbookParts, type XlsxColumn } from './xlsx-workbook.js';
export { ZipWriter } from './zip-writer.js';
