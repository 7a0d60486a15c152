import type { ExportFormat } from '../export.entity.js';
import { csvFile } from './csv-file.js';
import type { FileFormat } from './file-format.js';
import { jsonFile } from './json-file.js';
import { pdfFile } from './pdf-file.js';
import { xlsxFile } from './xlsx-file.js';
import { zipFile } from './zip-file.js';

export type { CoverLine, Told } from './file-format.js';
export { MOST_ROWS_OF_PDF } from './pdf-file.js';

export const FILE_FORMATS: Record<ExportFormat, FileFormat> = {
  csv: csvFile,
  xlsx: xlsxFile,
  json: jsonFile,
  pdf: pdfFile,
  zip: zipFile,
};
