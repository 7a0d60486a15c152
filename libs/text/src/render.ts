import type { Language } from './language.js';
import { formatPlain, NUMBER_FORMATS } from './numbers.js';

export type Data = Readonly<Record<string, unknown>>;
/** The text of a code in the reader's language, unfilled; `undefined` when there is none. */
export type Lookup = (code: string) => string | undefined;

const MISSING = '–';
const PLACEHOLDER = /\{([^{}:|]+)(?::([^{}|]+))?(\|or)?\}/g;
const OPTIONAL = /\[([^[\]]*)\]/g;

const isObject = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isMissing = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  Number.isNaN(value) ||
  (Array.isArray(value) && value.length === 0);

/** `dataset.source` in `{ dataset: { source } }`; of a list, what each of its members has. */
function read(data: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, name) => {
    if (Array.isArray(value)) return value.map((each) => read(each, name));
    return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
  }, data);
}

/** A name as it stands inside a sentence: `Kommun` as `kommun`, but `RegSO` as it is. */
function inSentence(name: string): string {
  const [word = ''] = name.split(' ', 1);
  return word.slice(1) === word.slice(1).toLowerCase() ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

/**
 * Fills a text: `{path}`, `{path:format}` and `[a part that is left out when one of its placeholders has no value]`.
 * A format is one of `NUMBER_FORMATS`, `count`, `year` (`null` is all years together), or the group that names a code:
 * `{kind:recipientKind}` is the text `recipientKind.<kind>`; `@subject` in it is read from the data. An object is told by
 * the text that has the format for its code. A list is joined with `och`, or with `eller` when the placeholder ends in `|or`.
 */
export function render(language: Language, template: string, data: Data, lookup: Lookup): string {
  const one = (value: unknown, format: string | undefined): string => {
    if (isMissing(value)) return MISSING;
    const number = format === undefined ? undefined : NUMBER_FORMATS[format];
    if (number) return number(language, value) ?? MISSING;
    if (isObject(value)) {
      const each = format === undefined ? undefined : lookup(format);
      return each === undefined ? MISSING : render(language, each, value, lookup);
    }
    if (typeof value === 'boolean') return inSentence(lookup(value ? 'answer.yes' : 'answer.no') ?? MISSING);
    const name = format === undefined ? undefined : lookup(`${format}.${String(value)}`);
    if (name !== undefined) return inSentence(name);
    return typeof value === 'number' ? formatPlain(language, value) : String(value);
  };

  const list = (values: readonly unknown[], format: string | undefined, word: 'and' | 'or'): string => {
    const present = values.filter((value) => !isMissing(value));
    const shown = present.map((value) => one(value, format));
    if (present.some(isObject)) return shown.join('; ');
    const isNamed = format !== undefined && !NUMBER_FORMATS[format];
    const parts = isNamed ? [...new Set(shown)] : shown;
    const last = parts.pop() ?? MISSING;
    return parts.length === 0 ? last : `${parts.join(', ')} ${lookup(`list.${word}`)} ${last}`;
  };

  const show = (path: string, asked?: string, or?: string): string => {
    const value = read(data, path);
    const format = asked?.replace(/@(\w+)/, (_, name: string) => String(read(data, name)));
    if (format === 'count') return Array.isArray(value) ? String(value.length) : MISSING;
    if (format === 'year' && value === null) return lookup('year.all') ?? MISSING;
    if (format === 'year' && !isMissing(value))
      return render(language, lookup('year.one') ?? MISSING, { year: value }, lookup);
    return Array.isArray(value) ? list(value, format, or ? 'or' : 'and') : one(value, format);
  };

  const isWhole = (part: string) =>
    [...part.matchAll(PLACEHOLDER)].every(([, path]) => !isMissing(read(data, path!)));
  return template
    .replace(OPTIONAL, (_, part: string) => (isWhole(part) ? part : ''))
    .replace(PLACEHOLDER, (_, path: string, format?: string, or?: string) => show(path, format, or));
}
