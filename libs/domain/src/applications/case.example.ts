import { exempel2027 } from '../regulations/exempel-2027.js';
import type { Wording } from '../regulations/programme.js';
import type { ApplicationContent } from './application-content.js';
import type { CaseFacts, MeasureFacts } from './facts.js';

/** Invented values of four invented municipalities, for the specs. */
export function exampleMeasure(code: string, values: Record<string, number | null>): MeasureFacts {
  return {
    code,
    year: 2026,
    quality: 'proxy',
    dataset: { id: 'dataset-1', source: 'invented', vintage: '2026', sha256: 'ab'.repeat(32) },
    values,
  };
}

export const exampleWording: Wording = exempel2027.wordings[0]!;

/** One year, 90 percent of 1 000 000 kronor. */
export const exampleContent: ApplicationContent = {
  title: 'Öppen förskola',
  summary: 'Vi öppnar en förskola för alla.',
  contact: { name: 'Eva Ek', email: 'eva.ek@kommun.example', phone: '' },
  activities: [
    {
      title: 'Förskolan',
      description: 'Öppet varje vardag.',
      priorityArea: 'education',
      orientation: 'reduce',
      targetGroups: ['children'],
      areaCodes: [],
      startsOn: '2027-01-01',
      endsOn: '2027-12-31',
      goals: [{ indicator: 'Andel inskrivna', baseline: 41.5, target: 50, year: 2027 }],
    },
  ],
  costs: [{ year: 2027, kind: 'personnel', amount: 1_000_000, note: '' }],
  requested: [{ year: 2027, amount: 900_000 }],
  coFinancing: [{ year: 2027, source: 'own', funder: 'Kommunen', amount: 100_000 }],
  partners: [],
  followUp: { plan: 'Vi mäter varje termin.', evaluator: '', continuation: '' },
  statutoryDuty: false,
};

/** An eligible case of `exempel-2027`: municipality A stands out among four. */
export const exampleCase: CaseFacts = {
  recipient: { id: 'organisation-a', kind: 'municipality', code: 'A', name: 'A kommun', memberCodes: [] },
  partnerKinds: [],
  measures: {
    inequalityIndex: exampleMeasure('inequalityIndex', { A: 9, B: 1, C: 1, D: 1 }),
    areaType12Share: exampleMeasure('areaType12Share', { A: 0.9, B: 0.1, C: 0.1, D: 0.1 }),
  },
  content: exampleContent,
  call: { opensOn: '2026-10-01', closesOn: '2026-12-31', step: 'measures', years: [2027, 2028, 2029] },
  submittedOn: '2026-11-24',
  approvedSteps: [],
  unsettledReports: [],
};
