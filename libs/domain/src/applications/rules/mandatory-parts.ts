import type { ContentPart, MandatoryPartsRule } from '../../regulations/rule.js';
import type { Finding } from '../../shared/finding.js';
import { isLocalDate } from '../../shared/local-date.js';
import type { ApplicationContent } from '../application-content.js';
import { answer, type Cited } from './cite.js';

const isWritten = (text: string | undefined): boolean => text !== undefined && text.trim() !== '';

const IS_THERE: Record<ContentPart, (content: ApplicationContent) => boolean> = {
  title: ({ title }) => isWritten(title),
  summary: ({ summary }) => isWritten(summary),
  contact: ({ contact }) => isWritten(contact?.name) && isWritten(contact?.email),
  use: ({ activities }) => activities.some(({ description }) => isWritten(description)),
  goals: ({ activities }) =>
    activities.some(({ goals }) => goals.some(({ indicator }) => isWritten(indicator))),
  timetable: ({ activities }) =>
    activities.some(({ startsOn, endsOn }) => isLocalDate(startsOn) && isLocalDate(endsOn)),
  budget: ({ costs, requested }) =>
    costs.some(({ amount }) => amount > 0) && requested.some(({ amount }) => amount > 0),
  followUp: ({ followUp }) => isWritten(followUp?.plan),
  statutoryDuty: ({ statutoryDuty }) => statutoryDuty !== null,
};

/** Met when the application holds every part that the ordinance asks for (2018:151 5 §: use, goals, timetable, budget). */
export function checkMandatoryParts(
  content: ApplicationContent,
  rule: MandatoryPartsRule,
  wording: Cited,
): Finding {
  const { parts } = rule.parameters;
  const missing = parts.filter((part) => !IS_THERE[part](content));
  return answer(rule, wording, missing.length === 0 ? 'met' : 'notMet', { parts, missing });
}
