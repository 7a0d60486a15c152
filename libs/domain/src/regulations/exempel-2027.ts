import { exampleRules } from './example-rules.js';
import { exampleRetention } from '../retention/retention-rules.js';
import type { Programme } from './programme.js';

/** The thresholds of Statskontoret 2023:4, annex 2, as rules of an example programme. */
export const exempel2027: Programme = {
  code: 'exempel-2027',
  name: 'Exempelbidrag mot segregation 2027',
  title: {
    sv: 'Exempel: bidrag mot segregation 2027 (exempelprogram, inget verkligt bidrag)',
    en: 'Example: grant against segregation 2027 (example programme, not a real grant)',
  },
  isExample: true,
  appeal: { kind: 'unknown', citation: null },
  carryOver: 'allowed',
  retention: exampleRetention,
  repealed: null,
  wordings: [
    {
      sfs: 'exempel',
      amendedBy: null,
      validFrom: '2027-01-01',
      validTo: null,
      rules: exampleRules(
        [
          { measure: 'inequalityIndex', standardDeviations: 1.0 },
          { measure: 'areaType12Share', standardDeviations: 1.5 },
        ],
        'any',
      ),
      sectionsNotAvailable: [],
    },
  ],
};
