import { checkRecipients } from '../applications/eligibility.js';
import type { MeasuresByCode, RecipientFacts } from '../applications/facts.js';
import type { Deviation } from '../measures/standard-score.js';
import type { Wording } from '../regulations/programme.js';
import type { MeasureThresholdRule, Rule, Threshold } from '../regulations/rule.js';
import { computeVerdict, type Finding, type Verdict } from '../shared/finding.js';

/** What is moved in a rule about measures; what is left out stays as the rule has it. */
export interface RuleChange {
  /** Standard deviations from the mean, without unit, for every threshold of the rule. */
  threshold?: number;
  /** Thresholds in place of the rule's own. */
  thresholds?: readonly Threshold[];
  combine?: 'any' | 'all';
  deviation?: Deviation;
}

/** The rules and the values that recipients are judged by. */
export interface Setting {
  wording: Wording;
  measures: MeasuresByCode;
}

export interface Judged {
  verdict: Verdict;
  /** Every rule about recipients, in the order of the wording. */
  findings: Finding[];
}

/** `enters`: eligible where it was not before; `leaves`: no longer eligible. Whether it then needs judgement, `after` says. */
export type Change = 'enters' | 'leaves' | 'none';

export interface Simulated<Recipient> {
  recipient: Recipient;
  before: Judged;
  after: Judged;
  change: Change;
}

export function isMeasureRule(rule: Rule): rule is MeasureThresholdRule {
  return rule.kind === 'measureThreshold';
}

/** The wording with the change made in each of its rules about measures. The wording itself stays as it is. */
export function changeMeasureRules(wording: Wording, change: RuleChange): Wording {
  const { threshold, thresholds, combine, deviation } = change;
  const moved = ({ parameters }: MeasureThresholdRule): MeasureThresholdRule['parameters'] => ({
    ...parameters,
    thresholds: (thresholds ?? parameters.thresholds).map((each) =>
      threshold === undefined ? each : { ...each, standardDeviations: threshold },
    ),
    combine: combine ?? parameters.combine,
    deviation: deviation ?? parameters.deviation,
  });
  const rules = wording.rules.map((rule) =>
    isMeasureRule(rule) ? { ...rule, parameters: moved(rule) } : rule,
  );
  return { ...wording, rules };
}

function changeOf(before: Verdict, after: Verdict): Change {
  if (before === after || ![before, after].includes('eligible')) return 'none';
  return after === 'eligible' ? 'enters' : 'leaves';
}

/**
 * Judges the recipients by two settings with the very rules that judge applications, so that a simulation never says
 * otherwise than the decision would: by the first as things are, by the second as they would be. In the order given.
 */
export function simulate<Recipient extends RecipientFacts>(
  recipients: readonly Recipient[],
  before: Setting,
  after: Setting,
): Simulated<Recipient>[] {
  const judge = ({ wording, measures }: Setting): Judged[] =>
    checkRecipients(recipients, measures, wording).map(({ findings }) => ({
      verdict: computeVerdict(findings),
      findings,
    }));
  const [today, simulated] = [judge(before), judge(after)];
  return recipients.map((recipient, index) => {
    const [was, is] = [today[index]!, simulated[index]!];
    return { recipient, before: was, after: is, change: changeOf(was.verdict, is.verdict) };
  });
}

/** Why recipients need judgement; `measure` is `null` where the reason is no measure's. */
export interface ReasonCount {
  /** The rule's code. */
  code: string;
  measure: string | null;
  reason: string;
  recipients: number;
}

/** For what reasons recipients need judgement, and how many for each: the commonest first. One may have several. */
export function countReasons(judged: readonly Judged[]): ReasonCount[] {
  const counts = new Map<string, ReasonCount>();
  for (const { findings } of judged.filter(({ verdict }) => verdict === 'needsJudgement')) {
    const open = findings.filter(({ outcome }) => outcome === 'needsJudgement');
    const reasons = open.flatMap(reasonsOf);
    for (const [key, reason] of new Map(reasons.map((each) => [JSON.stringify(each), each]))) {
      const recipients = (counts.get(key)?.recipients ?? 0) + 1;
      counts.set(key, { ...reason, recipients });
    }
  }
  return [...counts]
    .sort(([a, x], [b, y]) => y.recipients - x.recipients || (a < b ? -1 : 1))
    .map(([, c]) => c);
}

interface ReasonedData {
  reason?: string;
  thresholds?: { measure: string; reason?: string }[];
  members?: { outcome: string; values: { measure: string; reason?: string }[] }[];
}

/** A finding's own reason, or those of its thresholds: the recipient's own, or of the members that need judgement. */
function reasonsOf({ code, data }: Finding): Omit<ReasonCount, 'recipients'>[] {
  const { reason, thresholds = [], members = [] } = data as ReasonedData;
  if (reason !== undefined) return [{ code, measure: null, reason }];
  const open = members.filter(({ outcome }) => outcome === 'needsJudgement');
  return [...thresholds, ...open.flatMap(({ values }) => values)].flatMap((value) =>
    value.reason === undefined ? [] : [{ code, measure: value.measure, reason: value.reason }],
  );
}
