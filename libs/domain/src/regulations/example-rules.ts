import { PRIORITY_AREAS } from '../applications/application-content.js';
import type { Rule, Threshold } from './rule.js';

/**
 * The rules of the example programmes: as 2018:118 in the wording 2022:59, but with measure thresholds in place of the
 * annex. Their sections are their own and belong to no ordinance.
 */
export function exampleRules(thresholds: readonly Threshold[], combine: 'any' | 'all'): readonly Rule[] {
  return [
    {
      kind: 'recipientKind',
      code: 'recipientKind',
      section: '1 §',
      parameters: { kinds: ['municipality', 'region', 'municipalAssociation'] },
    },
    {
      kind: 'measureThreshold',
      code: 'measureThreshold',
      section: '2 §',
      parameters: {
        thresholds,
        of: 'mean over municipalities',
        deviation: 'population',
        combine,
        throughMembers: true,
      },
    },
    { kind: 'purpose', code: 'purpose', section: '3 §', parameters: { areas: PRIORITY_AREAS } },
    { kind: 'notStatutoryDuty', code: 'notStatutoryDuty', section: '4 §', parameters: {} },
    { kind: 'maxShareOfCosts', code: 'maxShareOfCosts', section: '5 §', parameters: { percent: 90 } },
    {
      kind: 'maxAmount',
      code: 'maxAmount',
      section: '6 §',
      parameters: { amount: 300_000, step: 'mapping' },
    },
    { kind: 'calendarYear', code: 'calendarYear', section: '7 §', parameters: {} },
    { kind: 'maxYears', code: 'maxYears', section: '7 §', parameters: { years: 3 } },
    {
      kind: 'mandatoryParts',
      code: 'mandatoryParts',
      section: '8 §',
      parameters: {
        parts: [
          'title',
          'summary',
          'contact',
          'use',
          'goals',
          'timetable',
          'budget',
          'followUp',
          'statutoryDuty',
        ],
      },
    },
    { kind: 'submittedInTime', code: 'submittedInTime', section: '9 §', parameters: {} },
    { kind: 'noUnsettledReport', code: 'noUnsettledReport', section: '10 §', parameters: {} },
  ];
}
