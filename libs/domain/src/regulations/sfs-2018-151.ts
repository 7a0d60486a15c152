import { ordinanceRetention } from '../retention/retention-rules.js';
import type { Programme, Wording } from './programme.js';
import type { Rule } from './rule.js';

/** Annex 1: the 32 municipalities named in Tillväxtverket's call of 2018-06-26. */
// prettier-ignore
export const ANNEX_2018_151 = [
  '0123', '0126', '0127', '0180', '0181', '0380', '0480', '0483', '0484', '0580', '0581', '0583', '0680', '0780',
  '1080', '1275', '1277', '1280', '1282', '1283', '1290', '1380', '1480', '1485', '1488', '1490', '1782', '1880',
  '1980', '2081', '2180', '2181',
] as const;

const lasting: readonly Rule[] = [
  { kind: 'recipientKind', code: 'recipientKind', section: '3 §', parameters: { kinds: ['municipality'] } },
  {
    kind: 'recipientInAnnex',
    code: 'recipientInAnnex',
    section: '3 §',
    parameters: { codes: ANNEX_2018_151 },
  },
  {
    kind: 'needsJudgement',
    code: 'developmentOfAreas',
    section: '3 §',
    parameters: { question: 'developmentOfAreas', about: 'application' },
  },
  {
    kind: 'mandatoryParts',
    code: 'mandatoryParts',
    section: '5 §',
    parameters: { parts: ['use', 'goals', 'timetable', 'budget'] },
  },
  {
    kind: 'needsJudgement',
    code: 'longTermAndSustainable',
    section: '6 §',
    parameters: { question: 'longTermAndSustainable', about: 'application' },
  },
  { kind: 'maxShareOfCosts', code: 'maxShareOfCosts', section: '7 §', parameters: { percent: 90 } },
  { kind: 'submittedInTime', code: 'submittedInTime', section: null, parameters: {} },
];

const textNotAvailable = (section: string): Rule => ({
  kind: 'needsJudgement',
  code: 'sectionsNotAvailable',
  section,
  parameters: { question: 'textNotAvailable', about: 'application' },
});

const first: Wording = {
  sfs: '2018:151',
  amendedBy: null,
  validFrom: '2018-04-19',
  validTo: '2021-02-01',
  rules: [
    ...lasting,
    { kind: 'calendarYear', code: 'calendarYear', section: '9 §', parameters: {} },
    { kind: 'maxYears', code: 'maxYears', section: '9 §', parameters: { years: 3 } },
    textNotAvailable('10–14 §§'),
  ],
  sectionsNotAvailable: ['2 §', '10–14 §§'],
};

/** 4, 5, 6, 10, 11, 12, 14 §§ changed, 10 a § new, 9 and 13 §§ repealed: no longer a limit of years. */
const second: Wording = {
  sfs: '2018:151',
  amendedBy: '2020:1266',
  validFrom: '2021-02-01',
  validTo: null,
  rules: [...lasting, textNotAvailable('10–12, 14 §§')],
  sectionsNotAvailable: ['2 §', '10–12, 14 §§'],
};

/** Grants to municipalities with deprived areas. */
export const sfs2018151: Programme = {
  code: 'sfs-2018-151',
  name: 'Statsbidrag till kommuner med utsatta områden',
  title: {
    sv: 'Statsbidrag till kommuner med utsatta områden (SFS 2018:151)',
    en: 'Grants to municipalities with deprived areas (SFS 2018:151)',
  },
  isExample: false,
  appeal: { kind: 'unknown', citation: null },
  carryOver: 'unknown',
  retention: ordinanceRetention,
  repealed: { by: '2025:277', on: null },
  wordings: [first, second],
};
