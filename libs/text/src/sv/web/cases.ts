/** The officer's desk: the worklist and the case. */
export const casePages = {
  'web.work.title': 'Arbete',
  'web.work.caption': 'Ärenden att handlägga',
  'web.work.empty': 'Inget ärende stämmer med filtren. Ta bort något av dem.',
  'web.work.search': 'Sök i rubrik, sammanfattning, diarienummer och organisation',
  'web.work.title.column': 'Rubrik',
  'web.work.registryNumber': 'Diarienummer',
  'web.work.status': 'Status',
  'web.work.organisation': 'Organisation',
  'web.work.call': 'Utlysning',
  'web.work.requested': 'Sökt belopp',
  'web.work.submittedAt': 'Inlämnad',
  'web.work.updatedAt': 'Ändrad',
} as const;
