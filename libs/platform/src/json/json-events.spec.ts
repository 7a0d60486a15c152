import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { JsonEvents, JsonFault } from './index.js';

/** Every value with its path, as the events tell. */
function told(text: string, piece: number): string[] {
  const all: string[] = [];
  const events = new JsonEvents({
    value: (path, value) => all.push(`${path.join('/')}=${JSON.stringify(value)}`),
    start: (path, kind) => all.push(`${path.join('/')}${kind}`),
  });
  for (let at = 0; at < text.length; at += piece) events.write(text.slice(at, at + piece));
  events.end();
  return all;
}

/** The same of what JSON.parse makes of it. */
function expected(value: unknown, path: (string | number)[] = []): string[] {
  const at = path.join('/');
  if (Array.isArray(value))
    return [`${at}[`, ...value.flatMap((each, index) => expected(each, [...path, index]))];
  if (typeof value === 'object' && value !== null)
    return [`${at}{`, ...Object.entries(value).flatMap(([name, each]) => expected(each, [...path, name]))];
  return [`${at}=${JSON.stringify(value)}`];
}

const code = (text: string, piece: number): string | undefined => {
  try {
    told(text, piece);
    return undefined;
  } catch (error) {
    if (error instanceof JsonFault) return error.code;
    throw error;
  }
};

describe('JSON as it arrives', () => {
  // Names that are numbers are moved to the front by JSON.parse, and `__proto__` is not a name like others to it.
  const names = fc.string({ unit: 'binary' }).filter((name) => !/^\d+$/.test(name) && name !== '__proto__');
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.string({ unit: 'binary' }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('value')),
      fc.dictionary(names, tie('value')),
    ),
  }));

  it('is what JSON.parse makes of the whole, in pieces of any size', () => {
    fc.assert(
      fc.property(
        value,
        fc.integer({ min: 1, max: 20 }),
        fc.constantFrom(undefined, 2),
        (content, piece, indent) => {
          const text = JSON.stringify(content, null, indent);
          expect(told(text, piece)).toEqual(expected(JSON.parse(text)));
        },
      ),
    );
  });

  it('is refused where JSON.parse refuses it, and nowhere else', () => {
    const parts = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ':',
      ',',
      '"',
      '"a"',
      '1',
      '-',
      '.5',
      '01',
      'e3',
      'true',
      'nul',
      '\\',
      '\\u12',
      ' ',
      '\n',
      'å',
    );
    fc.assert(
      fc.property(
        fc.array(parts, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 1, max: 5 }),
        (all, piece) => {
          const text = `[${all.join('')}]`;
          let isJson = true;
          try {
            JSON.parse(text);
          } catch {
            isJson = false;
          }
          // Several documents may follow one another here.
          fc.pre(isJson || !text.slice(0, -1).includes(']'));
          expect(code(text, piece) === undefined).toBe(isJson);
        },
      ),
      { numRuns: 3_000 },
    );
  });

  it.each([
    ['{"a":1}{"b":2} [3]', undefined],
    ['{"a":1', 'truncated'],
    ['"a', 'truncated'],
    ['tru', 'malformed'],
    ['[1}', 'malformed'],
    ['[1,]', 'malformed'],
    ['{"a" 1}', 'malformed'],
    ['"\u0001"', 'malformed'],
    ['['.repeat(65), 'tooDeep'],
    [`"${'x'.repeat(1_100_000)}`, 'textTooLong'],
  ])('%.20j is %p', (text, expectedCode) => expect(code(text, 65_536)).toBe(expectedCode));

  it('lets NaN and Infinity through as what they are', () =>
    expect(told('[NaN,-Infinity]', 2)).toEqual(['[', '0=null', '1=null']));
});
