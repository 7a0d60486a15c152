import { describe, expect, it } from '@jest/globals';
import { decodeFile, tellEncoding } from './file-text.js';

const bytes = (...codes: number[]) => Uint8Array.from(codes);
const utf8 = (text: string) => new TextEncoder().encode(text);
/** Räksmörgås ÅÄÖ é */
const CP437 = bytes(
  ...[0x52, 0x84, 0x6b, 0x73, 0x6d, 0x94, 0x72, 0x67, 0x86, 0x73, 0x20, 0x8f, 0x8e, 0x99, 0x20, 0x82],
);
const LATIN1 = bytes(
  ...[0x52, 0xe4, 0x6b, 0x73, 0x6d, 0xf6, 0x72, 0x67, 0xe5, 0x73, 0x20, 0xc5, 0xc4, 0xd6, 0x20, 0xe9],
);

describe('decodeFile', () => {
  it.each([
    ['cp437', CP437],
    ['latin1', LATIN1],
    ['utf8', utf8('Räksmörgås ÅÄÖ é')],
  ] as const)('%s', (encoding, file) => {
    expect(decodeFile(file, encoding)).toBe('Räksmörgås ÅÄÖ é');
    expect(tellEncoding(file, 'cp437')).toBe(encoding);
    expect(tellEncoding(file, 'latin1')).toBe(encoding);
  });

  it('has a character for every byte of code page 437', () => {
    const all = decodeFile(
      Uint8Array.from({ length: 256 }, (_, code) => code),
      'cp437',
    )!;
    expect([...all]).toHaveLength(256);
    expect([all[0xe1], all[0xe4], all[0xff], all[0x9b], all[0xc4]]).toEqual(['ß', 'Σ', '\u00a0', '¢', '─']);
    expect(new Set(all).size).toBe(256);
  });

  it('leaves out a byte order mark and brings text to NFC', () => {
    expect(decodeFile(utf8('\ufeff#FLAGGA'), 'utf8')).toBe('#FLAGGA');
    expect(decodeFile(utf8('Malmo\u0308'), 'utf8')).toBe('Malmö');
  });

  it('is undefined where more marks stand on a letter than any text has', () => {
    expect(decodeFile(utf8(`a${'\u0301\u0323'.repeat(16)}`), 'utf8')).toBeUndefined();
  });

  it('is undefined where bytes are not UTF-8', () => expect(decodeFile(CP437, 'utf8')).toBeUndefined());
});

describe('tellEncoding', () => {
  it('of what has no letters of either goes by the kind of file', () => {
    expect(tellEncoding(bytes(0xb0), 'cp437')).toBe('cp437');
    expect(tellEncoding(bytes(0xb0), 'latin1')).toBe('latin1');
    expect(tellEncoding(utf8('bara ascii'), 'cp437')).toBe('utf8');
  });
});
