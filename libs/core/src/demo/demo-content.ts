import type {
  Activity,
  ApplicationContent,
  CoFinancing,
  Cost,
} from '#domain/applications/application-content';
import type { ReportContent } from '#domain/reports/report-content';
import type { YearAmount } from '#domain/shared/money';
import { MAPPINGS, MEASURES, type Theme } from './themes.js';

/** What makes one demo application differ from the next. */
export interface ContentPlan {
  /** Its place in the demo, from which texts and sums follow. */
  number: number;
  step: 'mapping' | 'measures';
  years: readonly number[];
  /** Costs of the first year, whole thousands of kronor. */
  costs: number;
  /** Share of the costs that is asked for, whole percent up to 90. */
  percent: number;
  organisation: string;
  email: string;
  areaCodes: readonly string[];
}

export function contentOf(plan: ContentPlan): ApplicationContent {
  const themes = plan.step === 'mapping' ? MAPPINGS : MEASURES;
  const theme = themes[plan.number % themes.length]!;
  const costs = plan.years.map((year, index) => ({ year, amount: plan.costs * (1_000 + index * 50) }));
  // The costs are whole hundreds, so that a whole percent of them is a whole number of kronor.
  const requested = costs.map(({ year, amount }) => ({ year, amount: (amount / 100) * plan.percent }));
  return {
    title: `${theme.title} (demo)`,
    summary: `Demo: ${theme.summary} Uppgifterna är påhittade och säger inget om någon verklig ansökan.`,
    contact: { name: `Demo Kontakt ${plan.organisation}`, email: plan.email, phone: '' },
    activities: [activityOf(theme, plan)],
    costs: costs.flatMap((row) => costsOf(row)),
    requested,
    coFinancing: costs.map((row, index) => coFinancingOf(row, requested[index]!, plan)),
    partners: [],
    followUp: {
      plan: `Demo: ${theme.indicator} mäts varje halvår och redovisas för styrgruppen.`,
      evaluator: plan.number % 3 === 0 ? 'Demo Utvärdering' : '',
      continuation: 'Demo: det som fungerar förs in i ordinarie verksamhet.',
    },
    statutoryDuty: false,
  };
}

/** What a recipient accounts for of a year: a few percent below plan. */
export function reportOf(
  content: ApplicationContent,
  year: number,
  percentOfPlan: number,
): Partial<ReportContent> {
  const actual = <Row extends YearAmount>(rows: readonly Row[]) =>
    rows
      .filter((row) => row.year === year)
      .map((row) => ({ ...row, amount: Math.round((row.amount * percentOfPlan) / 100) }));
  return {
    costs: actual(content.costs),
    coFinancing: actual(content.coFinancing),
    activities: content.activities.map(({ areaCodes, title }) => ({
      status: 'ongoing',
      result: `Demo: ${title} kom igång som planerat och har hållits under hela året.`,
      reach: 180,
      areaCodes,
    })),
    goals: content.activities.flatMap((activity) =>
      activity.goals.map((goal) => ({
        indicator: goal.indicator,
        outcome: goal.year !== null && goal.year <= year ? goal.target : null,
      })),
    ),
    deviations: 'Demo: rekryteringen tog en månad längre än planerat, därför blev kostnaderna lägre.',
    lessons: 'Demo: nära samarbete med föreningslivet gav fler deltagare.',
  };
}

function activityOf(theme: Theme, { years, areaCodes, number }: ContentPlan): Activity {
  const last = years.at(-1)!;
  return {
    title: theme.activity,
    description: `Demo: ${theme.description}`,
    priorityArea: theme.priorityArea,
    orientation: theme.orientation,
    targetGroups: theme.targetGroups,
    areaCodes,
    startsOn: `${years[0]}-0${1 + (number % 3)}-01`,
    endsOn: `${last}-12-31`,
    goals: [{ indicator: theme.indicator, baseline: theme.baseline, target: theme.target, year: last }],
  };
}

function costsOf({ year, amount }: YearAmount): Cost[] {
  const personnel = (amount / 100) * 65;
  const external = (amount / 100) * 20;
  return [
    { year, kind: 'personnel', amount: personnel, note: 'Demo: löner' },
    { year, kind: 'external', amount: external, note: '' },
    { year, kind: 'premises', amount: amount - personnel - external, note: '' },
  ];
}

function coFinancingOf(costs: YearAmount, requested: YearAmount, { number }: ContentPlan): CoFinancing {
  const amount = costs.amount - requested.amount;
  const isShared = number % 4 === 0;
  return {
    year: costs.year,
    source: isShared ? 'otherRecipient' : 'own',
    funder: isShared ? 'Demo Medfinansiär' : 'Egna medel (demo)',
    amount,
  };
}
