export const GRANT_FILTERS = ['q', 'year', 'programmeCode', 'organisationCode', 'sort'] as const;

export type GrantFilters = Record<(typeof GRANT_FILTERS)[number], string | undefined>;

/** The summary is asked for by these: it knows of no search, and what is no year is left to the list, which tells of it. */
export const summaryOf = ({ year, programmeCode, organisationCode }: Partial<GrantFilters>) => ({
  params: {
    query: {
      ...(year && /^\d{4}$/.test(year) ? { year: Number(year) } : {}),
      ...(programmeCode ? { programmeCode } : {}),
      ...(organisationCode ? { organisationCode } : {}),
    },
  },
});

/** The calls of the first page. */
export const OPEN_CALLS = { params: { query: { isOpen: true, limit: 50 } } };
