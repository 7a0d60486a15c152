import type { casePages as sv } from '../../sv/web/cases.js';

export const casePages: Record<keyof typeof sv, string> = {
  'web.work.title': 'Work',
  'web.work.caption': 'Cases to handle',
  'web.work.empty': 'No case matches the filters. Remove one of them.',
  'web.work.search': 'Search title, summary, registry number and organisation',
  'web.work.title.column': 'Title',
  'web.work.registryNumber': 'Registry number',
  'web.work.status': 'Status',
  'web.work.organisation': 'Organisation',
  'web.work.call': 'Call',
  'web.work.requested': 'Amount applied for',
  'web.work.submittedAt': 'Submitted',
  'web.work.updatedAt': 'Changed',
};
