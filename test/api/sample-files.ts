import { xlsxWorkbook, ZipWriter } from '#platform/xlsx';

/** The smallest files that are what they say. */
export const pdf = (text = 'Demo'): Buffer => Buffer.from(`%PDF-1.7\n% ${text}\n%%EOF\n`);
export const png = (): Buffer =>
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  );
export const jpeg = (): Buffer => Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex');

const CONTENT_TYPES = `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;

/** A zip of texts by name; a number is as many zero bytes. */
export async function zipOf(entries: Record<string, string | number>): Promise<Buffer> {
  const zip = new ZipWriter();
  const pieces: Buffer[] = [];
  for (const [name, content] of Object.entries(entries))
    for await (const piece of zip.entry(name, typeof content === 'number' ? zeros(content) : [content]))
      pieces.push(piece);
  for (const piece of zip.end()) pieces.push(piece);
  return Buffer.concat(pieces);
}

function* zeros(count: number): Generator<Buffer> {
  const piece = Buffer.alloc(1024 * 1024);
  for (let left = count; left > 0; left -= piece.length) yield piece;
}

export const docx = (more: Record<string, string> = {}): Promise<Buffer> =>
  zipOf({ '[Content_Types].xml': CONTENT_TYPES, 'word/document.xml': '<document/>', ...more });
export const odt = (): Promise<Buffer> =>
  zipOf({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<office/>' });
export const ods = (): Promise<Buffer> =>
  zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<office/>' });

/** As our own exports are. */
export async function xlsx(): Promise<Buffer> {
  const pieces: Buffer[] = [];
  const workbook = xlsxWorkbook({
    title: 'Demo',
    coverName: 'Om',
    sheetName: 'Rader',
    columns: [{ heading: 'Namn', type: 'text' }],
    rows: rows(),
    unguarded: (text) => text,
    cover: () => Promise.resolve([['Demo', 'Demo']]),
    cutMark: () => '',
  });
  for await (const piece of workbook) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function* rows() {
  yield Buffer.from('name\nDemo\n');
}
