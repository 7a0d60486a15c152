export { xlsxWorkbook, type WorkbookParts, type XlsxCell, type XlsxColumn } from './xlsx-workbook.js';
export { ZipWriter } from './zip-writer.js';
