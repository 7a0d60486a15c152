import { ROLES } from '#domain/access/actor';
import { permissions } from '#domain/access/permissions';
import {
  CO_FINANCING_SOURCES,
  COST_KINDS,
  ORIENTATIONS,
  PRIORITY_AREAS,
  TARGET_GROUPS,
} from '#domain/applications/application-content';
import { PROOF_KINDS } from '#domain/co-financing/follow-up';
import { REQUESTERS } from '#domain/decisions/amendment';
import { DECISION_OUTCOMES } from '#domain/decisions/proposal';
import { REVOCATION_GROUNDS } from '#domain/decisions/revocation';
import { LETTER_KINDS } from '#domain/documents/letter-kind';
import { PAUSE_REASONS } from '#domain/exports/export-schedule.lifecycle';
import { AS_OF_RULES, PERIODS } from '#domain/exports/recurrence';
import { lifecycles } from '#domain/lifecycles';
import { measures } from '#domain/measures/definitions';
import { RECOVERY_GROUNDS } from '#domain/recoveries/grounds';
import { programmes } from '#domain/regulations/index';
import { RECIPIENT_KINDS, STEPS } from '#domain/regulations/rule';
import { ACTIVITY_STATUSES } from '#domain/reports/report-content';
import type { ErrorCode } from '#platform/errors';
import { findingText, hasText, LANGUAGES, text } from '#text';
import { en } from './en/index.js';
import { sv } from './sv/index.js';

const words = (list: string) => list.trim().split(/\s+/);
const placeholders = (template: string) => template.match(/\{[^{}]+\}/g)?.sort() ?? [];
const each = Object.keys(sv) as (keyof typeof sv)[];

const ERRORS = {
  invalid: 1,
  unauthenticated: 1,
  forbidden: 1,
  secondFactorRequired: 1,
  stepUpRequired: 1,
  notFound: 1,
  illegalTransition: 1,
  conflict: 1,
  budgetExceeded: 1,
  fourEyes: 1,
  conflictOfInterest: 1,
  fileDamaged: 1,
  stale: 1,
  tooLarge: 1,
  unsupportedMediaType: 1,
  rulesNotMet: 1,
  idempotencyKeyReused: 1,
  preconditionRequired: 1,
  tooManyRequests: 1,
  unavailable: 1,
} satisfies Record<ErrorCode, 1>;

/** Codes of findings that are no rule's own, with the outcomes they come in. */
const FINDINGS = {
  notMet:
    words(`judgementPending budgetBalance callOpen mandatoryParts calendarYear partMissing emailInvalid dateInvalid endsBeforeStart
    outsideCallYears amountInvalid yearTwice ownShare reasonsMissing notEligible noMoneyGranted aboveRequested shareInvalid
    paidAboveCeiling proofAboveReported paymentAboveCeiling notAGrant nothingAmended belowPaid yearSettled reportHandedIn amendmentOutdated
    instalmentYearNotGranted instalmentSharesNotWhole moneyWithoutApproval budgetExceeded loweredBelowBound carryOverNotAllowed nextYearNotAppropriated yearNotAppropriated notAppropriated
    allocationAmountInvalid allocationWeightInvalid allocationCodeTwice allocationCapBelowFloor allocationFloorTooHigh
    allocationNoWeight allocationCapTooLow allocationNobody allocationNoValues reportCostsMissing outsideReportYears activityUnanswered goalUnanswered
    deviationsMissing lessonsMissing recipientKind recipientInAnnex regionContainsAnnexMunicipality measureThreshold
    partnerOfKind purpose notStatutoryDuty requiresApprovedStep submittedInTime noUnsettledReport maxShareOfCosts maxAmount
    maxYears nothingClaimed moreThanPaid moreThanPaidOfYear claimYears mayStillAnswer overpayment nothingPaid beforeInterest
    referenceRateMissing planSum planPortionEmpty planInThePast planOrder setOffTooLarge heldBackByReport heldBackByCondition heldBackByOfficer decisionNoLongerPays payerNotConfigured
    payeeAccountMissing payeeAccountBounced bankRefuses settlementOfOtherFile`),
  met: words(`budgetBalance callOpen mandatoryParts calendarYear recipientKind recipientInAnnex maxShareOfCosts maxAmount
    regionContainsAnnexMunicipality measureThreshold partnerOfKind purpose notStatutoryDuty requiresApprovedStep maxYears
    submittedInTime noUnsettledReport developmentOfAreas associationRequirements sectionsNotAvailable`),
  needsJudgement:
    words(`otherStateGrant coFinancingBelowDecided coFinancingUnproven recipientInAnnex regionContainsAnnexMunicipality measureThreshold partnerOfKind
    purpose notStatutoryDuty maxShareOfCosts calendarYear developmentOfAreas longTermAndSustainable strengthensLocalWork
    purposesOfThree purposesOfFour reducesSegregationLongTerm associationRequirements sectionsNotAvailable`),
};

