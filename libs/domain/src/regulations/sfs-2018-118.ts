import { ordinanceRetention } from '../retention/retention-rules.js';
import type { Programme } from './programme.js';
import type { RecipientKind, Rule } from './rule.js';

const recipients = (kinds: readonly RecipientKind[], section: string): Rule => ({
  kind: 'recipientKind',
  code: 'recipientKind',
  section,
  parameters: { kinds },
});

const judgement = (code: string, section: string, question = code): Rule => ({
  kind: 'needsJudgement',
  code,
  section,
  parameters: { question, about: 'application' },
});

const lasting: readonly Rule[] = [
  judgement('strengthensLocalWork', '2 §'),
  { kind: 'notStatutoryDuty', code: 'notStatutoryDuty', section: '5 §', parameters: {} },
  // The two steps are how the agency used the ordinance (Statskontoret 2023:4, 6.3.1), not a section of it.
  { kind: 'maxAmount', code: 'maxAmount', section: null, parameters: { amount: 300_000, step: 'mapping' } },
  {
    kind: 'requiresApprovedStep',
    code: 'requiresApprovedStep',
    section: null,
    parameters: { step: 'mapping', forStep: 'measures' },
  },
  { kind: 'submittedInTime', code: 'submittedInTime', section: null, parameters: {} },
  judgement('sectionsNotAvailable', '6–19 §§', 'textNotAvailable'),
];

/** Coordination; exchange of experience and networks; knowledge and method development. */
const threePurposes = judgement('purposesOfThree', '4 §');
/** The three, and other measures that strengthen and develop the work. */
const fourPurposes = judgement('purposesOfFour', '4 §');

const unchanged: readonly Rule[] = [recipients(['municipality', 'region'], '3 §'), threePurposes, ...lasting];
const withAssociations: readonly Rule[] = [
  recipients(['municipality', 'region', 'municipalAssociation'], '1, 3 §§'),
  fourPurposes,
  ...lasting,
];
const sectionsNotAvailable = ['6–19 §§'];

/** Grants to municipalities and regions to reduce and counteract segregation. */
export const sfs2018118: Programme = {
  code: 'sfs-2018-118',
  name: 'Statsbidrag till kommuner och regioner mot segregation',
  title: {
    sv: 'Statsbidrag till kommuner och regioner för att minska och motverka segregation (SFS 2018:118)',
    en: 'Grants to municipalities and regions to reduce and counteract segregation (SFS 2018:118)',
  },
  isExample: false,
  appeal: { kind: 'unknown', citation: null },
  carryOver: 'unknown',
  retention: ordinanceRetention,
  repealed: { by: '2022:1710', on: '2023-01-01' },
  wordings: [
    {
      sfs: '2018:118',
      amendedBy: null,
      validFrom: '2018-04-06',
      validTo: '2020-01-01',
      rules: unchanged,
      sectionsNotAvailable,
    },
    // Title, 1, 3, 4 and 5 §§ changed; no change of the rules that our sources show.
    {
      sfs: '2018:118',
      amendedBy: '2019:1128',
      validFrom: '2020-01-01',
      validTo: '2021-02-01',
      rules: unchanged,
      sectionsNotAvailable,
    },
    // 1 §: municipal associations count as municipalities and regions do. 4 §: a fourth purpose.
    {
      sfs: '2018:118',
      amendedBy: '2020:1264',
      validFrom: '2021-02-01',
      validTo: '2022-03-01',
      rules: withAssociations,
      sectionsNotAvailable,
    },
    // 3 §: only municipalities of the annex, and regions and associations with such a member. The annex's 74 names
    // are not in our sources.
    {
      sfs: '2018:118',
      amendedBy: '2022:59',
      validFrom: '2022-03-01',
      validTo: '2023-01-01',
      rules: [
        ...withAssociations,
        { kind: 'recipientInAnnex', code: 'recipientInAnnex', section: '3 §', parameters: { codes: null } },
        {
          kind: 'regionContainsAnnexMunicipality',
          code: 'regionContainsAnnexMunicipality',
          section: '3 §',
          parameters: { codes: null },
        },
      ],
      sectionsNotAvailable: ['6–19 §§', 'bilagan'],
    },
  ],
};
