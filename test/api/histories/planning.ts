import { addDays } from '#domain/shared/local-date';
import type { Any } from '#testing';
import { must } from '../stage.js';
import type { History } from './history.js';
import { standingYears, sum, takenOf, WAITING, type ModelCase, type ModelPayment } from './model.js';

const LEAD_DAYS = 60;

/** By largest remainder, of equal ones the first. */
export function split(amount: number, shares: readonly number[]): number[] {
  const tenThousandths = shares.map((share) => Math.round(share * 10_000));
  const parts = tenThousandths.map((share) => Math.floor((amount * share) / 10_000));
  const order = tenThousandths
    .map((share, index) => ({ index, rest: (amount * share) % 10_000 }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index);
  for (const { index } of order.slice(0, amount - sum(parts))) parts[index]! += 1;
  return parts;
}

/** The payments that a decision plans of what is not taken, as the model reckons them. */
export function planned(history: History, of: ModelCase) {
  return standingYears(of).flatMap(({ year, amount }) => {
    const shares = of.shares.get(year) ?? [1];
    let taken = takenOf(of, year);
    return split(amount, shares).flatMap((part, index) => {
      const covered = Math.min(part, taken);
      taken -= covered;
      const month = 1 + Math.floor((12 * index) / shares.length);
      const day = `${year}-${String(month).padStart(2, '0')}-15`;
      const payOn = day > history.today ? day : history.today;
      return part === covered ? [] : [{ year, amount: part - covered, payOn }];
    });
  });
}

const order = (rows: readonly { year: number; amount: number; payOn: string }[]) =>
  rows.map(({ year, amount, payOn }) => `${year} ${payOn} ${amount}`).sort();

/** What the decision in force shows: its reports are taken as they are, its new payments must be those that were reckoned. */
export async function reload(history: History, of: ModelCase, plan: ReturnType<typeof planned> = []) {
  const { body } = await must(history.as('revisor').get<Any>(`/decisions/${of.decision}`), 200);
  const known = new Set(of.payments.map((row) => row.id));
  const added = body.payments.filter((row: Any) => !known.has(row.id));
  history.same('the payments planned', order(added), order(plan));
  for (const { id, year, amount, payOn } of added) {
    const waiting = { status: 'planned' as const, heldBy: null, setOff: 0, isReplaced: false, file: null };
    of.payments.push({ id, of, year, amount, payOn, ...waiting });
  }
  const shown = new Set(body.reports.map((row: Any) => row.id));
  const earlier = of.reports.filter((row) => !shown.has(row.id));
  const costs = new Map(of.reports.map((row) => [row.id, row.costs]));
  of.reports = [
    // Of an earlier decision: what was approved still settles its years, what nobody asks for any more is cancelled.
    ...earlier.map((row) => ({ ...row, status: row.status === 'approved' ? 'approved' : 'cancelled' })),
    ...body.reports.map((row: Any) => ({ ...row, costs: costs.get(row.id) ?? [] })),
  ];
  const years = (rows: readonly Any[]) => rows.map((row) => `${row.year} ${row.amount} ${row.status}`).sort();
  if (of.status === 'approved') history.same('the years', years(body.years), years(of.years));
  return body;
}

/** A report that was due before the payment's day and is neither approved nor cancelled. */
export const isHeldBack = ({ of, payOn }: ModelPayment): boolean =>
  of.reports.some((row) => row.dueOn < payOn && !['approved', 'cancelled'].includes(row.status));

/** Due, withheld and released, as day and reports let the payments of firm years be. */
export function advance({ today }: History, of: ModelCase): void {
  const firm = new Set(of.years.filter((row) => row.status === 'firm').map((row) => row.year));
  for (const payment of of.payments.filter((row) => WAITING.includes(row.status) && firm.has(row.year))) {
    const isHeld = isHeldBack(payment);
    if (payment.status === 'withheld' && payment.heldBy !== 'officer' && !isHeld)
      Object.assign(payment, { status: 'due', heldBy: null });
    if (payment.status === 'planned' && addDays(payment.payOn, -LEAD_DAYS) <= today) payment.status = 'due';
    if (payment.status === 'due' && isHeld) Object.assign(payment, { status: 'withheld', heldBy: 'report' });
  }
}

/** The years that a report settles: its own and earlier ones that no report before it does. */
export function settledBy(of: ModelCase, id: string): number[] {
  const reports = of.reports.filter((row) => row.status !== 'cancelled');
  const own = reports.find((row) => row.id === id)!;
  return standingYears(of)
    .map((row) => row.year)
    .filter((year) => {
      const next = Math.min(...reports.filter((row) => row.year >= year).map((row) => row.year));
      const last = reports.filter((row) => row.year === next).sort((a, b) => (a.dueOn < b.dueOn ? 1 : -1))[0];
      return last?.id === own.id;
    })
    .sort();
}