const PROBLEMS =
  words(`required unknownField notText tooLong tooShort notAmount notYear notDate dayOutOfRange notOneOf notId notEmail
  notWholeNumber notNumber notBoolean notList tooMany tooFew duplicate malformedText notObject notJson notUtf8 moreProblems unknownParameter
  unexpectedBody invalidCursor unknownSort unknownFilter unknownProgramme unknownFinding unknownCall unknownAppropriation noWordingInForce
  closesBeforeItOpens yearBeforeWording tooManyYears outsideCallYears dueInThePast notACaseOfficer unknownExportKind
  dateInTheFuture notIdempotencyKey repealedProgramme unknownMeasure unknownDataset noMeasureRule thresholdTwice notForm notFile unnamedPart tooManyFields oneFile
  oneSource notSelection csvOptionsWithoutCsv unknownApplication unknownOrganisation onlyOfNow notTimeOfDay untilBeforeFrom noRunLeft notAReaderOfExports tooManyExportsOfUser tooManyExports
  nothingAmended nothingToCarry tooManyAnswers tooManyEvidenceFiles tooManyAccountingImports carriedAboveMost
  notHalfYear rateKnown notHalfPercent notBankgiro notPlusgiro notIban notBic bicOfOtherCountry bicWithGiro unknownPayment paymentInFile paymentNotAttested paymentOfInterest unknownCondition
  xmlDoctype xmlNotWellFormed xmlNotUtf8 xmlTooDeep xmlTooLong xmlTooManyAttributes notSettlementMessage notSha256
  passwordTooShort passwordCommon passwordPersonal passwordPattern passwordWrong hasPassword noPassword ownPassword invitationNotValid
  codeNotRight passkeyNotAccepted passkeyCopied passkeyKnown lastSecondFactor noSecondFactor
  ownSecondFactor nothingToEnrol scopeNotYours keyMustEnd keyBesideSession
  accountActive accountAnonymised hasOpenCases hasExportSchedules
  providerAway providerRefused providerNotBelieved signInTooLate identityNotKnown`);

const REASONS =
  words(`annexNotAvailable noCode noMembers noMunicipality noDataset noValue noSpread partnerUnknown
  areaNotStated notAnswered notOpen late askedOfOfficer textNotAvailable noCosts noYears noPopulation noAreas noInhabitants
  groupAbsent oneGroupOnly noEarlierValue zeroBase negativeBase noAreaTypes countMissing nothingToShare`);

const rulesOfAll = programmes.flatMap(({ wordings }) => wordings.flatMap(({ rules }) => rules));
const named = (group: string, codes: readonly string[]) => codes.map((code) => `${group}.${code}`);
const without = (codes: readonly string[]) => [...new Set(codes)].filter((code) => !hasText(code));

describe('the catalogues', () => {
  test('have the same codes', () => {
    expect(Object.keys(en)).toEqual(Object.keys(sv));
  });

  test.each(each)('%s is written in both languages, of the same facts', (code) => {
    for (const catalogue of [sv, en] as Record<string, string>[]) {
      expect(catalogue[code]?.trim()).toBe(catalogue[code]);
      expect(catalogue[code]).not.toBe('');
    }
    expect(placeholders(en[code])).toEqual(placeholders(sv[code]));
  });

  test.each(each)('%s without data is still a sentence', (code) => {
    for (const language of LANGUAGES) {
      expect(text(language, code)).not.toMatch(/undefined|null|NaN|[{}[\]|]|\s{2}|\s[.,]|^\s|\s$/);
    }
  });
});

