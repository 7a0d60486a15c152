export { mapTexts, typesetPdf, type PdfStandard } from './typeset-pdf.js';
