import type { NoUnsettledReportRule } from '../../regulations/rule.js';
import type { Finding } from '../../shared/finding.js';
import type { CaseFacts } from '../facts.js';
import { answer, type Cited } from './cite.js';

/** Met when none of the recipient's earlier reports is overdue: due before the day judged, and not approved. */
export function checkNoUnsettledReport(
  { unsettledReports, submittedOn }: Pick<CaseFacts, 'unsettledReports' | 'submittedOn'>,
  rule: NoUnsettledReportRule,
  wording: Cited,
): Finding {
  const overdue = unsettledReports.filter((report) => report.dueOn < submittedOn);
  return answer(rule, wording, overdue.length === 0 ? 'met' : 'notMet', { overdue });
}
