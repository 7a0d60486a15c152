import { daysBetween, type LocalDate } from '#domain/shared/local-date';

export type Fund = 'appropriation' | 'commitmentLimit';

export interface YearSum {
  year: number;
  amount: number;
}

export interface ModelAppropriation {
  id: string;
  code: string;
  year: number;
  allocated: Record<Fund, number>;
}

/** A granted year and the appropriation that carries it. */
export interface ModelYear extends YearSum {
  status: 'conditional' | 'firm' | 'lapsed';
  carrier: ModelAppropriation;
}

export interface ModelPayment {
  id: string;
  of: ModelCase;
  year: number;
  amount: number;
  setOff: number;
  payOn: LocalDate;
  status: 'planned' | 'due' | 'withheld' | 'attested' | 'sent' | 'executed' | 'bounced' | 'cancelled';
  heldBy: 'report' | 'officer' | null;
  isReplaced: boolean;
  file: ModelFile | null;
}

export interface ModelReport {
  id: string;
  kind: 'interim' | 'final';
  year: number;
  dueOn: LocalDate;
  status: string;
  costs: YearSum[];
}

export interface Duty {
  kind: 'interim' | 'final';
  year: number;
}

export interface ModelCase {
  application: string;
  organisation: '1275' | 'annan';
  code: string;
  status: 'underAssessment' | 'proposed' | 'approved' | 'revoked';
  decision: string | null;
  /** When it was decided, in the order of the history. */
  decidedAt: number;
  years: ModelYear[];
  /** Carries the years that an amendment adds. */
  firstCarrier: ModelAppropriation | null;
  shares: Map<number, number[]>;
  duties: Duty[];
  amendment: ModelAmendment | null;
  payments: ModelPayment[];
  reports: ModelReport[];
  settled: Map<number, number>;
}

export interface ModelAmendment {
  id: string;
  before: YearSum[];
  after: ModelYear[];
  duties: Duty[];
  /** By `keyOf`, what is held of each fund until it is decided. */
  hold: Map<string, number>;
}

export interface ModelFile {
  id: string;
  isMade: boolean;
  payments: ModelPayment[];
  /** The last notice that was taken, byte for byte. */
  notice: string | null;
}

export interface ModelRecovery {
  id: string;
  of: ModelCase;
  status: 'considered' | 'notified' | 'decided' | 'settling' | 'settled' | 'dropped' | 'writtenOff';
  amount: number;
  years: YearSum[];
  hasAnswered: boolean;
  portions: { dueOn: LocalDate; amount: number }[];
  interestUntil: LocalDate | null;
  charged: number;
  paid: number;
  setOff: number;
  writtenOff: number;
  principal: number;
  interest: number;
  /** Of the principal, in cash and by set-off. */
  repaid: number;
  setOffs: { payment: ModelPayment; principal: number; interest: number }[];
  registered: { amount: number; paidOn: LocalDate; reference: string } | null;
}

export const WAITING: readonly string[] = ['planned', 'due', 'withheld'];
const ON_ITS_WAY: readonly string[] = ['attested', 'sent'];

export const sum = (amounts: readonly number[]): number => amounts.reduce((all, each) => all + each, 0);
export const fundOf = (carrier: ModelAppropriation, year: number): Fund =>
  year <= carrier.year ? 'appropriation' : 'commitmentLimit';
export const keyOf = ({ carrier, year }: { carrier: ModelAppropriation; year: number }): string =>
  `${carrier.id} ${fundOf(carrier, year)}`;

const paymentsOf = (of: ModelCase, year: number, statuses: readonly string[]): number =>
  sum(
    of.payments.filter((row) => row.year === year && statuses.includes(row.status)).map((row) => row.amount),
  );
export const executedOf = (of: ModelCase, year: number): number => paymentsOf(of, year, ['executed']);
/** Paid, or on its way to the bank. */
export const takenOf = (of: ModelCase, year: number): number =>
  paymentsOf(of, year, ['executed', ...ON_ITS_WAY]);

export const standingYears = (of: ModelCase): ModelYear[] =>
  of.years.filter((row) => row.status !== 'lapsed');

/** What a claim's years have had repaid: each in order until it is full. */
export function repaidByYear({ years, repaid }: ModelRecovery): YearSum[] {
  let left = repaid;
  return years.map(({ year, amount }) => {
    const part = Math.min(left, amount);
    left -= part;
    return { year, amount: part };
  });
}

/** 2 percent of reference rate and 8 points, actual days over 365, of every portion that is late; the oldest are paid first. */
export function lateInterest(recovery: ModelRecovery, to: LocalDate): { amount: number; isLate: boolean } {
  const { portions, principal, interestUntil } = recovery;
  let paid = Math.max(0, sum(portions.map((row) => row.amount)) - principal);
  let kronorDays = 0;
  for (const { dueOn, amount } of portions) {
    const covered = Math.min(paid, amount);
    paid -= covered;
    const from = interestUntil !== null && interestUntil > dueOn ? interestUntil : dueOn;
    if (to > from) kronorDays += (amount - covered) * daysBetween(from, to);
  }
  return { amount: Math.floor((kronorDays * 10) / 36_500), isLate: kronorDays > 0 };
}

