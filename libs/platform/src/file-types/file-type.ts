import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileTypeFromFile } from 'file-type';
import { DomainError, Invalid } from '#platform/errors';
import { archiveFault } from './archive.js';

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const OPEN_DOCUMENT = 'application/vnd.oasis.opendocument';

/** What is taken in, by what it is; and the endings and declared types that go with it. */
const TYPES = {
  pdf: { endings: ['pdf'], declared: ['application/pdf'] },
  docx: { endings: ['docx'], declared: [`${OFFICE}.wordprocessingml.document`] },
  xlsx: { endings: ['xlsx'], declared: [`${OFFICE}.spreadsheetml.sheet`] },
  odt: { endings: ['odt'], declared: [`${OPEN_DOCUMENT}.text`] },
  ods: { endings: ['ods'], declared: [`${OPEN_DOCUMENT}.spreadsheet`] },
  png: { endings: ['png'], declared: ['image/png'] },
  jpeg: { endings: ['jpeg', 'jpg'], declared: ['image/jpeg'] },
  // Windows says that a list is Excel's.
  csv: { endings: ['csv'], declared: ['text/csv', 'text/plain', 'application/vnd.ms-excel'] },
} as const;

export type FileType = keyof typeof TYPES;
export const FILE_TYPES = Object.keys(TYPES) as FileType[];

const PACKED: readonly string[] = ['docx', 'xlsx', 'odt', 'ods'];
/** What a sender says who does not know. */
const UNDECLARED = ['', 'application/octet-stream'];

export interface ToldFile {
  name: string;
  /** The media type that it was sent with. */
  type: string;
}

/**
 * What a file is, by its content; its name and the type that it was sent with must say the same. Throws `invalid` for one
 * that is empty or harmful to open, `unsupportedMediaType` for one that is not taken in or is not what it says.
 */
export async function tellFileType(path: string, told: ToldFile): Promise<FileType> {
  const ending = extname(told.name).slice(1).toLowerCase();
  const type = FILE_TYPES.find((each) => (TYPES[each].endings as readonly string[]).includes(ending));
  if (!type) throw refused('fileTypeNotAllowed', { allowed: FILE_TYPES });
  const start = await startOf(path);
  if (start.length === 0) throw new Invalid([{ code: 'fileEmpty', path: 'file' }]);
  // Before anybody else unpacks anything of it.
  const fault = PACKED.includes(type) && isZip(start) ? await archiveFault(path) : undefined;
  if (fault) throw new Invalid([{ code: 'archiveUnsafe', path: 'file', data: { reason: fault } }]);
  const found = await contentOf(path);
  const declared = told.type.split(';')[0]!.trim().toLowerCase();
  const isDeclared = [...UNDECLARED, ...TYPES[type].declared].includes(declared);
  if (found !== type || !isDeclared) throw refused('fileNotWhatItSays', { ending, found, declared });
  return type;
}

function refused(code: string, data: Record<string, unknown>): DomainError {
  return new DomainError('unsupportedMediaType', {}, [{ code, path: 'file', data }]);
}

const isZip = (start: Buffer): boolean => start.subarray(0, 2).toString('latin1') === 'PK';

async function startOf(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** What no signature tells of is a list, or nothing that we know. */
async function contentOf(path: string): Promise<string | null> {
  const found = await fileTypeFromFile(path);
  if (found) return found.ext === 'jpg' ? 'jpeg' : found.ext;
  return (await isPlainText(path)) ? 'csv' : null;
}

/** No control characters but those of lines and tabs, and no markup: a browser that guesses must not find a page in it. */
async function isPlainText(path: string): Promise<boolean> {
  let isFirst = true;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    if (
      isFirst &&
      chunk
        .toString('latin1')
        .replace(/^\u00ef\u00bb\u00bf/, '')
        .trimStart()
        .startsWith('<')
    )
      return false;
    isFirst = false;
    for (const byte of chunk)
      if ((byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13) || byte === 0x7f) return false;
  }
  return true;
}
