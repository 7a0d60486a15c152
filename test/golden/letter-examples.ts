import type { LetterKind } from '#domain/documents/letter-kind';
import type { Finding } from '#domain/shared/finding';
import { DEMO_AGENCY } from '#platform/config';
import type { LetterTold, Sender } from '../../libs/core/src/documents/compose-letter.js';
import type { LetterFacts } from '../../libs/core/src/documents/letter-facts.js';
import type { DecisionTold, LetterSubject, RecoveryTold } from '../../libs/core/src/documents/letter-subject.js';

/** A case of the demo, with everything that its letters may tell. For specs. */
export const SENDER: Sender = {
  agency: DEMO_AGENCY,
  isDemo: true,
  verificationOf: (number) => `https://medel.example/api/v1/public/decisions/${number}/verification?sha256=`,
};

const cited = (section: string) => ({ sfs: 'exempel', section, wordingFrom: '2027-01-01' });

const met: Finding = {
  code: 'maxShareOfCosts',
  outcome: 'met',
  citation: cited('5 §'),
  data: {
    year: 2027,
    percent: 90,
    costs: 1_000_000,
    maxRequested: 900_000,
    requested: 900_000,
    share: '90.00',
  },
};
const judged: Finding = {
  code: 'purpose',
  outcome: 'met',
  citation: cited('3 §'),
  data: {},
  override: {
    computed: 'needsJudgement',
    outcome: 'met',
    motive: 'Demo: aktiviteterna gäller utbildning.',
    by: '01980000-0000-7000-8000-000000000001',
    at: '2027-03-01T08:00:00.000Z',
  },
};
const notMet: Finding = {
  code: 'maxYears',
  outcome: 'notMet',
  citation: cited('7 §'),
  data: { max: 3, years: [2027, 2028, 2029, 2030] },
};

const decision: DecisionTold = {
  decidedOn: '2027-03-15',
  decidedBy: 'Demo Beslutsfattare Ett',
  presentedBy: 'Demo Handläggare Ett',
  others: ['Demo Handläggare Två'],
  reasons:
    'Demo: ansökan uppfyller villkoren. Åtgärderna är långsiktiga – de fortsätter i ordinarie verksamhet.\n\nDemo: målen går att mäta.',
  conditions: ['Demo: en avsiktsförklaring med bostadsbolaget lämnas före den 1 juni 2027.'],
  reportsDue: [
    { kind: 'interim', year: 2027, dueOn: '2028-03-01' },
    { kind: 'final', year: 2028, dueOn: '2029-03-01' },
  ],
  instalments: [
    { year: 2027, share: 0.5 },
    { year: 2027, share: 0.5 },
  ],
  evidence: [met, judged],
  difference: null,
  amendsOn: null,
  revocation: null,
};

const recovery: RecoveryTold = {
  decidedOn: '2028-05-02',
  decidedBy: 'Demo Beslutsfattare Två',
  presentedBy: 'Demo Handläggare Ett',
  others: ['Demo Ekonom'],
  grantedOn: '2027-03-15',
  amount: 80_000,
  years: [{ year: 2027, amount: 80_000 }],
  grounds: 'settlement',
  reasons: 'Demo: kostnaderna blev lägre än beräknat.',
  notifiedOn: '2028-04-01',
  answerBy: '2028-04-22',
  hasAnswered: true,
  withoutAnswer: null,
  dueOn: '2028-06-01',
};

const subject: LetterSubject = {
  registryNumber: '2027-000123',
  submittedOn: '2027-02-10',
  project: 'Demo: Trygga gårdar i Perstorp',
  requested: [
    { year: 2027, amount: 900_000 },
    { year: 2028, amount: 1_200_000 },
  ],
  recipient: { name: 'Perstorps kommun', organisationNumber: '212000-0910' },
  call: { title: 'Demo: åtgärder 2027', programmeCode: 'exempel-2027', wordingFrom: '2027-01-01' },
  orderedBy: 'Demo Handläggare Ett',
  orderedOn: '2027-02-20',
  decision: null,
  recovery: null,
};

const years: LetterFacts = {
  years: [
    { year: 2027, amount: 900_000, status: 'firm' },
    { year: 2028, amount: 1_200_000, status: 'conditional' },
  ],
};
const partial: LetterFacts = { years: [{ year: 2027, amount: 500_000, status: 'firm' }] };

const refused = {
  ...decision,
  reasons: 'Demo: ansökan gäller för många år.',
  conditions: [],
  reportsDue: [],
  instalments: [],
  evidence: [met, notMet],
};

const of: Record<LetterKind, [Partial<LetterSubject>, LetterFacts]> = {
  approval: [{ decision }, years],
  partialApproval: [{ decision: { ...decision, instalments: [] } }, partial],
  rejection: [{ decision: refused }, {}],
  dismissal: [{ decision: { ...refused, others: [], evidence: [] } }, {}],
  discontinuation: [{ decision: { ...refused, others: [], evidence: [] } }, {}],
  amendment: [
    {
      decision: {
        ...decision,
        amendsOn: '2027-03-15',
        decidedOn: '2027-09-01',
        difference: {
          years: [
            { year: 2027, before: 900_000, after: 500_000, change: -400_000 },
            { year: 2028, before: 300_000, after: 0, change: -300_000 },
          ],
          total: { before: 1_200_000, after: 500_000, change: -700_000 },
          conditions: { added: [], removed: [] },
          reportsDue: { added: [], removed: [] },
          instalments: [],
          plan: false,
        },
      },
    },
    partial,
  ],
  revocation: [
    {
      decision: {
        ...decision,
        revocation: {
          grounds: ['conditionNotMet', 'reportMissing'],
          reasons: 'Demo: redovisningen har inte lämnats.',
          toRecover: [{ year: 2027, amount: 450_000 }],
          revokedBy: 'Demo Beslutsfattare Två',
          revokedOn: '2028-06-15',
        },
      },
    },
    {},
  ],
  completionRequest: [
    {},
    {
      completion: {
        items: [{ text: 'Demo: hur följs målen upp?' }, { text: 'Demo: vem utvärderar?' }],
        dueOn: '2027-03-10',
      },
    },
  ],
  delayNotice: [
    {},
    { delay: { reasons: 'Demo: många ansökningar har kommit in samtidigt.', expectedOn: '2027-06-30' } },
  ],
  recoveryDemand: [{ recovery }, {}],
};

export function exampleLetter(kind: LetterKind): LetterTold {
  const [changes, facts] = of[kind];
  return { kind, facts, subject: { ...subject, ...changes } };
}
