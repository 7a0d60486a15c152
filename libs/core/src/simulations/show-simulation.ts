import type { MeasureFacts } from '#domain/applications/facts';
import { prepareMeasureThreshold } from '#domain/applications/rules/measure-threshold';
import {
  countReasons,
  isMeasureRule,
  type Judged,
  type Setting,
  type Simulated,
} from '#domain/calls/simulation';
import type { Finding, Outcome, Verdict } from '#domain/shared/finding';
import type { Call } from '#core/calls';
import type { ComparedDistribution, Distribution, LeftOut } from './distribution.js';
import type { Recipient } from './recipient.queries.js';

/** What a finding about measures tells, as `checkMeasureThreshold` writes it. */
interface Standing {
  measure: string;
  standardDeviations?: number;
  threshold?: number | null;
  value: number | null;
  z: number | null;
  outcome: Outcome;
  reason?: string;
}
interface MeasureData {
  thresholds: (Standing & { standardDeviations: number })[];
  members: { code: string; outcome: Outcome; values: Standing[] }[];
}

interface Outcomes {
  call: Pick<Call, 'id' | 'programmeCode'>;
  before: Setting;
  after: Setting;
  judged: readonly Simulated<Recipient>[];
}

export function showSimulation(
  { call, before, after, judged }: Outcomes,
  distribution: ComparedDistribution | null,
) {
  const amounts = distribution && {
    before: amountsOf(distribution.before),
    after: amountsOf(distribution.after),
  };
  const items = judged.map((each) => {
    const { recipient, change } = each;
    const sums = amounts && {
      amountBefore: amounts.before.get(recipient.code) ?? 0,
      amount: amounts.after.get(recipient.code) ?? 0,
    };
    return {
      organisation: refOf(recipient),
      population: recipient.population,
      before: each.before.verdict,
      verdict: each.after.verdict,
      change,
      ...explain(each.after),
      ...(sums && { ...sums, difference: sums.amount - sums.amountBefore }),
    };
  });
  const standing = (verdict: Verdict) => items.filter((item) => item.verdict === verdict);
  const moving = (change: string) => items.filter((item) => item.change === change);
  return {
    callId: call.id,
    programmeCode: call.programmeCode,
    today: showSetting(
      before,
      judged.map((each) => each.before),
    ),
    simulated: showSetting(
      after,
      judged.map((each) => each.after),
    ),
    eligible: standing('eligible'),
    needsJudgement: standing('needsJudgement'),
    notEligible: standing('notEligible'),
    enters: moving('enters'),
    leaves: moving('leaves'),
    distribution: distribution && showComparison(distribution),
  };
}

/** How an organisation is shown wherever it is part of something else. */
export function refOf({ id, code, name, kind }: Recipient) {
  return { id, code, name, kind };
}

export function showLeftOut(leftOut: readonly LeftOut[]) {
  return leftOut.map(({ recipient, reason }) => ({ organisation: refOf(recipient), reason }));
}

/** The values of a measure that something was reckoned by. */
export function showValues(values: MeasureFacts | undefined) {
  if (!values) return null;
  const { code, year, quality, dataset } = values;
  return { measure: code, year, quality, dataset };
}

function showSetting({ wording, measures }: Setting, judged: readonly Judged[]) {
  const rule = wording.rules.find(isMeasureRule);
  const count = (verdict: Verdict) => judged.filter((each) => each.verdict === verdict).length;
  return {
    wordingFrom: wording.validFrom,
    combine: rule?.parameters.combine ?? null,
    deviation: rule?.parameters.deviation ?? null,
    thresholds: rule ? thresholdsOf({ wording, measures }, rule) : [],
    eligible: count('eligible'),
    needsJudgement: count('needsJudgement'),
    notEligible: count('notEligible'),
    reasons: countReasons(judged),
  };
}

/** Asked of a recipient without municipalities, the rule tells its thresholds and nothing else. */
function thresholdsOf({ wording, measures }: Setting, rule: Parameters<typeof prepareMeasureThreshold>[1]) {
  const nobody = { id: '', kind: 'region' as const, code: null, name: '', memberCodes: [] };
  const { data } = prepareMeasureThreshold(measures, rule, wording)(nobody);
  return (data as { thresholds: Record<string, unknown>[] }).thresholds.map((threshold) => ({
    measure: threshold['measure'],
    standardDeviations: threshold['standardDeviations'],
    threshold: threshold['threshold'] ?? null,
    mean: threshold['mean'] ?? null,
    standardDeviation: threshold['standardDeviation'] ?? null,
    n: threshold['n'] ?? 0,
    year: threshold['year'] ?? null,
    quality: threshold['quality'] ?? null,
    dataset: threshold['dataset'] ?? null,
  }));
}

/** Why: every rule with its outcome, and how the recipient, or its members that decide, stand to each threshold. */
function explain({ findings }: Judged) {
  const measured = findings.filter(({ data }) => 'thresholds' in data && 'members' in data);
  return {
    findings: findings.map(({ code, outcome, citation, data }) => ({
      code,
      outcome,
      citation,
      reason: (data['reason'] as string | undefined) ?? null,
    })),
    measures: measured.flatMap(({ data }) => (data as unknown as MeasureData).thresholds.map(showStanding)),
    through: measured.flatMap(throughMembers),
  };
}

/** The members that make the outcome what it is. That it is not met, all of them make. */
function throughMembers({ outcome, data }: Finding) {
  const { members, thresholds } = data as unknown as MeasureData;
  if (outcome === 'notMet') return [];
  return members
    .filter((member) => member.outcome === outcome)
    .map(({ code, values }) => ({
      code,
      measures: values.map((value, index) =>
        showStanding({ ...thresholds[index]!, reason: undefined, ...value }),
      ),
    }));
}

function showStanding({
  measure,
  standardDeviations,
  threshold = null,
  value,
  z,
  outcome,
  reason,
}: {
  [Field in keyof Standing]: Standing[Field] | undefined;
}) {
  return { measure, standardDeviations, threshold, value, z, outcome, reason: reason ?? null };
}

function amountsOf({ items }: Distribution): Map<string | null, number> {
  return new Map(items.map(({ code, amount }) => [code, amount]));
}

function showComparison({
  total,
  year,
  key,
  values,
  before,
  after,
  totalAtTodaysRate,
}: ComparedDistribution) {
  const side = ({ items, findings, leftOut, total: shared }: Distribution) => ({
    recipients: items.length,
    total: shared,
    findings,
    leftOut: showLeftOut(leftOut),
  });
  return {
    total,
    year,
    key,
    values: showValues(values),
    before: side(before),
    after: side(after),
    totalAtTodaysRate,
  };
}
