import { applyJudgements, type Judgement } from '#domain/applications/judgement';
import type { Instalment } from '#domain/decisions/instalments';
import {
  checkProposal,
  type DecisionOutcome,
  type Proposal,
  type ReportDuty,
} from '#domain/decisions/proposal';
import type { Budget } from '#domain/applications/application-content';
import type { Rule, Step } from '#domain/regulations/rule';
import type { Wording } from '#domain/regulations/programme';
import type { Finding } from '#domain/shared/finding';
import type { YearAmount } from '#domain/shared/money';
import { Problem } from '../api/problem.js';

/** A proposal as the form has it: a sum is a number, the text that is no number, or nothing yet. */
export interface ProposalValues {
  outcome: DecisionOutcome;
  years: { year: number; amount: number | string | null; parts: string }[];
  reasons: string;
  conditions: { text: string }[];
  reportsDue: ReportDuty[];
}

/** As it is sent. `kept` says where each sent year stands among those of the form. */
export interface SentProposal {
  body: Proposal;
  kept: number[];
}

const isNothing = (amount: number | string | null) => amount === null || amount === 0 || amount === '';

/**
 * Years without money are no part of an approval, and what is no approval has no money, conditions or reports. A sum
 * that is no number is sent as it was typed, so that the server says what is wrong with it.
 */
export function sentProposal({
  outcome,
  years,
  reasons,
  conditions,
  reportsDue,
}: ProposalValues): SentProposal {
  if (outcome !== 'approve')
    return {
      body: { outcome, years: [], reasons, conditions: [], reportsDue: [], instalments: [] },
      kept: [],
    };
  const kept = years.flatMap(({ amount }, place) => (isNothing(amount) ? [] : [place]));
  const granted = kept.map((place) => years[place]!);
  return {
    body: {
      outcome,
      years: granted.map(({ year, amount }) => ({ year, amount: amount as number })),
      reasons,
      conditions: conditions.map(({ text }) => text.trim()).filter((text) => text !== ''),
      reportsDue: reportsDue.map((duty) => ({ ...duty, year: Number(duty.year) })),
      instalments: granted.flatMap(({ year, parts }) => instalmentsOf(year, parts)),
    },
    kept,
  };
}

/** `50 + 50` as shares of the year's sum; nothing, or `100`, is all of it at once. What is no number becomes a share of 0. */
export function instalmentsOf(year: number, parts: string): Instalment[] {
  const shares = parts
    .split('+')
    .map((part) => part.replace(/[\s\u00a0%]/g, '').replace(',', '.'))
    .filter((part) => part !== '')
    .map((part) => (/^\d+(\.\d+)?$/.test(part) ? Math.round(Number(part) * 100) / 10_000 : 0));
  return shares.length === 0 || (shares.length === 1 && shares[0] === 1)
    ? []
    : shares.map((share) => ({ year, share }));
}

/** A refusal tells of the years that were sent; the form has others between them. */
export function refusalOf(error: unknown, kept: readonly number[]): unknown {
  if (!(error instanceof Problem)) return error;
  const findings = error.findings.map((finding) => ({
    ...finding,
    path: finding.path && movedPath(finding.path, kept),
  }));
  return new Problem({ ...error.body, findings }, error.retryAfterSeconds);
}

/** An interim report for each granted year but the last, a final one for the last, each due at the end of March after it. */
export function defaultDuties(years: readonly number[]): ReportDuty[] {
  const last = Math.max(...years);
  return years.map((year) => ({
    kind: year === last ? 'final' : 'interim',
    year,
    dueOn: `${year + 1}-03-31`,
  }));
}

/** Years that are given money, of those in the form. */
export const grantedYears = (years: ProposalValues['years']): number[] =>
  years.filter(({ amount }) => !isNothing(amount)).map(({ year }) => year);

interface RuleView {
  kind: string;
  code: string;
  citation: { section: string } | null;
  parameters: unknown;
}

interface WordingView extends Omit<Wording, 'rules'> {
  rules: readonly RuleView[];
}

/** A wording as the rules of the domain read it, from what the API shows of it. */
export function wordingOf(view: WordingView): Wording {
  const rules = view.rules.map(({ kind, code, citation, parameters }) => ({
    kind,
    code,
    section: citation?.section ?? null,
    parameters,
  }));
  return { ...view, rules: rules as Rule[] };
}

export interface ProposalCase {
  content: Budget;
  call: { years: readonly number[]; step: Step | null };
  wording: Wording;
  eligibility: readonly Finding[];
  judgements: readonly Judgement[];
}

/** What the rules say of a proposal while it is being written, as they will when it is sent. */
export function checkWhileTyping(
  { body, kept }: SentProposal,
  { content, call, wording, eligibility, judgements }: ProposalCase,
): Finding[] {
  const years: YearAmount[] = body.years.filter(({ amount }) => typeof amount === 'number');
  const facts = { content, call, wording, eligibility: applyJudgements(eligibility, judgements) };
  return checkProposal({ ...body, years }, facts).map((finding) =>
    finding.path === undefined ? finding : { ...finding, path: movedPath(finding.path, kept) },
  );
}

const movedPath = (path: string, kept: readonly number[]) =>
  path.replace(/^years\[(\d+)\]/, (_, place: string) => `years[${kept[Number(place)] ?? place}]`);
