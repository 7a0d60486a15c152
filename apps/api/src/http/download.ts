import { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
  pdf: 'application/pdf',
  zip: 'application/zip',
} as const;

interface Opened {
  stream: Readable;
  name: string;
  format: keyof typeof TYPES;
  /** Left out where it is written while it is read. */
  size?: number;
}

/** A file as somebody sent it: no guess at its type, and a name of ours for those who read no other. */
export async function downloadSent(
  opened: Promise<Pick<Opened, 'stream' | 'name'> & { size: number }>,
): Promise<StreamableFile> {
  const { stream, name, size } = await opened;
  return new StreamableFile(stream, {
    type: 'application/octet-stream',
    disposition: `attachment; filename="file"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16)}`)}`,
    length: size,
  });
}

/** Always as an attachment: no browser shows what came from a form as a page of ours. */
export async function download(opened: Promise<Opened>): Promise<StreamableFile> {
  const { stream, name, format, size } = await opened;
  return new StreamableFile(stream, {
    type: TYPES[format],
    disposition: `attachment; filename="${name}"`,
    ...(size === undefined ? {} : { length: size }),
  });
}

/** A document that is all there. */
export async function downloadPdf(
  opened: Promise<{ content: Buffer; name: string }>,
): Promise<StreamableFile> {
  const { content, name } = await opened;
  return download(
    Promise.resolve({ stream: Readable.from([content]), name, format: 'pdf', size: content.length }),
  );
}
