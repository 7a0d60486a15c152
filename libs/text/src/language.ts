export const LANGUAGES = ['sv', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const QUALITY = /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/;

/** A language range with its weight; a malformed one weighs nothing (RFC 9110, 12.4.2). */
function parseRange(element: string): { range: string; quality: number } {
  const [range = '', ...parameters] = element.split(';').map((part) => part.trim().toLowerCase());
  const q = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1';
  return { range, quality: QUALITY.test(q) ? Number(q) : Number.NaN };
}

/**
 * The language that a reader wants most, by `Accept-Language` (RFC 9110, 12.5.4). Of equal wishes the one named first;
 * a wildcard stands for every language that is not named. Swedish when nothing that we speak is asked for.
 */
export function preferredLanguage(acceptLanguage: string | undefined): Language {
  const ranges = (acceptLanguage ?? '')
    .split(',')
    .map(parseRange)
    .filter(({ quality }) => !Number.isNaN(quality));
  const named = (language: Language) =>
    ranges.filter(({ range }) => range === language || range.startsWith(`${language}-`));
  const any = ranges.findLast(({ range }) => range === '*');
  const wishes = LANGUAGES.map((language) => {
    const own = named(language);
    const quality = own.length > 0 ? Math.max(...own.map((each) => each.quality)) : (any?.quality ?? 0);
    return { language, quality, place: own.length > 0 ? ranges.indexOf(own[0]!) : ranges.length };
  });
  wishes.sort((a, b) => b.quality - a.quality || a.place - b.place);
  return wishes[0]!.quality > 0 ? wishes[0]!.language : 'sv';
}
