export { typesetPdf, type PdfStandard } from './typeset-pdf.js';
