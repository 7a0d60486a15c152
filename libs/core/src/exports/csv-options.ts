export const CSV_SEPARATORS = [',', ';'] as const;
export const CSV_DECIMALS = ['.', ','] as const;

/** How a CSV is written. Left out: comma, point, no byte order mark. */
export interface CsvOptions {
  separator: (typeof CSV_SEPARATORS)[number];
  /** Tells Excel that the file is UTF-8. */
  bom: boolean;
  decimal: (typeof CSV_DECIMALS)[number];
}
