/**
 * True where the last digit is the check digit of the others by the Luhn formula (modulus 10): from the right every second
 * digit is doubled, the digits of the doubles are added, and all sum to a multiple of 10. `digits` are digits only.
 */
export function hasLuhnDigit(digits: string): boolean {
  const sum = [...digits].reverse().reduce((all, digit, index) => {
    const value = index % 2 === 0 ? Number(digit) : Number(digit) * 2;
    return all + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** A number in Bankgirot: seven or eight digits, the last a check digit (modulus 10). Without hyphen. */
export function isBankgiro(number: string): boolean {
  return /^[1-9]\d{6,7}$/.test(number) && hasLuhnDigit(number);
}

/** A number in PlusGirot: two to eight digits, the last a check digit (modulus 10). Without hyphen. */
export function isPlusgiro(number: string): boolean {
  return /^[1-9]\d{1,7}$/.test(number) && hasLuhnDigit(number);
}