describe('every code has a text', () => {
  test('errors', () => {
    const codes = Object.keys(ERRORS);
    expect(without(codes.flatMap((code) => [`error.${code}.title`, `error.${code}.detail`]))).toEqual([]);
  });

  test.each(lifecycles)('the lifecycle of $subject', ({ subject, states, edges }) => {
    const actions = edges().map(({ action }) => action);
    expect(
      without([
        `subject.${subject}`,
        `theSubject.${subject}`,
        ...named(`status.${subject}`, states),
        ...named(`action.${subject}`, actions),
      ]),
    ).toEqual([]);
  });

  test('acts that change something', () => {
    const acts = Object.keys(permissions).filter((permission) => !permission.endsWith('.read'));
    expect(without(named('action', acts))).toEqual([]);
  });

  test.each(Object.entries(FINDINGS))('findings that are %s', (outcome, codes) => {
    const untold = codes.filter(
      (code) => !hasText(`finding.${code}.${outcome}`) && !hasText(`finding.${code}`),
    );
    expect(untold).toEqual([]);
  });

  test('rules of the ordinances, and the questions they ask', () => {
    const all = [...FINDINGS.notMet, ...FINDINGS.needsJudgement];
    expect(rulesOfAll.map(({ code }) => code).filter((code) => !all.includes(code))).toEqual([]);
    const questions = rulesOfAll.flatMap((rule) =>
      rule.kind === 'needsJudgement' ? [rule.parameters.question] : [],
    );
    expect(without(named('question', questions))).toEqual([]);
    expect(without(rulesOfAll.flatMap(({ code, kind }) => named('rule', [code, kind])))).toEqual([]);
    expect(
      without(
        named(
          'ruleInWords',
          rulesOfAll.map(({ kind }) => kind),
        ),
      ),
    ).toEqual([]);
  });

  test('problems and reasons', () => {
    expect(without([...named('problem', PROBLEMS), ...named('reason', REASONS)])).toEqual([]);
  });

  test('kinds', () => {
    expect(
      without([
        ...named('role', ROLES),
        ...named('recipientKind', RECIPIENT_KINDS),
        ...named('costKind', COST_KINDS),
        ...named('coFinancingSource', CO_FINANCING_SOURCES),
        ...named('priorityArea', PRIORITY_AREAS),
        ...named('targetGroup', TARGET_GROUPS),
        ...named('orientation', ORIENTATIONS),
        ...named('step', STEPS),
        ...named('decisionOutcome', DECISION_OUTCOMES),
        ...named('letterKind', LETTER_KINDS),
        ...named('requester', REQUESTERS),
        ...named('period', PERIODS),
        ...named('asOfRule', AS_OF_RULES),
        ...named('pauseReason', PAUSE_REASONS),
        ...named('proofKind', PROOF_KINDS),
        ...named('revocationGround', REVOCATION_GROUNDS),
        ...named('activityStatus', ACTIVITY_STATUSES),
        ...named(
          'recoveryGround',
          RECOVERY_GROUNDS.map(({ code }) => code),
        ),
      ]),
    ).toEqual([]);
  });

  test.each(measures)('the measure $code goes by its name', ({ code, name }) => {
    expect({
      sv: sv[`measure.${code}` as keyof typeof sv],
      en: en[`measure.${code}` as keyof typeof sv],
    }).toEqual(name);
  });
});

describe('the glossary', () => {
  test('has one word for a checksum, and one for a manifest', () => {
    expect(each.filter((code) => /kontrolltal|checksumm|manifest(?!\.)/i.test(sv[code]))).toEqual([]);
  });

  test('has another word for a control sum', () => {
    const controlSums = each.filter((code) => /^cover\.sum$|^web\..*controlSums?$/.test(code));
    expect(controlSums.length).toBeGreaterThan(2);
    for (const code of controlSums.filter((one) => !one.startsWith('web.audit.')))
      expect([code, sv[code]]).toEqual([code, expect.stringMatching(/^Avstämningssumm/)]);
  });
});

