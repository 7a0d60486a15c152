import { yearsSettledBy } from '#domain/reports/report-years';
import { computeRiskParts, type RiskFacts, type RiskParts } from '#domain/samples/risk';
import { sumKronor, type Kronor, type YearAmount } from '#domain/shared/money';
import { wordingOf } from '#core/applications';
import type { DrawableReport } from './sample.repository.js';

type OwnFacts = Omit<RiskFacts, 'largestGranted'>;

function factsOf(report: DrawableReport): OwnFacts {
  const { granted, duties, planned, actual, isFirstTime, isLate } = report;
  const settled = yearsSettledBy(
    report,
    duties,
    granted.map(({ year }) => year),
  );
  const years = settled.length > 0 ? settled : [report.year];
  const sum = (rows: readonly YearAmount[]): Kronor =>
    sumKronor(rows.filter(({ year }) => years.includes(year)).map(({ amount }) => amount));
  const ceiling = wordingOf(report).rules.find((rule) => rule.kind === 'maxShareOfCosts');
  return {
    granted: sum(granted),
    plannedCosts: sum(planned),
    actualCosts: actual && sum(actual),
    percent: ceiling?.parameters.percent ?? null,
    isFirstTime,
    isLate,
  };
}

/** How risky each is, beside the others. */
export function riskOf(reports: readonly DrawableReport[]): RiskParts[] {
  const facts = reports.map(factsOf);
  const largestGranted = facts.reduce((largest, { granted }) => Math.max(largest, granted), 0);
  return facts.map((own) => computeRiskParts({ ...own, largestGranted }));
}
