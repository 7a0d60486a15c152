import { addDays } from '#domain/shared/local-date';
import { completeForm, type Any } from '#testing';
import { must } from '../stage.js';
import { REQUESTED, YEARS, type Draw, type History } from './history.js';
import {
  keyOf,
  standingYears,
  sum,
  takenOf,
  type Duty,
  type ModelAppropriation,
  type ModelCase,
  type ModelYear,
  type YearSum,
} from './model.js';
import { advance, planned, reload } from './planning.js';

const SHARES = [[1], [0.5, 0.5], [0.3333, 0.3333, 0.3334], [0.25, 0.75]];

const addTo = (sums: Map<string, number>, key: string, amount: number) =>
  sums.set(key, (sums.get(key) ?? 0) + amount);
const dutyOf = ({ kind, year }: Duty): Duty => ({ kind, year });
const sumOf = (rows: readonly YearSum[], year: number) =>
  sum(rows.filter((row) => row.year === year).map((row) => row.amount));

/** The appropriation of a year, or the last one before it. */
function latest({ model }: History, code: string, year: number): ModelAppropriation {
  return model.appropriations
    .filter((row) => row.code === code && row.year <= year)
    .sort((a, b) => b.year - a.year)[0]!;
}

export const newCase: Draw = (history) => {
  const organisation = history.chance(70) ? '1275' : 'annan';
  const { call, code } = history;
  const applicant = history.as(`sokande.${organisation}`);
  const send = async () => {
    const { body } = await must(applicant.post('/applications', { body: { callId: call.id } }), 201);
    const path = `/applications/${body.id}`;
    const form = completeForm({ years: [...YEARS], requested: REQUESTED, coFinancing: REQUESTED / 9 });
    await must(applicant.edit(path, form), 200);
    await must(history.as(`firmatecknare.${organisation}`).post(`${path}/submit`), 200);
    return history.as('handlaggare').post(`${path}/start-assessment`);
  };
  const apply = ({ id }: Any) => {
    history.model.cases.push({
      ...{
        application: id,
        organisation,
        code,
        status: 'underAssessment',
        decision: null,
        decidedAt: 0,
        firstCarrier: null,
      },
      ...{
        years: [],
        shares: new Map(),
        duties: [],
        amendment: null,
        payments: [],
        reports: [],
        settled: new Map(),
      },
    });
  };
  return { told: `case of ${organisation}`, send, expected: '200', apply };
};

/** Some of the years, each with a sum; now and then more than was asked for, or nothing at all. */
function drawYears(history: History): YearSum[] {
  const years = YEARS.filter(() => history.chance(65));
  return (years.length > 0 ? years : [YEARS[0]]).map((year) => ({
    year,
    amount: history.chance(3) ? REQUESTED + 1 : history.chance(3) ? 0 : history.amount(REQUESTED),
  }));
}

export const propose: Draw = (history) => {
  const of = history.case('underAssessment');
  if (!of) return null;
  const years = drawYears(history);
  const carrier = latest(history, of.code, Math.min(...years.map((row) => row.year)));
  const shares = new Map(years.map(({ year }) => [year, history.pick(SHARES)!]));
  const soon = history.chance(40);
  const reportsDue = years.map(({ year }, index) => ({
    kind: index === years.length - 1 ? ('final' as const) : ('interim' as const),
    year,
    dueOn: soon ? addDays(history.today, 2) : `${year + 3}-03-01`,
  }));
  const taken = new Map<string, number>();
  for (const row of years) addTo(taken, keyOf({ ...row, carrier }), row.amount);
  const isLawful = years.every((row) => row.amount <= REQUESTED) && years.some((row) => row.amount > 0);
  const expected =
    of.status !== 'underAssessment'
      ? '409 illegalTransition'
      : !isLawful
        ? '422 rulesNotMet'
        : history.model.suffices(taken)
          ? '201'
          : '409 budgetExceeded';
  const body = {
    ...{ outcome: 'approve', years, reasons: 'Demo: uppfyller villkoren.', reportsDue },
    instalments: [...shares].flatMap(([year, own]) => own.map((share) => ({ year, share }))),
  };
  return {
    told: `propose ${JSON.stringify(years)}`,
    send: () =>
      history.as('handlaggare').post(`/applications/${of.application}/decision-proposals`, { body }),
    expected,
    apply: ({ id }) => {
      const granted = years.map((row): ModelYear => ({ ...row, status: 'conditional', carrier }));
      Object.assign(of, {
        status: 'proposed',
        decision: id,
        years: granted,
        shares,
        duties: reportsDue.map(dutyOf),
        firstCarrier: carrier,
      });
    },
  };
};

