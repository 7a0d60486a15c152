import { zipOf } from '../../api/sample-files.js';

const MEGABYTE = 1024 * 1024;

/** Unpacks to three hundred megabytes. */
export const bomb = () =>
  zipOf({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': 300 * MEGABYTE });

/** Many entries that are one and the same: small, and says that it unpacks to two gigabytes. */
export async function overlapping(copies = 200): Promise<Buffer> {
  const zip = await zipOf({ 'word/document.xml': 10 * MEGABYTE });
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  const at = zip.readUInt32LE(end + 16);
  const entry = zip.subarray(at, end);
  const tail = Buffer.from(zip.subarray(end));
  tail.writeUInt16LE(copies, 8);
  tail.writeUInt16LE(copies, 10);
  tail.writeUInt32LE(copies * entry.length, 12);
  return Buffer.concat([zip.subarray(0, at), ...Array.from({ length: copies }, () => entry), tail]);
}

/** The fields of its first entry in its directory, changed. */
export async function forged(made: Promise<Buffer>, change: (entry: Buffer) => void): Promise<Buffer> {
  const zip = Buffer.from(await made);
  change(zip.subarray(zip.indexOf('PK\x01\x02', 0, 'latin1')));
  return zip;
}

/** UTF-16 in the other order of bytes, with its mark. */
export const utf16be = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le').swap16();

/** A form written by hand: names and bytes as no client writes them. */
export function rawForm(disposition: string, content: Buffer | string): { type: string; body: Buffer } {
  const boundary = 'x-demo-x';
  const head = `--${boundary}\r\nContent-Disposition: ${disposition}\r\nContent-Type: application/pdf\r\n\r\n`;
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    body: Buffer.concat([
      Buffer.from(head, 'latin1'),
      Buffer.from(content),
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]),
  };
}
