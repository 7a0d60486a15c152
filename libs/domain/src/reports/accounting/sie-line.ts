import type { AccountingObject } from './accounting-row.js';

export type SieFault = 'unclosedQuote' | 'unclosedBrace' | 'strayCharacter' | 'noLabel';

/** A line `#LABEL field field {objects} …`. A list of objects is a field that is a list. */
export interface SieLine {
  label: string;
  fields: (string | string[])[];
}

const isSpace = (char: string | undefined) => char === ' ' || char === '\t';

/** Reads fields from `at` to the end of the text, or to the brace that closes them. */
class Fields {
  constructor(
    private readonly text: string,
    public at = 0,
  ) {}

  read(isInBraces: boolean): (string | string[])[] | SieFault {
    const fields: (string | string[])[] = [];
    for (;;) {
      while (isSpace(this.text[this.at])) this.at += 1;
      const char = this.text[this.at];
      if (char === undefined) return isInBraces ? 'unclosedBrace' : fields;
      if (char === '}') {
        if (!isInBraces) return 'strayCharacter';
        this.at += 1;
        return fields;
      }
      const field = char === '{' ? this.braces(isInBraces) : char === '"' ? this.quoted() : this.bare();
      if (typeof field === 'object' && 'fault' in field) return field.fault;
      fields.push(field);
      const next = this.text[this.at];
      if (next !== undefined && !isSpace(next) && next !== '}') return 'strayCharacter';
    }
  }

  private braces(isInBraces: boolean): string[] | { fault: SieFault } {
    if (isInBraces) return { fault: 'strayCharacter' };
    this.at += 1;
    const inner = this.read(true);
    return typeof inner === 'string' ? { fault: inner } : (inner as string[]);
  }

  /** Quotes are escaped by a backslash inside quotes; any other backslash is itself. */
  private quoted(): string | { fault: SieFault } {
    let value = '';
    for (this.at += 1; this.at < this.text.length; this.at += 1) {
      const char = this.text[this.at]!;
      if (char === '\\' && this.text[this.at + 1] === '"') {
        value += '"';
        this.at += 1;
      } else if (char === '"') {
        this.at += 1;
        return value;
      } else value += char;
    }
    return { fault: 'unclosedQuote' };
  }

  private bare(): string {
    let value = '';
    for (; this.at < this.text.length; this.at += 1) {
      const char = this.text[this.at]!;
      if (isSpace(char) || char === '}' || char === '{') break;
      const isEscaped = char === '\\' && this.text[this.at + 1] === '"';
      if (isEscaped) this.at += 1;
      value += isEscaped ? '"' : char;
    }
    return value;
  }
}

/** A line of a SIE file, which begins with its label. */
export function readSieLine(text: string): SieLine | SieFault {
  const bare = text.trim();
  const [label] = /^#[A-Za-zÅÄÖåäö0-9_]+(?=\s|$)/.exec(bare) ?? [];
  if (label === undefined) return 'noLabel';
  const fields = new Fields(bare, label.length).read(false);
  return typeof fields === 'string' ? fields : { label: label.toUpperCase(), fields };
}

/** `{1 "456" 6 "P1"}`: dimension and object by turns. `undefined` where they are not pairs. */
export function readObjects(field: string | string[] | undefined): AccountingObject[] | undefined {
  if (!Array.isArray(field) || field.length % 2 !== 0) return undefined;
  const objects: AccountingObject[] = [];
  for (let index = 0; index < field.length; index += 2)
    objects.push({ dimension: field[index]!, object: field[index + 1]! });
  return objects;
}
