export { mapTexts, typesetPdf } from './typeset-pdf.js';
