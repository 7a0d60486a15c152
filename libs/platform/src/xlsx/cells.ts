export interface XlsxColumn {
  heading: string;
  /** `instant` is ISO 8601 in UTC, and shown in UTC. */
  type: 'text' | 'id' | 'money' | 'integer' | 'number' | 'date' | 'instant' | 'json';
  /** How a number is seen: a share as percent, four decimals, or two with digits grouped. Its value stays whole. */
  shown?: 'percent' | 'decimals' | 'kronor';
}

/** As PostgreSQL writes it; `null` where there is nothing. */
export type XlsxCell = string | null;

/** Numbers of formats in `styles.xml`. */
export const STYLE = {
  plain: 0,
  heading: 1,
  money: 2,
  date: 3,
  instant: 4,
  formula: 5,
  title: 6,
  wrapped: 7,
  percent: 8,
  decimals: 9,
  kronor: 10,
  wrappedHeading: 11,
  wrappedNumber: 12,
} as const;

/** What Excel holds in a cell, in UTF-16 units. */
export const LONGEST_TEXT = 32_767;

const MILLISECONDS_PER_DAY = 86_400_000;
/** Days from Excel's day 0 to 1 January 1970. */
const EPOCH = 25_569;
/** Before it Excel counts a day that never was; what is older stays text. */
const FIRST_DAY = '1900-03-01';

// `_x0041_` in a text would be read as the character; so its underscore is escaped too.
const SPECIAL = /[&<>\p{Cc}\ufffe\uffff]|_(?=x[0-9a-fA-F]{4}_)/gu;
/** Most texts: nothing to escape, and no space at the ends or in a row. */
const PLAIN = /^(?:[!-%'-;=?-^`-~\u00a1-\ud7ff]| (?=[!-~\u00a1-\ud7ff]))*$/;
const KEEPS_SPACE = /^\s|\s$|\s\s|\n/;
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
const NUMBER = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i;

/** Text as XML has it. What XML cannot hold, and would not keep, is written `_xHHHH_`, which spreadsheets read back. */
export function xmlText(text: string): string {
  return text.replace(SPECIAL, (char) => {
    if (char === '&') return '&amp;';
    if (char === '<') return '&lt;';
    if (char === '>') return '&gt;';
    if (char === '\n' || char === '\t') return char;
    return `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
  });
}

export function textCell(text: string, style: number): string {
  if (style === STYLE.plain && text[0] !== ' ' && PLAIN.test(text))
    return `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  const kept = KEEPS_SPACE.test(text) ? ' xml:space="preserve"' : '';
  const styled = style === STYLE.plain ? '' : ` s="${style}"`;
  return `<c${styled} t="inlineStr"><is><t${kept}>${xmlText(text)}</t></is></c>`;
}

/** How the numbers of a column look. */
export function numberStyle({ type, shown }: Pick<XlsxColumn, 'type' | 'shown'>): number {
  return type === 'money' ? STYLE.money : shown === undefined ? STYLE.plain : STYLE[shown];
}

/** A cell of a column: a number where it is one, else text. Text that looks like a formula stays text when it is edited. */
export function cell(column: Pick<XlsxColumn, 'type' | 'shown'>, value: XlsxCell): string {
  if (value === null) return '<c/>';
  const { type } = column;
  switch (type) {
    case 'money':
    case 'integer':
    case 'number':
      return numberCell(value, numberStyle(column));
    case 'date':
    case 'instant':
      return dayCell(value, STYLE[type]);
    case 'id':
      return textCell(value, STYLE.plain);
    case 'text':
    case 'json':
      return textCell(value, FORMULA.test(value) ? STYLE.formula : STYLE.plain);
  }
}

export function numberCell(value: string, style: number): string {
  if (!NUMBER.test(value)) return textCell(value, STYLE.plain);
  return style === STYLE.plain ? `<c><v>${value}</v></c>` : `<c s="${style}"><v>${value}</v></c>`;
}

function dayCell(value: string, style: number): string {
  const time =
    value >= FIRST_DAY && value.length >= 10 && /^\d{4}-/.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(time)) return textCell(value, STYLE.plain);
  return `<c s="${style}"><v>${time / MILLISECONDS_PER_DAY + EPOCH}</v></c>`;
}
