/** What a column is sorted by. */
export type SortKeys<Row> = Record<string, (row: Row) => string | number | null>;

/** Rows in the order of `sort`, a column's code, with `-` first where it goes down. What has no value comes last either way. */
export function sortRows<Row>(rows: readonly Row[], sort: string, keys: SortKeys<Row>): Row[] {
  const isDown = sort.startsWith('-');
  const key = keys[isDown ? sort.slice(1) : sort];
  if (!key) return [...rows];
  return [...rows].sort((one, other) => {
    const [a, b] = [key(one), key(other)];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    const order = typeof a === 'string' ? a.localeCompare(String(b), 'sv') : a - Number(b);
    return isDown ? -order : order;
  });
}

/** Whether a name or a code holds what was searched for. */
export const matches = (sought: string | undefined, ...words: (string | null)[]): boolean =>
  !sought || words.some((word) => word?.toLocaleLowerCase('sv').includes(sought.toLocaleLowerCase('sv')));
