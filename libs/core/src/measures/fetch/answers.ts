import {
  AnswerFile,
  RemoteFault,
  type FetchedFile,
  type RemoteClient,
  type RemoteRequest,
} from '#platform/remote';

/** What describes a table is small. */
const LONGEST_DESCRIPTION = 33_554_432;
/** All answers of one fetch together: as much as the reader takes. */
const LONGEST_FILE = 1_073_741_824;

/** A fetch writes its answers to a file, each whole. When it fails, what is in the file is of no use. */
export async function intoFile(
  path: string,
  fetch: (file: AnswerFile) => Promise<void>,
): Promise<FetchedFile> {
  const file = await AnswerFile.create(path, LONGEST_FILE);
  try {
    await fetch(file);
  } catch (error) {
    await file.close();
    throw error;
  }
  return file.close();
}

/** An answer that says what there is to fetch. */
export async function describe(client: RemoteClient, request: RemoteRequest): Promise<unknown> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  await client.fetch(request, {
    begin: () => {
      pieces.length = bytes = 0;
    },
    write: (piece) => {
      bytes += piece.length;
      if (bytes > LONGEST_DESCRIPTION) throw new RemoteFault('tooLarge', { max: LONGEST_DESCRIPTION });
      pieces.push(piece);
    },
  });
  try {
    return JSON.parse(
      Buffer.concat(pieces)
        .toString('utf8')
        .replace(/^\ufeff/, ''),
    );
  } catch {
    throw new RemoteFault('notReadable');
  }
}
