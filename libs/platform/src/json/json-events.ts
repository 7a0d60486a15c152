export type JsonScalar = string | number | boolean | null;

/** Names and positions from the outermost inwards. The same array is used all the time: copy what is to be kept. */
export type JsonPath = readonly (string | number)[];

export interface JsonHandler {
  /** `NaN` and `Infinity`, which some programs write though JSON has no such thing, arrive as these numbers. */
  value(path: JsonPath, value: JsonScalar): void;
  /** An object or a list begins; path `[]` is the document. */
  start?(path: JsonPath, kind: '{' | '['): void;
  end?(path: JsonPath, kind: '{' | '['): void;
}

export type JsonFaultCode = 'malformed' | 'truncated' | 'tooDeep' | 'textTooLong';

export class JsonFault extends Error {
  constructor(
    readonly code: JsonFaultCode,
    /** Characters before it. */
    readonly offset: number,
  ) {
    super(`${code} at ${offset}`);
  }
}

const DEEPEST = 64;
const LONGEST_TEXT = 1_048_576;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORDS = new Map<string, JsonScalar>([
  ['true', true],
  ['false', false],
  ['null', null],
  ['NaN', Number.NaN],
  ['Infinity', Number.POSITIVE_INFINITY],
  ['-Infinity', Number.NEGATIVE_INFINITY],
]);
const SPACE = /[ \t\n\r]*/y;
const BARE = /[-+.\w]*/y;
const CONTROL = /[\u0000-\u001f]/; // eslint-disable-line no-control-regex -- JSON allows none of them in a text

type Expect = 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'commaOrEnd' | 'document';

/**
 * Tells what is in a JSON text as it arrives, in pieces of any size, and builds nothing: memory is one name or text and
 * the path to it. Documents may follow one another. Throws `JsonFault` where the text is not JSON.
 */
export class JsonEvents {
  private rest = '';
  private before = 0;
  private expect: Expect = 'document';
  private readonly path: (string | number)[] = [];
  private readonly open: ('{' | '[')[] = [];
  private isLast = false;

  constructor(private readonly handler: JsonHandler) {}

  write(piece: string): void {
    const text = this.rest + piece;
    let at = 0;
    for (;;) {
      SPACE.lastIndex = at;
      SPACE.test(text);
      at = SPACE.lastIndex;
      if (at >= text.length) break;
      const next = this.step(text, at);
      if (next === at) break;
      at = next;
    }
    this.rest = text.slice(at);
    this.before += at;
    if (this.rest.length > LONGEST_TEXT) throw this.fault('textTooLong', 0);
  }

  end(): void {
    this.isLast = true;
    this.write('');
    if (this.rest !== '' || this.expect !== 'document') throw this.fault('truncated', this.rest.length);
  }

  /** Takes one token and tells where the next begins; the same place when the token is not whole yet. */
  private step(text: string, at: number): number {
    const char = text[at]!;
    switch (this.expect) {
      case 'document':
      case 'value':
        return this.takeValue(text, at, char);
      case 'valueOrEnd':
        return char === ']' ? this.close(at, '[') : this.takeValue(text, at, char);
      case 'key':
      case 'keyOrEnd':
        if (char === '}' && this.expect === 'keyOrEnd') return this.close(at, '{');
        return this.takeKey(text, at, char);
      case 'colon':
        if (char !== ':') throw this.fault('malformed', at);
        this.expect = 'value';
        return at + 1;
      case 'commaOrEnd':
        if (char === ',') return this.nextMember(at);
        return this.close(at, char === '}' ? '{' : '[', char);
    }
  }

  private nextMember(at: number): number {
    const isList = this.open.at(-1) === '[';
    if (isList) (this.path[this.path.length - 1] as number)++;
    this.expect = isList ? 'value' : 'key';
    return at + 1;
  }

  private takeValue(text: string, at: number, char: string): number {
    if (char === '{' || char === '[') return this.begin(at, char);
    if (char === '"') {
      const found = this.textAt(text, at);
      return found ? this.give(found.value, found.end) : at;
    }
    BARE.lastIndex = at;
    BARE.test(text);
    const end = BARE.lastIndex;
    if (end === text.length && !this.isLast) return at;
    const word = text.slice(at, end);
    const known = WORDS.get(word);
    if (known !== undefined) return this.give(known, end);
    NUMBER.lastIndex = at;
    if (end === at || !NUMBER.test(text) || NUMBER.lastIndex !== end) throw this.fault('malformed', at);
    return this.give(Number(word), end);
  }

  private takeKey(text: string, at: number, char: string): number {
    if (char !== '"') throw this.fault('malformed', at);
    const found = this.textAt(text, at);
    if (!found) return at;
    this.path[this.path.length - 1] = found.value;
    this.expect = 'colon';
    return found.end;
  }

  private textAt(text: string, at: number): { value: string; end: number } | undefined {
    let close = text.indexOf('"', at + 1);
    while (close !== -1 && isEscaped(text, close)) close = text.indexOf('"', close + 1);
    if (close === -1) return undefined;
    const raw = text.slice(at + 1, close);
    if (CONTROL.test(raw)) throw this.fault('malformed', at);
    if (!raw.includes('\\')) return { value: raw, end: close + 1 };
    try {
      return { value: JSON.parse(`"${raw}"`) as string, end: close + 1 };
    } catch {
      throw this.fault('malformed', at);
    }
  }

  private begin(at: number, kind: '{' | '['): number {
    if (this.open.length >= DEEPEST) throw this.fault('tooDeep', at);
    this.handler.start?.(this.path, kind);
    this.open.push(kind);
    this.path.push(kind === '[' ? 0 : '');
    this.expect = kind === '[' ? 'valueOrEnd' : 'keyOrEnd';
    return at + 1;
  }

  private close(at: number, kind: '{' | '[', char = kind === '{' ? '}' : ']'): number {
    if (this.open.at(-1) !== kind || (char !== '}' && char !== ']')) throw this.fault('malformed', at);
    this.open.pop();
    this.path.pop();
    this.handler.end?.(this.path, kind);
    this.expect = this.open.length === 0 ? 'document' : 'commaOrEnd';
    return at + 1;
  }

  private give(value: JsonScalar, end: number): number {
    this.handler.value(this.path, value);
    this.expect = this.open.length === 0 ? 'document' : 'commaOrEnd';
    return end;
  }

  private fault(code: JsonFaultCode, at: number): JsonFault {
    return new JsonFault(code, this.before + at);
  }
}

/** After an odd number of backslashes. */
function isEscaped(text: string, quote: number): boolean {
  let slashes = 0;
  while (text[quote - 1 - slashes] === '\\') slashes += 1;
  return slashes % 2 === 1;
}
