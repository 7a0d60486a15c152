import { CsvReader } from './csv-reader.js';
import { LineDecoder, StrictDecoder, tellUtf16, type Decoder } from './decode.js';
import { FileFault } from './file-fault.js';
import type { ImportMapping } from './import-mapping.js';
import type { ImportFormat } from './import-row.js';
import { JsonReader } from './json-reader.js';
import type { RowGate } from './row-gate.js';

/** As much as tells what a file is. */
const HEAD = 1_024;

/** The bytes of a file as what its beginning shows them to be. Throws `FileFault`. */
export class MeasureText {
  private head: Buffer = Buffer.alloc(0);
  private decoder: Decoder | undefined;
  private reader: CsvReader | JsonReader | undefined;

  constructor(
    private readonly gate: RowGate,
    private readonly mapping: ImportMapping,
    private readonly format: ImportFormat | null,
  ) {}

  write(bytes: Buffer): void {
    if (this.decoder) return this.decoder.write(bytes);
    this.head = Buffer.concat([this.head, bytes]);
    if (this.head.length >= HEAD) this.open();
  }

  end(): void {
    if (!this.reader) this.open();
    this.decoder!.end();
    this.reader!.end();
  }

  private open(): void {
    if (this.head.length === 0) throw new FileFault('emptyFile');
    const utf16 = tellUtf16(this.head);
    const start = utf16
      ? new TextDecoder(utf16).decode(this.head)
      : this.head.toString('latin1').replace(/^ï»¿/, '');
    const first = start.trimStart().charAt(0);
    if (first === '<') throw new FileFault('notTheFormat', { found: 'html' });
    const isJson = first === '{' || first === '[';
    if (this.format !== null && isJson !== (this.format !== 'csv'))
      throw new FileFault('notTheFormat', { found: isJson ? 'json' : 'text' });
    const reader = isJson
      ? new JsonReader(this.gate, this.mapping, this.format)
      : new CsvReader(this.gate, this.mapping);
    const give = (text: string) => reader.write(text);
    this.reader = reader;
    this.decoder = utf16
      ? new StrictDecoder(utf16, give)
      : isJson
        ? new StrictDecoder('utf-8', give)
        : new LineDecoder(give, (line, code, data) => this.gate.reject(line, code, data));
    const { head } = this;
    this.head = Buffer.alloc(0);
    this.decoder.write(head);
  }
}
