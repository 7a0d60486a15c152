/** Stream-Safe Text Format (Unicode Standard Annex #15, 13): no more than 30 marks stand on one letter. */
const TOO_MANY_MARKS = /\p{M}{31}/u;

/** UTF-16 code units that one of NFC comes of at most (UAX #15, 9.1): `ᾂ` is four where it is sent in parts. */
export const NFC_PARTS = 4;

/**
 * Whether a text may be brought into NFC: sorting the marks on one letter takes the square of how many they are, so that a
 * few hundred thousand of them hold everybody else up for seconds. No language has more than a few.
 */
export const isStreamSafe = (text: string): boolean => !TOO_MANY_MARKS.test(text);

/** The text in NFC: 'Malmö' can arrive in two forms and is kept in one. As it is where it may not be brought into it. */
export function toNfc(text: string): string {
  return isStreamSafe(text) ? text.normalize('NFC') : text;
}
