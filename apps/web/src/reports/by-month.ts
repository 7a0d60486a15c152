export interface Due {
  status: string;
  isOverdue: boolean;
  /** `YYYY-MM-DD` */
  dueOn: string;
}

export interface Group<Row> {
  /** `overdue`, `read` (handed in and not yet approved), a month as `YYYY-MM`, or `done`. */
  key: string;
  rows: Row[];
}

const keyOf = ({ status, isOverdue, dueOn }: Due): string => {
  if (isOverdue) return 'overdue';
  if (status === 'submitted') return 'read';
  return status === 'approved' || status === 'cancelled' ? 'done' : dueOn.slice(0, 7);
};

const placeOf = (key: string): string => ({ overdue: '0', read: '1', done: 'z' })[key] ?? key;

/** Reports as a calendar: what is late first, then what waits to be read, month by month, and last what is done. */
export function byMonth<Row extends Due>(rows: readonly Row[]): Group<Row>[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups]
    .map(([key, of]) => ({ key, rows: of }))
    .sort((a, b) => (placeOf(a.key) < placeOf(b.key) ? -1 : 1));
}
