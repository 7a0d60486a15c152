import type { Problem } from '#platform/errors';

/** Nobody mends more than so many at a time, and telling of twenty thousand takes seconds and megabytes. */
export const MOST_PROBLEMS = 200;

/** The first of them, and where there are more, that there are. */
export const firstOf = (problems: Problem[]): Problem[] =>
  problems.length > MOST_PROBLEMS
    ? [...problems.slice(0, MOST_PROBLEMS), { code: 'moreProblems', data: { max: MOST_PROBLEMS } }]
    : problems;
