import type { Schemas } from '../api/client.js';

type Report = Schemas['ReportDetail'];

/** What the recipient writes. An unmade choice is an empty word in the form and `null` to the API. */
export type Content = Required<
  Pick<Report, 'costs' | 'coFinancing' | 'activities' | 'goals' | 'deviations' | 'lessons'>
>;

export const EMPTY: Content = {
  costs: [],
  coFinancing: [],
  activities: [],
  goals: [],
  deviations: '',
  lessons: '',
};

export const contentOf = ({
  costs,
  coFinancing,
  activities,
  goals,
  deviations,
  lessons,
}: Report): Content => ({
  costs,
  coFinancing,
  activities,
  goals,
  deviations,
  lessons,
});

/** Parts of the content as the API takes them: a sum that was cleared is nothing spent. */
export function editOf(parts: Partial<Content>): Schemas['ReportEdit'] {
  const sums = <Row extends { year: number; amount: number }>(rows: readonly Row[]) =>
    rows.map((row) => ({ ...row, year: Number(row.year), amount: row.amount ?? 0 }));
  return {
    ...parts,
    ...(parts.costs ? { costs: sums(parts.costs) } : {}),
    ...(parts.coFinancing ? { coFinancing: sums(parts.coFinancing) } : {}),
    ...(parts.activities
      ? { activities: parts.activities.map((each) => ({ ...each, status: each.status || null })) }
      : {}),
  };
}

/** Whole kronor; what is no sum yet counts as none. */
export const sumOf = (rows: readonly { year: number; amount: unknown }[], year: number): number =>
  rows
    .filter((row) => Number(row.year) === year)
    .reduce((sum, { amount }) => sum + (typeof amount === 'number' ? amount : 0), 0);

/** What was planned beside a row: told once, beside the first row of its year and kind. */
export function plannedBeside<Row extends { year: number }>(
  rows: readonly Row[],
  at: number,
  isSame: (one: Row, other: Row) => boolean,
  planned: number | undefined,
): number | undefined {
  const first = rows.findIndex(
    (row) => Number(row.year) === Number(rows[at]!.year) && isSame(row, rows[at]!),
  );
  return first === at ? planned : undefined;
}
