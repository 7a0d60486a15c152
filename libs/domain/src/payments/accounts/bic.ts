const PATTERN = /^[A-Z]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?$/;

/** A bank's code by ISO 9362: four letters of the bank, two of the country, two of the place, three of a branch or none. */
export function isBic(value: string): boolean {
  return PATTERN.test(value);
}