/** What an amendment adds to each fund beyond what is bound. */
function holdOf(before: readonly ModelYear[], after: readonly ModelYear[]): Map<string, number> {
  const change = new Map<string, number>();
  for (const row of after) addTo(change, keyOf(row), row.amount);
  for (const row of before) addTo(change, keyOf(row), -row.amount);
  return new Map([...change].filter(([, amount]) => amount > 0));
}

/** A year that a report has settled is not raised, and lowered only to what it entitles to. */
const isSettledOtherwise = ({ settled }: ModelCase, { year, amount }: YearSum, granted: number): boolean => {
  const entitled = settled.get(year);
  return entitled !== undefined && amount !== granted && (amount > granted || amount < entitled);
};

/** No interim report of a year that is taken away; the final one is then of the last year that is left. */
function keepDuties(duties: readonly Duty[], after: readonly YearSum[]): Duty[] {
  const granted = after.filter((row) => row.amount > 0).map((row) => row.year);
  const isGone = (year: number) => after.some((row) => row.year === year && row.amount === 0);
  return duties
    .filter(({ kind, year }) => kind === 'final' || !isGone(year))
    .map(({ kind, year }) => ({
      kind,
      year: isGone(year) && granted.length > 0 ? Math.max(...granted) : year,
    }));
}

/** A report that was handed in is still asked for. */
const keepsReports = ({ reports }: ModelCase, duties: readonly Duty[]): boolean =>
  reports
    .filter((row) => ['submitted', 'completionRequested', 'approved'].includes(row.status))
    .every((row) => duties.some(({ kind, year }) => kind === row.kind && year === row.year));

export const amend: Draw = (history) => {
  const of = history.case('approved');
  if (!of?.firstCarrier || !of.decision) return null;
  const years = drawYears(history);
  if (history.chance(30)) for (const row of years) row.amount = Math.min(REQUESTED, takenOf(of, row.year));
  const before = standingYears(of);
  const carrierOf = (year: number) => before.find((row) => row.year === year)?.carrier ?? of.firstCarrier!;
  const sent = new Set(years.map((row) => row.year));
  const after = [...years, ...before.filter((row) => !sent.has(row.year))].map(
    ({ year, amount }): ModelYear => ({ year, amount, status: 'conditional', carrier: carrierOf(year) }),
  );
  const hold = holdOf(before, after);
  const duties = keepDuties(of.duties, after);
  const isChange =
    after.some((row) => row.amount !== sumOf(before, row.year)) ||
    JSON.stringify(duties) !== JSON.stringify(of.duties);
  const isLawful =
    isChange &&
    after.some((row) => row.amount > 0) &&
    after.every((row) => row.amount <= REQUESTED && row.amount >= takenOf(of, row.year)) &&
    !after.some((row) => isSettledOtherwise(of, row, sumOf(before, row.year))) &&
    keepsReports(of, duties);
  const expected =
    of.status !== 'approved'
      ? '409 illegalTransition'
      : of.amendment
        ? '409 conflict'
        : !isLawful
          ? '422 rulesNotMet'
          : history.model.suffices(hold)
            ? '201'
            : '409 budgetExceeded';
  return {
    told: `amend ${JSON.stringify(years)}`,
    send: () =>
      history.as('handlaggare').post(`/decisions/${of.decision}/amend`, {
        body: { years, reasons: 'Demo: ändrade insatser.' },
      }),
    expected,
    apply: ({ id }) => {
      const was = after.map(({ year }) => ({ year, amount: sumOf(before, year) }));
      of.amendment = { id, before: was, after, duties, hold };
    },
  };
};

