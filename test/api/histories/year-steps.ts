import type { Any } from '#testing';
import { YEARS, type Draw, type History } from './history.js';
import { WAITING, type ModelAppropriation, type ModelCase, type ModelYear } from './model.js';
import { advance, reload } from './planning.js';

export const confirmYear: Draw = (history) => {
  const of = history.case('approved');
  if (!of?.decision) return null;
  const year = history.pick(YEARS)!;
  const row = of.years.find((each) => each.year === year);
  const own = history.model.appropriationOf(of.code, year);
  const expected =
    of.status !== 'approved'
      ? '409 illegalTransition'
      : !row
        ? '404 notFound'
        : !own
          ? '422 rulesNotMet'
          : row.status !== 'conditional'
            ? '409 illegalTransition'
            : row.amount <= history.model.available(own, 'appropriation')
              ? '200'
              : '409 budgetExceeded';
  return {
    told: `confirm ${year}`,
    send: () => history.as('ekonomi').post(`/decisions/${of.decision}/confirm-year`, { body: { year } }),
    expected,
    apply: () => makeFirm(history, of, row!, own!),
  };
};

async function makeFirm(history: History, of: ModelCase, row: ModelYear, own: ModelAppropriation) {
  Object.assign(row, { status: 'firm', carrier: own });
  await reload(history, of);
  advance(history, of);
}

export const confirmYears: Draw = (history) => {
  const own = history.appropriation();
  return {
    told: `confirm all of ${own.year}`,
    send: () => history.as('ekonomi').post(`/appropriations/${own.id}/confirm-years`),
    expected: '200',
    apply: async ({ items }) => {
      const isWaiting = ({ year, status }: ModelYear) => year === own.year && status === 'conditional';
      const waiting = history.model.cases
        .filter((of) => of.code === own.code && of.status === 'approved' && of.years.some(isWaiting))
        .sort((a, b) => a.decidedAt - b.decidedAt);
      history.same(
        'who waits',
        items.map((row: Any) => row.decisionId),
        waiting.map((of) => of.decision),
      );
      for (const [index, of] of waiting.entries()) {
        const row = of.years.find(isWaiting)!;
        const suffices = row.amount <= history.model.available(own, 'appropriation');
        history.same('what became of it', items[index].outcome, suffices ? 'confirmed' : 'refused');
        if (suffices) await makeFirm(history, of, row, own);
      }
    },
  };
};

export const lapseYear: Draw = (history) => {
  const of = history.case('approved');
  if (!of?.decision) return null;
  const year = history.pick(YEARS)!;
  const row = of.years.find((each) => each.year === year);
  const expected =
    of.status !== 'approved'
      ? '409 illegalTransition'
      : !row
        ? '404 notFound'
        : row.status === 'conditional'
          ? '200'
          : '409 illegalTransition';
  return {
    told: `lapse ${year}`,
    send: () =>
      history.as('beslut').post(`/decisions/${of.decision}/lapse-year`, { body: { year, reason: 'Demo' } }),
    expected,
    apply: async () => {
      row!.status = 'lapsed';
      history.model.cancel(of.payments.filter((each) => each.year === year && WAITING.includes(each.status)));
      await reload(history, of);
      advance(history, of);
    },
  };
};