/** Every balance from what has happened, by sums of its own: no posting is looked at. Whole kronor. */
export class MoneyModel {
  readonly appropriations: ModelAppropriation[] = [];
  readonly cases: ModelCase[] = [];
  readonly files: ModelFile[] = [];
  readonly recoveries: ModelRecovery[] = [];

  constructor(readonly today: LocalDate) {}

  get payments(): ModelPayment[] {
    return this.cases.flatMap((each) => each.payments);
  }

  appropriationOf(code: string, year: number): ModelAppropriation | undefined {
    return this.appropriations.find((row) => row.code === code && row.year === year);
  }

  balances(carrier: ModelAppropriation, fund: Fund) {
    const of = { reserved: 0, unpaid: 0, paid: 0, returned: 0 };
    const key = `${carrier.id} ${fund}`;
    for (const each of this.cases.filter((row) => row.code === carrier.code)) {
      if (each.status === 'underAssessment') continue;
      of.reserved += each.amendment?.hold.get(key) ?? 0;
      for (const row of standingYears(each).filter((year) => keyOf(year) === key)) {
        const executed = executedOf(each, row.year);
        const returned = this.returnedOf(each, row.year);
        if (each.status === 'proposed') of.reserved += row.amount;
        if (each.status === 'approved') of.unpaid += row.amount - executed;
        if (each.status === 'revoked') of.unpaid += paymentsOf(each, row.year, ON_ITS_WAY);
        of.paid += executed - returned;
        of.returned += returned;
      }
    }
    const allocated = carrier.allocated[fund];
    const committed = of.unpaid + of.paid + of.returned;
    const { reserved, paid, returned } = of;
    return { allocated, reserved, committed, paid, returned, available: allocated - reserved - committed };
  }

  available(carrier: ModelAppropriation, fund: Fund): number {
    return this.balances(carrier, fund).available;
  }

  /** Whether each fund has what is to be taken of it, net; `taken` by `keyOf`. */
  suffices(taken: ReadonlyMap<string, number>): boolean {
    return [...taken].every(([key, amount]) => {
      const [id, fund] = key.split(' ') as [string, Fund];
      const carrier = this.appropriations.find((row) => row.id === id)!;
      return amount <= 0 || amount <= this.available(carrier, fund);
    });
  }

  claimsOn(of: ModelCase): ModelRecovery[] {
    return this.recoveries.filter((row) => row.of === of && row.status !== 'dropped');
  }

  claimedOf(of: ModelCase, year: number): number {
    return sum(
      this.claimsOn(of).flatMap(({ years }) =>
        years.filter((row) => row.year === year).map((row) => row.amount),
      ),
    );
  }

  /** Per year, what was paid and is not demanded back. */
  recoverable(of: ModelCase): YearSum[] {
    return of.years
      .map(({ year }) => ({ year, amount: executedOf(of, year) - this.claimedOf(of, year) }))
      .filter((row) => row.amount > 0);
  }

  private returnedOf(of: ModelCase, year: number): number {
    return sum(
      this.claimsOn(of).flatMap((each) =>
        repaidByYear(each)
          .filter((row) => row.year === year)
          .map((row) => row.amount),
      ),
    );
  }

  /** The coming payments of an organisation that a claim may be set off against, the first to be paid first. */
  open(organisation: string): ModelPayment[] {
    return this.payments
      .filter(({ of, status, setOff, amount }) => {
        return (
          of.organisation === organisation &&
          of.status === 'approved' &&
          WAITING.includes(status) &&
          setOff < amount
        );
      })
      .filter(({ of, year }) => of.years.some((row) => row.year === year && row.status === 'firm'))
      .sort((a, b) => (`${a.payOn} ${a.id}` < `${b.payOn} ${b.id}` ? -1 : 1));
  }

  /** What was set off against a payment that pays nothing is owed again. */
  undoSetOffs(payment: ModelPayment): void {
    for (const recovery of this.recoveries)
      for (const { principal, interest } of recovery.setOffs.filter((row) => row.payment === payment)) {
        recovery.principal += principal;
        recovery.interest += interest;
        recovery.repaid -= principal;
        recovery.setOff -= principal + interest;
        recovery.status = 'settling';
      }
    for (const recovery of this.recoveries)
      recovery.setOffs = recovery.setOffs.filter((row) => row.payment !== payment);
  }

  /** What waits in a case is not paid: by an amendment, a revocation, a lapsed year. */
  cancel(payments: readonly ModelPayment[]): void {
    for (const payment of payments.filter((row) => WAITING.includes(row.status))) {
      this.undoSetOffs(payment);
      Object.assign(payment, { status: 'cancelled', setOff: 0, heldBy: null });
    }
  }
}
