import type { Language } from './language.js';

const SPACE = '\u00a0';
const LOCALES = { sv: 'sv-SE', en: 'en-GB' } as const;

function formatters(language: Language) {
  const locale = LOCALES[language];
  return {
    grouped: new Intl.NumberFormat(locale, { maximumFractionDigits: 4 }),
    plain: new Intl.NumberFormat(locale, { maximumFractionDigits: 4, useGrouping: false }),
    percent: new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }),
    day: new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }),
  };
}

const BY_LANGUAGE = { sv: formatters('sv'), en: formatters('en') };

/** A number, also when it is written as text (`"90.00"`); `undefined` for everything else. */
function toNumber(value: unknown): number | undefined {
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'string' && /^-?\d+(?:\.\d+)?$/.test(value)) return Number(value);
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** Years and counts: no grouping. */
export function formatPlain(language: Language, value: number): string {
  return BY_LANGUAGE[language].plain.format(value);
}

/** By the name after the colon of a placeholder. `undefined` when the value is no number, or no day. */
export const NUMBER_FORMATS: Record<string, (language: Language, value: unknown) => string | undefined> = {
  /** Whole kronor. */
  kr(language, value) {
    const amount = toNumber(value);
    if (amount === undefined) return undefined;
    const digits = BY_LANGUAGE[language].grouped.format(amount);
    return language === 'sv' ? `${digits}${SPACE}kr` : `SEK${SPACE}${digits}`;
  },
  /** 0–100. */
  percent(language, value) {
    const percent = toNumber(value);
    if (percent === undefined) return undefined;
    const digits = BY_LANGUAGE[language].percent.format(percent);
    return language === 'sv' ? `${digits}${SPACE}%` : `${digits}%`;
  },
  /** 0–1. */
  share(language, value) {
    const share = toNumber(value);
    return share === undefined ? undefined : NUMBER_FORMATS.percent!(language, share * 100);
  },
  /** `YYYY-MM-DD`, as it is written in a letter: `1 mars 2027`. */
  day(language, value) {
    if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return undefined;
    const noon = new Date(`${value}T12:00:00Z`);
    return Number.isNaN(noon.getTime()) ? undefined : BY_LANGUAGE[language].day.format(noon);
  },
  /** Seconds, as whole minutes. */
  minutes(language, value) {
    const seconds = toNumber(value);
    return seconds === undefined ? undefined : `${formatPlain(language, Math.ceil(seconds / 60))}${SPACE}min`;
  },
  /** At most four decimals. */
  number(language, value) {
    const number = toNumber(value);
    return number === undefined ? undefined : BY_LANGUAGE[language].grouped.format(number);
  },
};
