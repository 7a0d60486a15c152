import type { Entry } from './content.js';

/** Entries of one kind over the years: a row of the table. `places` are where they stand in the content. */
export interface Line<Row extends Entry> {
  row: Row;
  /** Place in the list by year. */
  places: ReadonlyMap<number, number>;
}

type Rest<Row extends Entry> = Omit<Row, 'year' | 'amount'>;

const keyOf = ({ year: _, amount: __, ...rest }: Entry): string =>
  JSON.stringify(Object.entries(rest).sort());

/** Gathers entries that are alike but for year and amount; the second of a year begins a line of its own. */
export function linesOf<Row extends Entry>(rows: readonly Row[]): Line<Row>[] {
  const lines: { row: Row; key: string; places: Map<number, number> }[] = [];
  rows.forEach((row, place) => {
    const key = keyOf(row);
    const line = lines.find((each) => each.key === key && !each.places.has(row.year));
    if (line) line.places.set(row.year, place);
    else lines.push({ row, key, places: new Map([[row.year, place]]) });
  });
  return lines;
}

/** The call's years, and others that rows have by mistake, so that they can be seen and moved. */
export function yearsOf(rows: readonly Entry[], callYears: readonly number[]): number[] {
  return [...new Set([...callYears, ...rows.map((row) => row.year)])].sort((a, b) => a - b);
}

export function addLine<Row extends Entry>(
  rows: readonly Row[],
  rest: Rest<Row>,
  years: readonly number[],
): Row[] {
  return [...rows, ...years.map((year) => ({ ...rest, year, amount: null }) as unknown as Row)];
}

export function setAmount<Row extends Entry>(
  rows: readonly Row[],
  line: Line<Row>,
  year: number,
  amount: Entry['amount'],
): Row[] {
  const place = line.places.get(year);
  if (place === undefined) return [...rows, { ...line.row, year, amount }];
  return rows.map((row, at) => (at === place ? { ...row, amount } : row));
}

const placesOf = <Row extends Entry>(line: Line<Row>) => new Set(line.places.values());

export function changeLine<Row extends Entry>(
  rows: readonly Row[],
  line: Line<Row>,
  changes: Partial<Rest<Row>>,
): Row[] {
  const places = placesOf(line);
  return rows.map((row, at) => (places.has(at) ? { ...row, ...changes } : row));
}

export function removeLine<Row extends Entry>(rows: readonly Row[], line: Line<Row>): Row[] {
  const places = placesOf(line);
  return rows.filter((_, at) => !places.has(at));
}
