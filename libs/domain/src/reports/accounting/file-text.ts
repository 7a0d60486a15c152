import { isStreamSafe, toNfc } from '../../shared/nfc.js';

export const FILE_ENCODINGS = ['cp437', 'utf8', 'latin1'] as const;
export type FileEncoding = (typeof FILE_ENCODINGS)[number];

/** Code page 437, 0x80–0xFF, as the IBM PC had it. SIE calls it PC8. */
const CP437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';

const HIGH = 0x80;
/** å, ä, ö, Å, Ä, Ö in each of the two that have one byte a letter. */
const LETTERS = {
  cp437: [0x86, 0x84, 0x94, 0x8f, 0x8e, 0x99],
  latin1: [0xe5, 0xe4, 0xf6, 0xc5, 0xc4, 0xd6],
} as const;

function readUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function decodeBytes(bytes: Uint8Array, high: (code: number) => string): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 4096) {
    let part = '';
    for (const code of bytes.subarray(at, at + 4096))
      part += code < HIGH ? String.fromCharCode(code) : high(code);
    parts.push(part);
  }
  return parts.join('');
}

const DECODERS: Record<Exclude<FileEncoding, 'utf8'>, (bytes: Uint8Array) => string> = {
  cp437: (bytes) => decodeBytes(bytes, (code) => CP437[code - HIGH]!),
  latin1: (bytes) => decodeBytes(bytes, (code) => String.fromCharCode(code)),
};

/**
 * Which of them a file is in. What reads as UTF-8 is UTF-8: no Swedish letter of the others does. Otherwise the one whose
 * letters å, ä and ö there are more of; `otherwise` where there are as many.
 */
export function tellEncoding(bytes: Uint8Array, otherwise: 'cp437' | 'latin1'): FileEncoding {
  if (readUtf8(bytes) !== undefined) return 'utf8';
  const count = { cp437: 0, latin1: 0 };
  for (const code of bytes) {
    if (code < HIGH) continue;
    if ((LETTERS.cp437 as readonly number[]).includes(code)) count.cp437 += 1;
    if ((LETTERS.latin1 as readonly number[]).includes(code)) count.latin1 += 1;
  }
  if (count.cp437 === count.latin1) return otherwise;
  return count.cp437 > count.latin1 ? 'cp437' : 'latin1';
}

/**
 * The text of a file, in NFC, without a byte order mark. `undefined` where its bytes are not of that encoding, or where more
 * marks stand on a letter than any text has.
 */
export function decodeFile(bytes: Uint8Array, encoding: FileEncoding): string | undefined {
  const text = encoding === 'utf8' ? readUtf8(bytes) : DECODERS[encoding](bytes);
  return text !== undefined && isStreamSafe(text) ? toNfc(text) : undefined;
}
