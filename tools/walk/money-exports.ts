import type { Any } from '#testing';
import type { Books, Sums } from './books.js';
import type { Walk } from './cast.js';
import { detail, done } from './page.js';
import { readRows, save, type Row, type SavedExport } from './saved-export.js';
import { kr } from './words.js';

/** The four exports of money, and what the ledger says, both added up here. */
export async function theMoneyExports(walk: Walk, books: Books, application: Any): Promise<SavedExport[]> {
  const { run } = walk;
  const { registryNumber } = application;
  const followUp = await save(walk, 'appropriation-follow-up', 'csv');
  const payments = await save(walk, 'payments', 'csv');
  const recoveries = await save(walk, 'recoveries', 'csv');
  const grants = await save(walk, 'open-grants', 'csv');
  const funds = await readRows(followUp);
  const paidOut = await readRows(payments);
  const claims = await readRows(recoveries);

  for (const [name, sums] of books) agreeOnFund(followUp, funds, `${run} ${name}`, sums);
  const ours = [...books].filter(([name]) => name.endsWith('appropriation')).map(([, sums]) => sums);
  const inLedger = (...accounts: string[]) =>
    ours.reduce((sum, sums) => sum + accounts.reduce((part, account) => part + (sums[account] ?? 0), 0), 0);
  const ofUs = paidOut.filter((row) => row['appropriationCode'] === run);
  payments.ready.agrees('paid of this grant', total(ofUs, 'paid'), inLedger('paid', 'returned'));
  const claimed = claims.filter((row) => row['registryNumber'] === registryNumber);
  recoveries.ready.agrees('returned of this grant', total(claimed, 'returned'), inLedger('returned'));
  const open = (await readRows(grants)).filter((row) => row['id'] === registryNumber);
  grants.ready.agrees(
    'the open grant',
    open.map(({ amountAwarded, amountDisbursed, amountReturned }) =>
      [amountAwarded, amountDisbursed, amountReturned].map(Number),
    ),
    [[inLedger('unpaid', 'paid', 'returned'), inLedger('paid', 'returned'), inLedger('returned')]],
  );
  detail(
    `This grant in all four, equal to its ledger: ${kr(inLedger('unpaid', 'paid', 'returned'))} granted, ${kr(inLedger('paid', 'returned'))} paid, ${kr(inLedger('returned'))} returned.`,
  );
  agreeInAll(payments, { funds, paidOut, claims });
  return [followUp, payments, recoveries, grants];
}

function agreeOnFund({ ready }: SavedExport, rows: readonly Row[], name: string, sums: Sums): void {
  const row = rows.find((each) => `${each['appropriationCode']} ${each['year']} ${each['fund']}` === name);
  const expected = ['available', 'reserved', 'unpaid', 'paid', 'returned'].map(
    (account) => sums[account] ?? 0,
  );
  ready.agrees(
    `${name} in the file`,
    row && ['available', 'reserved', 'unpaid', 'paid', 'returned'].map((column) => Number(row[column])),
    // A fund that has never had an entry has no row.
    row || expected.some((sum) => sum !== 0) ? expected : undefined,
  );
}

/** Of everything that there is, this grant or not. */
function agreeInAll(
  { ready }: SavedExport,
  { funds, paidOut, claims }: Record<'funds' | 'paidOut' | 'claims', Row[]>,
): void {
  const own = funds.filter((row) => row['fund'] === 'appropriation');
  const [paid, returned] = [total(own, 'paid'), total(own, 'returned')];
  ready
    .agrees('all that was paid', total(paidOut, 'paid'), paid + returned)
    .agrees('all that was returned', total(claims, 'returned'), returned);
  done(
    `And of all grants there are: the payments come to ${kr(paid + returned)} and the recoveries have returned ${kr(returned)}, which is what the ledger of all appropriations says.`,
  );
}

const total = (rows: readonly Row[], column: string): number =>
  rows.reduce((sum, row) => sum + Number(row[column] ?? 0), 0);