export const approve: Draw = (history) => {
  const of = history.case('proposed', ...(history.chance(50) ? (['approved'] as const) : []));
  if (!of?.decision) return null;
  const decider = history.as(history.chance(50) ? 'beslut' : 'beslut2');
  const { amendment } = of;
  const send = () => decider.post(`/decisions/${amendment?.id ?? of.decision}/approve`);
  if (amendment) return { told: 'approve an amendment', send, ...approvalOf(history, of, amendment) };
  return {
    told: 'approve',
    send,
    expected: of.status === 'proposed' ? '200' : '409 illegalTransition',
    apply: async () => {
      for (const row of of.years) if (row.year <= row.carrier.year) row.status = 'firm';
      Object.assign(of, { status: 'approved', decidedAt: (history.decisions += 1) });
      await reload(history, of, planned(history, of));
      advance(history, of);
    },
  };
};

function approvalOf(history: History, of: ModelCase, amendment: NonNullable<ModelCase['amendment']>) {
  const now = standingYears(of);
  const after = amendment.after.map((row) => ({
    ...row,
    carrier: now.find(({ year }) => year === row.year)?.carrier ?? row.carrier,
  }));
  const taken = new Map<string, number>();
  for (const [key, amount] of amendment.hold) addTo(taken, key, -amount);
  for (const row of after) addTo(taken, keyOf(row), row.amount - sumOf(now, row.year));
  const isOutdated =
    amendment.before.some((row) => row.amount !== sumOf(now, row.year)) ||
    after.some(
      (row) => isSettledOtherwise(of, row, sumOf(now, row.year)) || row.amount < takenOf(of, row.year),
    );
  const apply = async () => {
    for (const row of after) {
      const earlier = now.find(({ year }) => year === row.year);
      row.status = earlier?.status ?? (row.year <= row.carrier.year ? 'firm' : 'conditional');
    }
    history.model.cancel(of.payments);
    const decidedAt = (history.decisions += 1);
    const { id, duties } = amendment;
    // A year that is not there has no instalments: it is paid at once, should it be granted again.
    const shares = new Map([...of.shares].filter(([year]) => after.some((row) => row.year === year)));
    Object.assign(of, { decision: id, years: after, duties, shares, amendment: null, decidedAt });
    await reload(history, of, planned(history, of));
    advance(history, of);
  };
  const expected = isOutdated
    ? '422 rulesNotMet'
    : history.model.suffices(taken)
      ? '200'
      : '409 budgetExceeded';
  return { expected, apply };
}

export const sendBack: Draw = (history) => {
  const of = history.case('proposed', 'approved');
  if (!of?.decision) return null;
  const { amendment } = of;
  return {
    told: amendment ? 'return an amendment' : 'return',
    send: () =>
      history
        .as('beslut')
        .post(`/decisions/${amendment?.id ?? of.decision}/return`, { body: { note: 'Demo' } }),
    expected: amendment || of.status === 'proposed' ? '200' : '409 illegalTransition',
    apply: () => {
      if (amendment) of.amendment = null;
      else Object.assign(of, { status: 'underAssessment', years: [] });
    },
  };
};

export const revoke: Draw = (history) => {
  const of = history.case('approved');
  if (!of?.decision) return null;
  const body = { grounds: ['conditionNotMet'], reasons: 'Demo: villkoret är inte uppfyllt.' };
  return {
    told: 'revoke',
    send: () => history.as('beslut').post(`/decisions/${of.decision}/revoke`, { body }),
    expected: of.status !== 'approved' ? '409 illegalTransition' : of.amendment ? '409 conflict' : '200',
    apply: async () => {
      history.model.cancel(of.payments);
      of.status = 'revoked';
      await reload(history, of);
    },
  };
};
