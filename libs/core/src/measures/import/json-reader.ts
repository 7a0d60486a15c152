import { JsonEvents, JsonFault, type JsonHandler, type JsonPath, type JsonScalar } from '#platform/json';
import { FileFault } from './file-fault.js';
import type { ImportMapping } from './import-mapping.js';
import type { ImportFormat } from './import-row.js';
import { JsonStatReader } from './json-stat-reader.js';
import { KoladaReader } from './kolada-reader.js';
import { PxwebReader } from './pxweb-reader.js';
import type { RowGate } from './row-gate.js';

/** Names of the outermost object that no two of the formats have. */
const TELLING = new Map<string, ImportFormat>([
  ['class', 'jsonStat2'],
  ['dimension', 'jsonStat2'],
  ['id', 'jsonStat2'],
  ['size', 'jsonStat2'],
  ['value', 'jsonStat2'],
  ['columns', 'pxwebJson'],
  ['data', 'pxwebJson'],
  ['values', 'kolada'],
  ['next_url', 'kolada'],
  ['previous_url', 'kolada'],
  ['count', 'kolada'],
]);

/** Of one format. `finish` comes after the last answer. */
type AnswerReader = JsonHandler & { finish?(): void };

/** Answers of SCB and Kolada; several may follow one another, as they were fetched. */
export class JsonReader {
  private readonly events = new JsonEvents({
    start: (path, kind) => this.start(path, kind),
    value: (path, value) => this.value(path, value),
    end: (path, kind) => this.close(path, kind),
  });
  private readonly readers: Record<Exclude<ImportFormat, 'csv'>, AnswerReader>;
  private reader: AnswerReader | undefined;

  constructor(
    private readonly gate: RowGate,
    mapping: ImportMapping,
    private readonly told: ImportFormat | null,
  ) {
    this.readers = {
      jsonStat2: new JsonStatReader(gate, mapping),
      pxwebJson: new PxwebReader(gate, mapping),
      kolada: new KoladaReader(gate),
    };
  }

  write(text: string): void {
    this.read(() => this.events.write(text));
  }

  end(): void {
    this.read(() => this.events.end());
    this.reader?.finish?.();
  }

  private start(path: JsonPath, kind: '{' | '['): void {
    if (path.length === 0 && kind === '[') throw new FileFault('notTheFormat', { found: 'json' });
    this.recognise(path);
    this.reader?.start?.(path, kind);
  }

  private value(path: JsonPath, value: JsonScalar): void {
    if (path.length === 0) throw new FileFault('notTheFormat', { found: 'json' });
    this.recognise(path);
    this.reader?.value(path, value);
  }

  private close(path: JsonPath, kind: '{' | '['): void {
    if (path.length === 0 && !this.reader) throw new FileFault('notTheFormat', { found: 'json' });
    this.reader?.end?.(path, kind);
  }

  private recognise([name]: JsonPath): void {
    if (this.reader || name === undefined) return;
    const found = TELLING.get(String(name));
    if (!found || found === 'csv') return;
    if (this.told !== null && this.told !== found) throw new FileFault('notTheFormat', { found });
    this.reader = this.readers[found];
  }

  private read(step: () => void): void {
    try {
      step();
    } catch (error) {
      if (!(error instanceof JsonFault)) throw error;
      throw new FileFault(FAULTS[error.code], { offset: error.offset }, this.gate.line);
    }
  }
}

const FAULTS = {
  malformed: 'notJson',
  truncated: 'truncatedFile',
  tooDeep: 'notJson',
  textTooLong: 'notJson',
} as const;
