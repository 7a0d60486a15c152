import type { Schemas } from '../api/client.js';

type Amendment = Schemas['AmendmentDto'];
type Decision = Schemas['DecisionDetail'];
type Plan = NonNullable<Decision['plan']>;

/** As the form holds it: years and shares typed, conditions in one text with a blank line between them. */
export interface AmendmentValues {
  years: { year: number | null; amount: number | null }[];
  reasons: string;
  requestedBy: 'recipient' | 'agency';
  conditions: string;
  reportsDue: { kind: 'interim' | 'final'; year: number | null; dueOn: string }[];
  /** `percent` 0–100. */
  instalments: { year: number | null; percent: number | null }[];
  changesPlan: boolean;
  costs: Plan['costs'];
  coFinancing: Plan['coFinancing'];
}

/** What stands, for the form to begin with. `plan` is that of the decision, or else of the application. */
export function valuesOf(decision: Decision, plan: Plan): AmendmentValues {
  return {
    years: decision.years
      .filter((row) => row.status !== 'lapsed')
      .map(({ year, amount }) => ({ year, amount })),
    reasons: '',
    requestedBy: 'recipient',
    conditions: decision.conditions.join('\n\n'),
    reportsDue: decision.reportsDue,
    instalments: decision.instalments.map(({ year, share }) => ({
      year,
      percent: Math.round(share * 10_000) / 100,
    })),
    changesPlan: false,
    costs: plan.costs,
    coFinancing: plan.coFinancing,
  };
}

const conditionsIn = (text: string): string[] =>
  text
    .split(/\n\s*\n/)
    .map((each) => each.trim())
    .filter((each) => each !== '');

const sharesOf = (rows: AmendmentValues['instalments']) =>
  rows.map(({ year, percent }) => ({
    year,
    share: percent === null ? null : Math.round(percent * 100) / 10_000,
  }));

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Only what is otherwise: what is left out stands as it was decided. A year taken out of the list is one of 0 kronor. */
export function amendmentOf(before: AmendmentValues, after: AmendmentValues): Amendment {
  const changed = after.years.filter(
    ({ year, amount }) => before.years.find((row) => row.year === year)?.amount !== amount,
  );
  const gone = before.years
    .filter(({ year }) => !after.years.some((row) => row.year === year))
    .map(({ year }) => ({ year, amount: 0 }));
  const pick = (name: 'conditions' | 'reportsDue' | 'instalments', sent: unknown) =>
    isSame(before[name], after[name]) ? {} : { [name]: sent };
  return {
    years: [...changed, ...gone],
    reasons: after.reasons,
    requestedBy: after.requestedBy,
    ...pick('conditions', conditionsIn(after.conditions)),
    ...pick('reportsDue', after.reportsDue),
    ...pick('instalments', sharesOf(after.instalments)),
    ...(after.changesPlan ? { costs: after.costs, coFinancing: after.coFinancing } : {}),
  } as Amendment;
}
