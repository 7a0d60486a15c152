/** How long an IBAN is, by country: the countries of SEPA as the IBAN registry has them. */
const LENGTHS: Record<string, number> = {
  AD: 24,
  AT: 20,
  BE: 16,
  BG: 22,
  CH: 21,
  CY: 28,
  CZ: 24,
  DE: 22,
  DK: 18,
  EE: 20,
  ES: 24,
  FI: 18,
  FR: 27,
  GB: 22,
  GI: 23,
  GR: 27,
  HR: 21,
  HU: 28,
  IE: 22,
  IS: 26,
  IT: 27,
  LI: 21,
  LT: 20,
  LU: 20,
  LV: 21,
  MC: 27,
  MT: 31,
  NL: 18,
  NO: 15,
  PL: 28,
  PT: 25,
  RO: 24,
  SE: 24,
  SI: 19,
  SK: 24,
  SM: 27,
  VA: 22,
};

/** The remainder by 97 of an account with its first four characters moved to its end and letters as 10 … 35 (ISO 7064). */
function remainder(iban: string): number {
  const moved = iban.slice(4) + iban.slice(0, 4);
  return [...moved].reduce((rest, character) => {
    const value = parseInt(character, 36);
    return (rest * (value > 9 ? 100 : 10) + value) % 97;
  }, 0);
}

/** An account number by ISO 13616: a country of SEPA, its length, and check digits that leave 1 when divided by 97. */
export function isIban(value: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]+$/.test(value)) return false;
  return value.length === LENGTHS[value.slice(0, 2)] && remainder(value) === 1;
}

/** The account with its two check digits set: `withCheckDigits('SE', '9990…')`. `account` is digits and capitals. */
export function withCheckDigits(country: string, account: string): string {
  const digits = 98 - remainder(`${country}00${account}`);
  return `${country}${String(digits).padStart(2, '0')}${account}`;
}
