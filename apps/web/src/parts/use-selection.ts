import { useCallback, useMemo, useState } from 'react';

/** Which rows are chosen. One that is no longer in the list is no longer chosen. */
export function useSelection<Row>(rows: readonly Row[], keyOf: (row: Row) => string) {
  const [marked, mark] = useState<ReadonlySet<string>>(new Set());
  const chosenRows = useMemo(() => rows.filter((row) => marked.has(keyOf(row))), [rows, marked, keyOf]);
  const chosen = useMemo(() => new Set(chosenRows.map(keyOf)), [chosenRows, keyOf]);
  const toggle = useCallback(
    (key: string) =>
      mark((before) => {
        const after = new Set(before);
        if (!after.delete(key)) after.add(key);
        return after;
      }),
    [],
  );
  const toggleAll = () => mark(chosen.size === rows.length ? new Set() : new Set(rows.map(keyOf)));
  return { chosen, chosenRows, toggle, toggleAll, clear: () => mark(new Set()) };
}
