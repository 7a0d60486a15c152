import { isDeepStrictEqual } from 'node:util';
import type { CaseFacts, DatasetFacts } from '#domain/applications/facts';
import type { SubmissionChecks } from '#domain/applications/submission';
import type { Wording } from '#domain/regulations/index';
import type { Finding } from '#domain/shared/finding';
import type { LocalDate } from '#domain/shared/local-date';

/** Which data set answered for a measure. */
export interface MeasureUsed {
  code: string;
  year: number;
  dataset: DatasetFacts;
}

/** Enough to explain an assessment years later, and to make it again: what was asked, of what, and what came out. */
export interface Evidence {
  programmeCode: string;
  wording: { sfs: string; amendedBy: string | null; validFrom: LocalDate };
  /** All facts but the content, which is kept beside, and the measures' values, which their data sets keep. */
  facts: Omit<CaseFacts, 'content' | 'measures'>;
  measures: MeasureUsed[];
  checks: SubmissionChecks;
}

export function evidenceOf(
  call: { programmeCode: string },
  wording: Wording,
  facts: CaseFacts,
  checks: SubmissionChecks,
): Evidence {
  const {
    recipient,
    partnerKinds,
    call: callFacts,
    submittedOn,
    approvedSteps,
    unsettledReports,
    measures,
  } = facts;
  return {
    programmeCode: call.programmeCode,
    wording: { sfs: wording.sfs, amendedBy: wording.amendedBy, validFrom: wording.validFrom },
    facts: { recipient, partnerKinds, call: callFacts, submittedOn, approvedSteps, unsettledReports },
    measures: Object.values(measures).flatMap((measure) =>
      measure ? [{ code: measure.code, year: measure.year, dataset: measure.dataset }] : [],
    ),
    checks,
  };
}

export interface Difference {
  code: string;
  then: Finding | null;
  now: Finding | null;
}

/** The findings that are not the same, by code and place. */
export function compareChecks(then: SubmissionChecks, now: SubmissionChecks): Difference[] {
  const all = (checks: SubmissionChecks) => [
    ...checks.eligibility,
    ...checks.coFinancing,
    ...checks.completeness,
  ];
  const keyed = (checks: SubmissionChecks) =>
    new Map(
      all(checks).map((finding, index) => [`${finding.code} ${finding.path ?? ''} ${index}`, plain(finding)]),
    );
  const [before, after] = [keyed(then), keyed(now)];
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((key) => !isDeepStrictEqual(before.get(key), after.get(key)))
    .map((key) => ({ code: key.split(' ')[0]!, then: before.get(key) ?? null, now: after.get(key) ?? null }));
}

/** As it is kept: without what JSON leaves out. */
function plain(finding: Finding): Finding {
  return JSON.parse(JSON.stringify(finding)) as Finding;
}