describe('what is told of exports', () => {
  test('how a file is checked: by the checksum of its bytes, which does not stand in it', () => {
    expect(sv['web.exports.controlHelp']).toMatch(/Räkna ut SHA-256.*följesedeln/);
    expect(en['web.exports.controlHelp']).toMatch(/Compute the SHA-256.*manifest/);
  });

  test('no payment file, which is not in it, and no overlap of money that is shared', () => {
    expect(sv['web.exports.about.payments']).not.toContain('betalfil');
    for (const kind of ['priority-area', 'target-group'] as const)
      expect(sv[`web.exports.about.grants-by-${kind}`]).toMatch(
        /varje krona räknas en gång.*hela bidrag överlappar/,
      );
  });
});

test('a code that is none has no text', () => {
  expect(['', 'toString', 'constructor', '__proto__', 'error', 'error.invalid'].filter(hasText)).toEqual([]);
});

describe('findingText', () => {
  const data = {
    year: 2021,
    percent: 90,
    costs: 1_000_000,
    maxRequested: 900_000,
    requested: 900_100,
    share: '90.01',
  };

  test.each([
    ['sv', 'met', 'Beloppet är 900 100 kr, det vill säga 90,01 %.'],
    ['sv', 'notMet', 'men beloppet är 900 100 kr, det vill säga 90,01 %.'],
    ['en', 'notMet', 'but the amount is SEK 900,100, which is 90.01%.'],
  ] as const)('%s, %s: the variant of the outcome', (language, outcome, end) => {
    const told = findingText(language, { code: 'maxShareOfCosts', outcome, data, citation: null });
    expect(told.replaceAll('\u00a0', ' ')).toMatch(end);
  });

  test('the plain one where there is no variant', () => {
    const finding = { code: 'yearTwice', outcome: 'notMet', data: { year: 2021 }, citation: null };
    expect(findingText('sv', finding)).toBe('Varje år får ha en rad. 2021 finns på flera. Slå ihop dem.');
  });

  test('a problem has no outcome and may share its code with a finding', () => {
    const told = { code: 'outsideCallYears', data: { callYears: [2021, 2022] } };
    expect(findingText('sv', told)).toBe('Utlysningen avser 2021 och 2022. Välj ett av de åren.');
  });

  test('the section whose text is missing is named', () => {
    const citation = { sfs: '2018:151', section: '10–14 §§', wordingFrom: '2018-04-19' };
    expect(findingText('sv', { code: 'sectionsNotAvailable', outcome: 'needsJudgement', citation })).toMatch(
      /^Författningstexten till 10–14 §§ i SFS 2018:151 saknas/,
    );
  });

  test('thresholds are told with their evidence', () => {
    const threshold = {
      measure: 'areaType12Share',
      standardDeviations: 1.5,
      n: 290,
      year: 2022,
      quality: 'proxy',
    };
    const figures = { mean: 0.0512, standardDeviation: 0.06, threshold: 0.1412, value: 0.25, z: 3.31 };
    const dataset = { id: 'x', source: 'Segregationsbarometern', vintage: '2022', sha256: 'x' };
    const thresholds = [
      { ...threshold, ...figures, dataset, outcome: 'met' },
      { measure: 'inequalityIndex', standardDeviations: 1, value: null, z: null, reason: 'noDataset' },
    ];
    const finding = {
      code: 'measureThreshold',
      outcome: 'met',
      data: { combine: 'any', thresholds, members: [] },
    };
    expect(findingText('sv', finding)).toBe(
      'Kommunen, eller en kommun som ingår, ska nå gränsen för minst ett av segregationsmåtten. Gränsen är nådd. ' +
        'Underlag: andel i områdestyp 1 och 2: värde 0,25, gräns 0,1412 (medelvärdet 0,0512 plus 1,5 × ' +
        'standardavvikelsen 0,06, 290 kommuner år 2022), närmevärde från Segregationsbarometern; ' +
        'ojämlikhetsindex, men måttets värden saknas i Medel.',
    );
  });

  test('what an officer has judged is told in place of what the rule said', () => {
    const override = { outcome: 'met', motive: 'Demo: kartläggningen visar det.' };
    expect(findingText('sv', { code: 'measureThreshold', outcome: 'met', override })).toBe(
      'En handläggare har bedömt att villkoret är uppfyllt: Demo: kartläggningen visar det.',
    );
  });

  test('a code that nobody has written a text for is told as it is', () => {
    expect(findingText('sv', { code: 'somethingNew', outcome: 'notMet' })).toBe('somethingNew');
  });
});
