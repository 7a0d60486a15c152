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

/** One field of a finding that is not the same: `data.thresholds[0].value`. */
export interface FieldDifference {
  path: string;
  then: unknown;
  now: unknown;
}

export interface Difference {
  code: string;
  then: Finding | null;
  now: Finding | null;
  fields: FieldDifference[];
}

/**
 * The findings that are not the same, by code and place, and what in them. `recordedOnly` leaves out what was not
 * recorded then: evidence is older than the newest detail that a finding has learnt to tell.
 */
export function compareChecks(
  then: SubmissionChecks,
  now: SubmissionChecks,
  { recordedOnly = false } = {},
): Difference[] {
  const [before, after] = [keyed(then), keyed(now)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const [was, is] = [before.get(key) ?? null, after.get(key) ?? null];
    const fields = was && is ? compareFields('', was, is, recordedOnly) : [];
    if (was && is && fields.length === 0) return [];
    return [{ code: (was ?? is)!.code, then: was, now: is, fields }];
  });
}

/** By code, place and, where several share them, their number in order. */
function keyed({ eligibility, coFinancing, completeness }: SubmissionChecks): Map<string, Finding> {
  const found = new Map<string, Finding>();
  const seen = new Map<string, number>();
  for (const finding of [...eligibility, ...coFinancing, ...completeness]) {
    const place = `${finding.code} ${finding.path ?? ''}`;
    const number = seen.get(place) ?? 0;
    seen.set(place, number + 1);
    found.set(`${place} ${number}`, plain(finding));
  }
  return found;
}

function compareFields(path: string, then: unknown, now: unknown, recordedOnly: boolean): FieldDifference[] {
  if (!isBranch(then) || !isBranch(now) || Array.isArray(then) !== Array.isArray(now))
    return Object.is(then, now) ? [] : [{ path, then: then ?? null, now: now ?? null }];
  const isList = Array.isArray(then);
  const names = new Set([...Object.keys(then), ...(recordedOnly && !isList ? [] : Object.keys(now))]);
  return [...names].flatMap((name) => {
    const place = isList ? `${path}[${name}]` : path === '' ? name : `${path}.${name}`;
    return compareFields(place, then[name], now[name], recordedOnly);
  });
}

function isBranch(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** As it is kept: without what JSON leaves out. */
function plain(finding: Finding): Finding {
  return JSON.parse(JSON.stringify(finding)) as Finding;
}
