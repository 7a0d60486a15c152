import { isAscii, isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { FileFault } from './file-fault.js';
import type { RejectionCode } from './import-row.js';

/** Bytes to text, in pieces of any size, given in order. Throws `FileFault` when the rest cannot be read. */
export interface Decoder {
  write(bytes: Buffer): void;
  end(): void;
}

type Give = (text: string) => void;

/** A line that is not as the others is told in its turn, and blank in the text. */
export type TellLine = (line: number, code: RejectionCode, data: Record<string, unknown>) => void;

/** What 80–9F are in Windows-1252; in ISO 8859-1 nothing that is printed. Five have no character. */
const WINDOWS = '€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ';
const LONGEST_LINE = 65_536;
const LF = 10;
const CR = 13;

/** By the mark at the beginning of the file, or `undefined` when there is none of UTF-16. */
export function tellUtf16(head: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  if (head.length < 2) return undefined;
  const mark = head.readUInt16BE();
  return mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : undefined;
}

/** Text in an encoding that is known, or nothing: a mark at the beginning is left out. */
export class StrictDecoder implements Decoder {
  private readonly decoder: TextDecoder;

  constructor(
    private readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be',
    private readonly give: Give,
  ) {
    this.decoder = new TextDecoder(encoding, { fatal: true });
  }

  write(bytes: Buffer): void {
    this.give(this.decode(bytes));
  }

  end(): void {
    this.give(this.decode());
  }

  private decode(bytes?: Buffer): string {
    try {
      return bytes ? this.decoder.decode(bytes, { stream: true }) : this.decoder.decode();
    } catch {
      throw new FileFault('brokenCharacters', { encoding: this.encoding });
    }
  }
}

/**
 * Text in UTF-8 or Windows-1252, told apart by the first line that is not plain ASCII. Every line after it must be in
 * the same: text in Windows-1252 that is also well-formed UTF-8 is two or three odd letters in a row, as `Ã¶`.
 */
export class LineDecoder implements Decoder {
  private encoding: 'utf-8' | 'windows-1252' | undefined;
  private rest: Buffer = Buffer.alloc(0);
  private newline: number | undefined;
  private line = 1;
  private isFirst = true;

  constructor(
    private readonly give: Give,
    private readonly tell: TellLine,
  ) {}

  write(bytes: Buffer): void {
    let all = this.rest.length === 0 ? bytes : Buffer.concat([this.rest, bytes]);
    if (this.isFirst) {
      if (all.length < 3) return this.hold(all);
      this.isFirst = false;
      if (all.subarray(0, 3).toString('hex') === 'efbbbf') {
        this.encoding = 'utf-8';
        all = all.subarray(3);
      }
    }
    this.newline ??= all.includes(LF) ? LF : all.subarray(0, -1).includes(CR) ? CR : undefined;
    const end = this.newline === undefined ? 0 : all.lastIndexOf(this.newline) + 1;
    this.decode(all.subarray(0, end));
    this.hold(all.subarray(end));
    if (this.rest.length > LONGEST_LINE) throw new FileFault('recordTooLong', {}, this.line);
  }

  end(): void {
    this.decode(this.rest);
  }

  private hold(bytes: Buffer): void {
    // A copy: the piece that it is cut from may be large.
    this.rest = Buffer.from(bytes);
  }

  private decode(lines: Buffer): void {
    const first = this.line;
    this.line += this.count(lines);
    if (lines.includes(0)) this.decodeEach(lines, first);
    else if (isAscii(lines)) this.give(lines.toString('latin1'));
    else if (this.encoding !== 'windows-1252' && isUtf8(lines)) {
      this.encoding = 'utf-8';
      this.give(lines.toString('utf8'));
    } else this.decodeEach(lines, first);
  }

  private decodeEach(lines: Buffer, first: number): void {
    for (let at = 0, line = first; at < lines.length; line += 1) {
      const next = lines.indexOf(this.newline ?? LF, at);
      const end = next === -1 ? lines.length : next + 1;
      this.give(this.decodeLine(lines.subarray(at, end), line));
      at = end;
    }
  }

  private decodeLine(bytes: Buffer, line: number): string {
    if (bytes.includes(0)) throw new FileFault('notTheFormat', { found: 'binary' }, line);
    if (isAscii(bytes)) return bytes.toString('latin1');
    const found = isUtf8(bytes) ? 'utf-8' : 'windows-1252';
    this.encoding ??= found;
    const text = found === 'utf-8' ? bytes.toString('utf8') : fromWindows(bytes);
    if (found !== this.encoding) this.tell(line, 'mixedEncodings', { expected: this.encoding, found });
    else if (text === undefined) this.tell(line, 'brokenCharacters', { encoding: this.encoding });
    else return text;
    return bytes.at(-1) === this.newline ? String.fromCharCode(this.newline!) : '';
  }

  private count(bytes: Buffer): number {
    const [{ newline }, { length }] = [this, bytes];
    let count = 0;
    for (let at = 0; at < length; at += 1) if (bytes[at] === newline) count += 1;
    return count;
  }
}

/** `undefined` when a byte has no character in Windows-1252. */
function fromWindows(bytes: Buffer): string | undefined {
  const text = bytes
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (char) => WINDOWS[char.charCodeAt(0) - 0x80]!);
  return text.includes('\ufffd') ? undefined : text;
}
