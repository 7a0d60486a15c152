/** What the worklist may be narrowed to and sorted by. */
export const WORKLIST_FILTERS = [
  'q',
  'status',
  'callId',
  'assignedTo',
  'year',
  'organisationId',
  'sort',
] as const;

/** How many cases are read at a time; of the first ones as many as fill a screen, for they are waited for. */
export const WORKLIST_LIMIT = 200;
export const WORKLIST_FIRST = 50;

/** What it asks beside the list: the calls that can be chosen among. */
export const WORKLIST_CALLS = { params: { query: { limit: 200 } } };
