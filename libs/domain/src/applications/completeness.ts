import type { Wording } from '../regulations/programme.js';
import type { ContentPart, Rule } from '../regulations/rule.js';
import type { Finding } from '../shared/finding.js';
import { findActivityGaps } from './activity-completeness.js';
import type { ApplicationContent, Contact } from './application-content.js';
import { findBudgetGaps } from './budget-completeness.js';
import type { CallFacts } from './facts.js';
import { isBlank, missing, type Gap } from './gap.js';
import { checkCalendarYear } from './rules/calendar-year.js';
import { cite } from './rules/cite.js';
import { checkMandatoryParts } from './rules/mandatory-parts.js';

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

function findContactGaps(contact: Contact | null): Gap[] {
  if (contact === null) return [missing('contact', 'contact')];
  return [
    ...(isBlank(contact.name) ? [missing('contact', 'contact.name')] : []),
    ...(isBlank(contact.email) ? [missing('contact', 'contact.email')] : []),
    ...(isBlank(contact.email) || EMAIL.test(contact.email)
      ? []
      : [{ code: 'emailInvalid', part: 'contact', path: 'contact.email' } as const]),
  ];
}

/** Parts that are asked for only where the wording has a use for them. */
function findConditionalGaps(
  content: ApplicationContent,
  asked: readonly ContentPart[],
  rules: readonly Rule[],
): Gap[] {
  const asksDuty = asked.includes('statutoryDuty') || rules.some((rule) => rule.kind === 'notStatutoryDuty');
  return [
    ...(asked.includes('followUp') && isBlank(content.followUp?.plan ?? '')
      ? [missing('followUp', 'followUp.plan')]
      : []),
    ...(asksDuty && content.statutoryDuty === null ? [missing('statutoryDuty', 'statutoryDuty')] : []),
  ];
}

/**
 * Whether the application can be judged as it stands: the wording's rules on its content, and every gap with its path,
 * all at once. A gap cites the section when the ordinance asks for the part. Amounts in whole kronor.
 */
export function checkCompleteness(
  content: ApplicationContent,
  call: Pick<CallFacts, 'years'>,
  wording: Wording,
): Finding[] {
  const parts = wording.rules.find((rule) => rule.kind === 'mandatoryParts');
  const asked = parts?.parameters.parts ?? [];
  const gaps = [
    ...(isBlank(content.title) ? [missing('title', 'title')] : []),
    ...(isBlank(content.summary) ? [missing('summary', 'summary')] : []),
    ...findContactGaps(content.contact),
    ...findActivityGaps(content.activities, call.years),
    ...findBudgetGaps(content, call.years),
    ...findConditionalGaps(content, asked, wording.rules),
  ];
  const ruled = wording.rules.flatMap((rule) => {
    if (rule.kind === 'mandatoryParts') return [checkMandatoryParts(content, rule, wording)];
    return rule.kind === 'calendarYear' ? [checkCalendarYear(content, rule, wording)] : [];
  });
  return [
    ...ruled,
    ...gaps.map(({ code, part, path, data }): Finding => {
      const citation = parts && asked.includes(part) ? cite(wording, parts) : null;
      return { code, outcome: 'notMet', citation, path, data: { part, ...data } };
    }),
  ];
}
