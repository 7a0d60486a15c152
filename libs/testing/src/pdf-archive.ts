import { inflateSync } from 'node:zlib';

/** What a file may not have that is to be read in fifty years (PDF/A-2: ISO 19005-2, 6.1 to 6.5), where it is written as Typst does. */
const FORBIDDEN: Record<string, RegExp> = {
  encryption: /\/Encrypt\b/,
  script: /\/(?:JavaScript|JS|Launch)\b/,
  'attached file': /\/EmbeddedFiles?\b/,
  transparency: /\/(?:SMask|Transparency|ca|CA)\b/,
  'device colours': /\/Device(?:Gray|RGB|CMYK)\b/,
  'LZW filter': /\/LZWDecode\b/,
  'outside stream': /\/FFilter\b/,
};
const DEVICE_COLOUR = /(?<=^|\s)(?:g|G|rg|RG|k|K)(?=\s)/;
const TEXTS = /\((?:\\[\s\S]|[^\\)])*\)|<[0-9a-fA-F\s]*>/g;

/** The names of what is forbidden and there. */
export function forbiddenInArchive(content: Buffer): string[] {
  const text = content.toString('latin1');
  const streams = [...text.matchAll(/(?<!end)stream\n([\s\S]*?)\nendstream/g)].map(([, packed]) => packed!);
  const outside = streams.reduce((rest, packed) => rest.replace(packed, ''), text);
  const named = Object.entries(FORBIDDEN).filter(([, pattern]) => pattern.test(outside));
  const painted = streams.map(unpacked).filter((stream) => /\bBT\b/.test(stream));
  if (painted.length === 0) throw new Error('The file paints nothing');
  return [
    ...named.map(([name]) => name),
    ...(painted.some((stream) => DEVICE_COLOUR.test(stream.replace(TEXTS, ''))) ? ['device colour'] : []),
    ...(/\/ID \[/.test(outside) ? [] : ['no id']),
  ];
}

function unpacked(stream: string): string {
  try {
    return inflateSync(Buffer.from(stream, 'latin1')).toString('latin1');
  } catch {
    return '';
  }
}
