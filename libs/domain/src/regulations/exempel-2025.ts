import { exampleRules } from './example-rules.js';
import { exampleRetention } from '../retention/retention-rules.js';
import type { Programme } from './programme.js';

/** An example programme with a past: multi-year grants of it may already be under way. */
export const exempel2025: Programme = {
  code: 'exempel-2025',
  name: 'Exempelbidrag mot segregation 2025',
  title: {
    sv: 'Exempel: bidrag mot segregation 2025 (exempelprogram, inget verkligt bidrag)',
    en: 'Example: grant against segregation 2025 (example programme, not a real grant)',
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
      validFrom: '2025-01-01',
      validTo: null,
      rules: exampleRules([{ measure: 'areaType12Share', standardDeviations: 1.5 }], 'all'),
      sectionsNotAvailable: [],
    },
  ],
};
