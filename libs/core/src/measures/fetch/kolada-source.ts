import { TextDecoder } from 'node:util';
import { JsonEvents, JsonFault } from '#platform/json';
import { RemoteFault, type AnswerFile, type FetchedFile, type RemoteClient } from '#platform/remote';
import { intoFile } from './answers.js';

export interface KoladaQuestion {
  kpis: readonly string[];
  years: readonly number[];
  /** As Kolada writes them; none is all. */
  municipalities?: readonly string[];
  signal?: AbortSignal;
}

const JSON_TYPES = ['application/json'];
/** As many as Kolada gives at a time. */
const PER_PAGE = 5_000;
const MOST_PAGES = 2_000;

/** Fetches values of Kolada v3 page after page into a file, which `readMeasureFile` reads as `kolada`. */
export async function fetchKolada(
  client: RemoteClient,
  question: KoladaQuestion,
  path: string,
): Promise<FetchedFile & { pages: number }> {
  const list = (values: readonly (string | number)[]) =>
    values.map((value) => encodeURIComponent(value)).join(',');
  const places = question.municipalities?.length ? `/municipality/${list(question.municipalities)}` : '';
  const first = `data/kpi/${list(question.kpis)}${places}/year/${list(question.years)}?per_page=${PER_PAGE}`;
  const seen = new Set<string>();
  const fetched = await intoFile(path, async (file) => {
    let next: string | null = client.resolve(first);
    while (next !== null) {
      if (seen.has(next)) throw new RemoteFault('pagingLoop');
      if (seen.size >= MOST_PAGES) throw new RemoteFault('tooManyPages', { max: MOST_PAGES });
      seen.add(next);
      const page = new PageSink(file);
      await client.fetch({ url: next, contentTypes: JSON_TYPES, signal: question.signal }, page);
      const following = page.end();
      next = following === null ? null : client.resolve(following, next);
    }
  });
  return { ...fetched, pages: seen.size };
}

/** Passes a page on, and reads in passing where the next one is. */
class PageSink {
  private next: string | null = null;
  private decoder = new TextDecoder();
  private events: JsonEvents | undefined;

  constructor(private readonly file: AnswerFile) {}

  async begin(): Promise<void> {
    this.next = null;
    this.decoder = new TextDecoder();
    this.events = new JsonEvents({
      value: (path, value) => {
        if (path.length === 1 && path[0] === 'next_url' && typeof value === 'string' && value !== '')
          this.next = value;
      },
    });
    await this.file.begin();
  }

  async write(bytes: Uint8Array): Promise<void> {
    this.understand(() => this.events!.write(this.decoder.decode(bytes, { stream: true })));
    await this.file.write(bytes);
  }

  end(): string | null {
    this.understand(() => this.events!.end());
    this.file.keep();
    return this.next;
  }

  private understand(read: () => void): void {
    try {
      read();
    } catch (error) {
      throw error instanceof JsonFault ? new RemoteFault('notReadable') : error;
    }
  }
}
