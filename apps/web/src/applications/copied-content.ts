import type { Application, Edit } from './content.js';

/** A year of one call as the year of another at the same place in order; `undefined` beyond its last. */
const yearIn = (year: number, from: readonly number[], to: readonly number[]): number | undefined =>
  to[from.indexOf(year)];

const moveDay = (day: string | null, from: readonly number[], to: readonly number[]): string | null => {
  const year = day === null ? undefined : yearIn(Number(day.slice(0, 4)), from, to);
  // A leap day has no other year.
  return year === undefined || day!.endsWith('02-29') ? null : `${year}${day!.slice(4)}`;
};

function moveRows<Row extends { year: number }>(
  rows: readonly Row[],
  from: readonly number[],
  to: readonly number[],
): Row[] {
  return rows.flatMap((row) => {
    const year = yearIn(row.year, from, to);
    return year === undefined ? [] : [{ ...row, year }];
  });
}

/**
 * An earlier application as the beginning of a new one: its texts, and its plan moved to the years of the new call, the
 * first year to the first. What falls beyond its last year is left out. The duty by law is asked anew.
 */
export function copyContent(earlier: Application, years: readonly number[]): Edit {
  const from = earlier.call.years;
  const { title, summary, contact, partners, followUp } = earlier;
  return {
    title,
    summary,
    contact,
    partners,
    followUp,
    activities: earlier.activities.map((activity) => ({
      ...activity,
      startsOn: moveDay(activity.startsOn, from, years),
      endsOn: moveDay(activity.endsOn, from, years),
      goals: activity.goals.map((goal) => ({
        ...goal,
        year: goal.year === null ? null : (yearIn(goal.year, from, years) ?? null),
      })),
    })),
    costs: moveRows(earlier.costs, from, years),
    requested: moveRows(earlier.requested, from, years),
    coFinancing: moveRows(earlier.coFinancing, from, years),
  };
}

/**
 * A mapping as the beginning of the measures that follow it: who, where and for whom, and what its report found.
 * `lessons` are the report's. What shall be done, and the money, is new.
 */
export function continueContent(mapping: Application, lessons: string): Edit {
  const { contact, partners, followUp, activities } = mapping;
  return {
    summary: lessons.slice(0, 10_000),
    contact,
    partners,
    followUp,
    activities: activities.map((activity) => ({
      ...activity,
      title: '',
      description: '',
      startsOn: null,
      endsOn: null,
      goals: [],
    })),
  };
}
