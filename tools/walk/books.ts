import type { Any } from '#testing';
import type { Answer } from './answer.js';
import type { Walk } from './cast.js';
import type { Money } from './money.js';
import { chapter, detail, done, table } from './page.js';
import { kr, swedish } from './words.js';

/** Of one fund of an appropriation: what its entries sum to, by account. Kronor. */
export type Sums = Record<string, number>;

/** By year and fund, reckoned here from the entries alone. */
export type Books = Map<string, Sums>;

const ACCOUNTS = ['source', 'available', 'reserved', 'unpaid', 'paid', 'returned'];
const PER_PAGE = 20;

/** Every entry of both appropriations, added up here; what the system says of its balances is compared last. */
export async function theBooks(walk: Walk, money: Money): Promise<Books> {
  chapter(12, 'The books balance (böckerna stämmer)');
  const books: Books = new Map();
  let read = 0;
  let transactions = 0;
  for (const id of [money.now, money.next]) {
    const { first, entries } = await readEntries(walk, id);
    read += entries.length;
    transactions += agreeOnTransactions(first, entries);
    for (const fund of ['appropriation', 'commitmentLimit']) {
      const sums = sumUp(entries.filter((entry) => entry.fund === fund));
      books.set(`${first.body.year} ${fund}`, sums);
      agreeOnBalances(first, sums, fund === 'appropriation' ? first.body : first.body.commitmentLimit);
    }
    await tellOfDays(walk, id, first);
  }
  done(
    `All ${read} entries of both appropriations are read, ${PER_PAGE} a page, and added up here. Each of the ${transactions} transactions sums to 0, and so does every fund:`,
  );
  const names = [...books.keys()].map((name) => {
    const [year, fund] = name.split(' ');
    return `${year} ${swedish(`fund.${fund}`)}`;
  });
  const row = (account: string) => [...books.values()].map((sums) => signed(sums[account] ?? 0));
  table([['', ...names], ...ACCOUNTS.map((account) => [swedish(`account.${account}`), ...row(account)])]);
  detail('The system’s own balances are these, to the krona, and so they are as of today.');
  await agreeEverywhere(walk);
  return books;
}

async function readEntries({ finance }: Walk, id: string): Promise<{ first: Answer; entries: Any[] }> {
  const entries: Any[] = [];
  let cursor = '';
  let first: Answer | undefined;
  do {
    const page = (await finance.get(`/appropriations/${id}/ledger?limit=${PER_PAGE}${cursor}`)).is(200);
    first ??= page;
    entries.push(...page.body.entries);
    cursor = page.body.nextCursor ? `&cursor=${page.body.nextCursor}` : '';
  } while (cursor);
  first.agrees('entries read', entries.length, first.body.total);
  return { first, entries };
}

function agreeOnTransactions(ledger: Answer, entries: readonly Any[]): number {
  const sums = new Map<string, number>();
  for (const { transactionId, amount } of entries)
    sums.set(transactionId, (sums.get(transactionId) ?? 0) + amount);
  // Money that goes from one appropriation to another has its other half in the other's ledger; nothing here does.
  for (const [id, sum] of sums) ledger.agrees(`transaction ${id}`, sum, 0);
  return sums.size;
}

function sumUp(entries: readonly Any[]): Sums {
  const sums: Sums = {};
  for (const { account, amount } of entries) sums[account] = (sums[account] ?? 0) + amount;
  return sums;
}

function agreeOnBalances(ledger: Answer, sums: Sums, fund: Any): void {
  const of = (account: string) => sums[account] ?? 0;
  ledger
    .agrees('allocated', fund.allocated, 0 - of('source'))
    .agrees('available', fund.available, of('available'))
    .agrees('reserved', fund.reserved, of('reserved'))
    .agrees('paid', fund.paid, of('paid'))
    .agrees('returned', fund.returned, of('returned'))
    .agrees('committed', fund.committed, of('unpaid') + of('paid') + of('returned'))
    .agrees(
      'the sum of all accounts',
      ACCOUNTS.reduce((sum, account) => sum + of(account), 0),
      0,
    );
}

/** As of today they are what they are now; of yesterday there is nothing to tell, because the appropriation is of today. */
async function tellOfDays({ today, finance }: Walk, id: string, now: Answer): Promise<void> {
  const path = `/appropriations/${id}/ledger?asOf=`;
  const { committed, paid, returned, available } = now.body;
  (await finance.get(`${path}${today}`)).is(200).shows({ committed, paid, returned, available });
  const yesterday = new Date(Date.parse(today) - 86_400_000).toISOString().slice(0, 10);
  (await finance.get(`${path}${yesterday}`)).is(404);
}

/** And of every appropriation that there is. */
async function agreeEverywhere({ finance }: Walk): Promise<void> {
  const list = (await finance.get('/appropriations?limit=200')).is(200);
  for (const appropriation of list.body.items)
    for (const fund of [appropriation, appropriation.commitmentLimit])
      list
        .agrees('available', fund.available, fund.allocated - fund.reserved - fund.committed)
        .agrees('nothing promised twice', fund.available >= 0, true);
  const { length } = list.body.items;
  done(
    `The same of all ${length} appropriations: allocated = available + reserved + committed, and nothing below 0.`,
  );
}

const signed = (amount: number): string => (amount < 0 ? `−${kr(-amount)}` : kr(amount));
