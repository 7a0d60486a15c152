import { toNfc } from '../../shared/nfc.js';

/** The characters that a bank takes in a text: the Latin set of ISO 20022's users, and the letters of Swedish. */
const ALLOWED = /^[A-Za-z0-9/?:().,'+ ÅÄÖåäöÉéÜü-]*$/;
/** The characters of an id: the same without blanks and Swedish letters, and no slash at either end or twice. */
const ID = /^(?!\/)(?!.*\/\/)(?!.*\/$)[A-Za-z0-9/?:().,'+-]+$/;
const OTHERS: Record<string, string> = {
  '&': '+',
  '–': '-',
  '—': '-',
  '’': "'",
  '"': "'",
  ß: 'ss',
  Ø: 'Ö',
  ø: 'ö',
};

export function isBankText(text: string): boolean {
  return ALLOWED.test(text);
}

/** True for an id that a bank takes: 1 to 35 characters of its set (Max35Text and the rules of ISO 20022's users). */
export function isBankId(id: string): boolean {
  return id.length <= 35 && ID.test(id);
}

/**
 * A text in the characters that a bank takes, at most `max` of them: accents that it does not know are left off, other
 * characters become a full stop, and blanks are one each.
 */
export function toBankText(text: string, max: number): string {
  const characters = [...toNfc(text)].map((character) => {
    if (isBankText(character)) return character;
    if (/\s/.test(character)) return ' ';
    const plain = OTHERS[character] ?? character.normalize('NFD').replace(/\p{M}/gu, '');
    return plain !== '' && isBankText(plain) ? plain : '.';
  });
  return characters.join('').replace(/ +/g, ' ').trim().slice(0, max).trimEnd();
}
