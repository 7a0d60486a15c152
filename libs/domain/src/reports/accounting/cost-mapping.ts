import type { CostKind } from '../../applications/application-content.js';
import type { Finding } from '../../shared/finding.js';
import { yearOf } from '../../shared/local-date.js';
import { isKronor, type Kronor } from '../../shared/money.js';
import { lineFinding, type AccountingRow } from './accounting-row.js';
import { toKronor, type Ore } from './ore.js';

/** Accounts from the first to the last, both included. `50`–`59` takes in 5010 and 59999: an account is found by its first digits. */
export interface AccountRange {
  from: string;
  to: string;
}

/** An object, in one dimension or, where none is named, in any. */
export interface ObjectChoice {
  dimension: string | null;
  object: string;
}

/** How a recipient's accounts become kinds of cost. */
export interface CostMapping {
  accounts: readonly (AccountRange & { kind: CostKind })[];
  /** Accounts that are no costs of the grant: balances, income, VAT. */
  ignored: readonly AccountRange[];
  /** Only rows with one of these count, as with the project's; every row where there is none. */
  only: readonly ObjectChoice[];
  /** Rows with these are of this kind, whatever the account. */
  objects: readonly (ObjectChoice & { kind: CostKind })[];
}

/** What a kind of cost comes to in a year. */
export interface AccountedSum {
  year: number;
  kind: CostKind;
  rows: number;
  ore: Ore;
  /** By `toKronor`. */
  amount: Kronor;
}

export interface MappedAccounting {
  sums: AccountedSum[];
  findings: Finding[];
  counts: { rows: number; counted: number; ignored: number; otherObject: number };
}

const DIGITS = 10;
const boundsOf = ({ from, to }: AccountRange) => [from.padEnd(DIGITS, '0'), to.padEnd(DIGITS, '9')] as const;

function isWithin(account: string, range: AccountRange): boolean {
  const [first, last] = boundsOf(range);
  const own = account.padEnd(DIGITS, '0');
  return first <= own && own <= last;
}

const matches = ({ objects }: AccountingRow, { dimension, object }: ObjectChoice): boolean =>
  objects.some((own) => own.object === object && (dimension === null || own.dimension === dimension));

/** A fault of the mapping itself: a range that ends before it begins, or an account that would be of two kinds. */
export function checkMapping({ accounts, ignored }: CostMapping): { code: string; path: string }[] {
  const ranges = [
    ...accounts.map((range, index) => ({ range, path: `mapping.accounts[${index}]` })),
    ...ignored.map((range, index) => ({ range, path: `mapping.ignored[${index}]` })),
  ].map(({ range, path }) => ({ path, bounds: boundsOf(range) }));
  return ranges.flatMap(({ path, bounds: [first, last] }, index) => [
    ...(first > last ? [{ code: 'accountRangeBackwards', path: `${path}.to` }] : []),
    ...(ranges.slice(0, index).some(({ bounds }) => bounds[0] <= last && first <= bounds[1])
      ? [{ code: 'accountRangeTwice', path }]
      : []),
  ]);
}

type Placed = { kind: CostKind } | 'ignored' | 'otherObject' | 'unknown';

function place(row: AccountingRow, { accounts, ignored, only, objects }: CostMapping): Placed {
  if (only.length > 0 && !only.some((choice) => matches(row, choice))) return 'otherObject';
  if (ignored.some((range) => isWithin(row.account, range))) return 'ignored';
  const chosen =
    objects.find((choice) => matches(row, choice)) ?? accounts.find((range) => isWithin(row.account, range));
  return chosen ? { kind: chosen.kind } : 'unknown';
}

function checkSum({ year, kind, amount, ore }: AccountedSum): Finding[] {
  const refuse = (code: string): Finding => ({
    code,
    outcome: 'notMet',
    citation: null,
    data: { year, kind, amount },
  });
  if (ore < 0) return [refuse('accountedSumNegative')];
  return isKronor(amount) ? [] : [refuse('accountedSumTooLarge')];
}

/**
 * What booked rows come to per year and kind of cost, for the years of a report. Every row that would count but is of
 * another year, and every account that the mapping says nothing of, is told by its line; so is a sum below nought. Öre
 * are added exactly and rounded once, per sum, as `toKronor` says.
 */
export function mapAccounting(
  rows: readonly AccountingRow[],
  mapping: CostMapping,
  reportYears: readonly number[],
): MappedAccounting {
  const sums = new Map<string, AccountedSum>();
  const findings: Finding[] = [];
  const counts = { rows: rows.length, counted: 0, ignored: 0, otherObject: 0 };
  for (const row of rows) {
    const placed = place(row, mapping);
    if (placed === 'ignored' || placed === 'otherObject') {
      counts[placed] += 1;
      continue;
    }
    const { line, account } = row;
    const year = yearOf(row.date);
    if (placed === 'unknown') findings.push(lineFinding('accountNotMapped', line, { account }));
    if (!reportYears.includes(year))
      findings.push(lineFinding('accountedOutsideYears', line, { date: row.date, reportYears }));
    else if (placed !== 'unknown') {
      counts.counted += 1;
      const key = `${year} ${placed.kind}`;
      const sum = sums.get(key) ?? { year, kind: placed.kind, rows: 0, ore: 0, amount: 0 };
      const ore = sum.ore + row.amount;
      sums.set(key, { ...sum, rows: sum.rows + 1, ore, amount: toKronor(ore) });
    }
  }
  const found = [...sums.values()].sort((a, b) => a.year - b.year || (a.kind < b.kind ? -1 : 1));
  return { sums: found, findings: [...findings, ...found.flatMap(checkSum)], counts };
}
