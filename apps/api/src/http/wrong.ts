import { isStreamSafe, NFC_PARTS, toNfc } from '#core/vocabulary';

/** What is wrong with a value, as it is told to the client; `undefined` when it is right. */
export type Wrong = { code: string; data?: Record<string, unknown> } | undefined;

/** Text in NFC. What is too long in any form is not looked into: it is refused for that. */
export const inNfc = (value: unknown, max: number): unknown =>
  typeof value === 'string' && value.length <= max * NFC_PARTS ? toNfc(value) : value;

/** NUL and lone surrogates are no text, and no letter has marks without end. */
export function wrongText(value: unknown, max: number): Wrong {
  if (typeof value !== 'string') return { code: 'notText' };
  const tooLong = { code: 'tooLong', data: { max } };
  if (value.length > max * NFC_PARTS) return tooLong;
  if (value.includes('\0') || !value.isWellFormed() || !isStreamSafe(value)) return { code: 'malformedText' };
  return value.length > max ? tooLong : undefined;
}
