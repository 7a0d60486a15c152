import { ordinanceRetention } from '../retention/retention-rules.js';
import type { Programme, Wording } from './programme.js';
import type { Rule } from './rule.js';

const recipientKind: Rule = {
  kind: 'recipientKind',
  code: 'recipientKind',
  section: '3 §',
  parameters: { kinds: ['nonProfit'] },
};

const lasting: readonly Rule[] = [
  {
    kind: 'partnerOfKind',
    code: 'partnerOfKind',
    section: '2 §',
    parameters: { kinds: ['municipality', 'region', 'municipalAssociation'] },
  },
  {
    kind: 'needsJudgement',
    code: 'reducesSegregationLongTerm',
    section: '2 §',
    parameters: { question: 'reducesSegregationLongTerm', about: 'application' },
  },
  { kind: 'submittedInTime', code: 'submittedInTime', section: null, parameters: {} },
  {
    kind: 'needsJudgement',
    code: 'sectionsNotAvailable',
    section: '4 § ff.',
    parameters: { question: 'textNotAvailable', about: 'application' },
  },
];

/** Independent, democratic, voluntary, non-profit, active in Sweden two years; certain foundations and communities. */
const association = (question: 'associationRequirements' | 'associationRequirementsAndLocalRoots'): Rule => ({
  kind: 'needsJudgement',
  code: 'associationRequirements',
  section: '3 §',
  parameters: { question, about: 'recipient' },
});

const wording = (
  amendedBy: string | null,
  validFrom: string,
  validTo: string,
  requirements: Rule,
): Wording => ({
  sfs: '2018:119',
  amendedBy,
  validFrom,
  validTo,
  rules: [recipientKind, requirements, ...lasting],
  sectionsNotAvailable: ['4 § ff.'],
});

/** Grants to certain non-profit organisations. */
export const sfs2018119: Programme = {
  code: 'sfs-2018-119',
  name: 'Statsbidrag till vissa ideella organisationer mot segregation',
  title: {
    sv: 'Statsbidrag till vissa ideella organisationer för att minska segregation (SFS 2018:119)',
    en: 'Grants to certain non-profit organisations to reduce segregation (SFS 2018:119)',
  },
  isExample: false,
  appeal: { kind: 'unknown', citation: null },
  carryOver: 'unknown',
  retention: ordinanceRetention,
  repealed: { by: '2022:1711', on: '2023-01-01' },
  wordings: [
    wording(null, '2018-04-06', '2021-02-01', association('associationRequirements')),
    wording('2020:1265', '2021-02-01', '2022-03-01', association('associationRequirementsAndLocalRoots')),
    // 2022:60 changed 3, 6, 9 and 12 §§; how is not in our sources, so the questions of 2021 are asked still.
    wording('2022:60', '2022-03-01', '2023-01-01', association('associationRequirementsAndLocalRoots')),
  ],
};
