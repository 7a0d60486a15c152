import { mapTexts, typesetPdf } from '#platform/typst';
import type { LetterDocument } from './letter-document.js';
import { LETTER_TEMPLATE } from './letter-template.js';

/** A run of characters without a place to break would run out of the page. Addresses break by themselves. */
const UNBROKEN = /[^\s/?&.-]{50,}/gu;
const ZERO_WIDTH_SPACE = '\u200b';

export function typesetDocument(document: LetterDocument): Promise<Buffer> {
  const inputs = mapTexts({ ...document }, (text) => text.replace(UNBROKEN, inPieces));
  return typesetPdf(LETTER_TEMPLATE, inputs);
}

function inPieces(word: string): string {
  return word.replace(/.{40}(?=.)/gu, (piece) => piece + ZERO_WIDTH_SPACE);
}
