import type { Cost } from '#domain/applications/application-content';
import type { ReadAccounting } from '#domain/reports/accounting/accounting-row';
import {
  mapAccounting,
  type AccountedSum,
  type MappedAccounting,
} from '#domain/reports/accounting/cost-mapping';
import type { Finding } from '#domain/shared/finding';
import type { AccountingMapping } from './read-file.js';

/** As many as somebody corrects by hand; how many there are is told too. */
const MOST_FINDINGS = 500;

interface CheckedFile {
  sums: AccountedSum[];
  counts: MappedAccounting['counts'] & { verifications: number };
  findings: Finding[];
  findingCount: number;
}

const digits = (number: string | null): string => number?.replace(/\D/g, '').slice(-10) ?? '';

function checkCompany({ company }: ReadAccounting, organisationNumber: string | null): Finding[] {
  const [theirs, own] = [digits(company.number), digits(organisationNumber)];
  if (theirs === '' || own === '' || theirs === own) return [];
  const data = { companyNumber: company.number, organisationNumber };
  return [{ code: 'accountingOfAnother', outcome: 'notMet', citation: null, data }];
}

/** What the file comes to by the mapping, and everything that stands in the way of taking it in. */
export function checkFile(
  read: ReadAccounting,
  mapping: AccountingMapping,
  { years, organisationNumber }: { years: readonly number[]; organisationNumber: string | null },
): CheckedFile {
  const mapped = mapAccounting(read.rows, mapping, years);
  const isAnyCounted = mapped.counts.counted > 0;
  const nothing: Finding = {
    code: 'accountingNothingCounted',
    outcome: 'notMet',
    citation: null,
    data: { ...mapped.counts },
  };
  const findings = [
    ...checkCompany(read, organisationNumber),
    ...read.findings,
    ...mapped.findings,
    ...(isAnyCounted || mapped.findings.length > 0 ? [] : [nothing]),
  ];
  return {
    sums: mapped.sums,
    counts: { ...mapped.counts, verifications: read.verificationCount },
    findings: findings.slice(0, MOST_FINDINGS),
    findingCount: findings.length,
  };
}

/** The costs of a report by its books: what is booked, and nought for the planned kinds that nothing is booked of. */
export function costsOf(
  sums: readonly AccountedSum[],
  planned: readonly Cost[],
  years: readonly number[],
  note: string,
): Cost[] {
  const booked = sums.map(({ year, kind, amount }) => ({ year, kind, amount, note }));
  const isBooked = ({ year, kind }: Pick<Cost, 'year' | 'kind'>) =>
    booked.some((cost) => cost.year === year && cost.kind === kind);
  const unbooked = planned
    .filter((cost, index) => {
      const isFirst =
        planned.findIndex(({ year, kind }) => year === cost.year && kind === cost.kind) === index;
      return isFirst && years.includes(cost.year) && !isBooked(cost);
    })
    .map(({ year, kind }) => ({ year, kind, amount: 0, note: '' }));
  return [...booked, ...unbooked].sort((a, b) => a.year - b.year || (a.kind < b.kind ? -1 : 1));
}
