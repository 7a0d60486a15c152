import { isDeepStrictEqual } from 'node:util';
import { must } from './ask.js';
import { compare, median, tell } from './bench.js';
import type { Size } from './reads.js';
import type { World } from './world.js';

/** Also in a quick run: of fewer entries, what is measured is how long a request takes that reads nothing. */
const ENTRIES = 1_000_000;
const PER_ROUND = 5;
const YEAR = 2099;
const AS_OF = `${YEAR}-12-31`;

/** What any balance as of a day must come to: one sum over an index that covers it, written as JSON by PostgreSQL. */
const PLAIN_SUM = `SELECT json_build_object('sum', sum(amount))::text AS body FROM ledger_entries
  WHERE appropriation_id = $1 AND fund = 'appropriation' AND day <= $2`;

/**
 * The balances of an appropriation as of a day, six accounts of two funds summed from a million entries, with everything
 * on; against one plain sum of the same entries from a bare server. Milliseconds, the median. What was answered is held
 * against sums that are made another way.
 */
export async function benchBalances(world: World, { rounds }: Pick<Size, 'rounds'>): Promise<boolean[]> {
  const headers = await world.signIn('ekonomi');
  const id = await appropriationOf(world, headers);
  await addEntries(world, id);
  const path = `appropriations/${id}?asOf=${AS_OF}`;
  await agree(world, id, await must(world, 'GET', path, headers));
  const base = await world.base({ text: PLAIN_SUM, values: [id, AS_OF] }, false);
  const ours = () => medianMilliseconds(`${world.address}/api/v1/${path}`, headers);
  const theirs = () => medianMilliseconds(base, {});
  await ours();
  await theirs();
  const figures = await compare(rounds, ours, theirs);
  return [tell({ name: 'balance', op: '<=', value: 2 }, figures)];
}

/** One that no other measurement touches. */
async function appropriationOf(world: World, headers: Record<string, string>): Promise<string> {
  const body = { code: 'bench-balance', name: 'Syntetiskt (demo)', year: YEAR, amount: 0 };
  return (await must(world, 'POST', 'appropriations', headers, body)).id as string;
}

/**
 * Synthetic transactions of two entries each, over every day of the year and every pair of accounts. The triggers that
 * keep balances stand aside: the entries are of no case, and what is measured is reading them.
 */
async function addEntries({ owner }: World, id: string): Promise<void> {
  await owner.query(
    'ALTER TABLE ledger_transactions DISABLE TRIGGER USER; ALTER TABLE ledger_entries DISABLE TRIGGER USER',
  );
  await owner.query(
    `WITH made AS (
      INSERT INTO ledger_transactions (id, act, subject_type, subject_id, actor_id, day, posted_at)
      SELECT gen_random_uuid(), 'adjust', 'appropriationAmendment', gen_random_uuid(), $1, make_date($2, 1, 1) + n % 365, now()
      FROM generate_series(1, $3) n RETURNING id, day)
    INSERT INTO ledger_entries (transaction_id, day, appropriation_id, fund, account, year, amount)
    SELECT m.id, m.day, $1, 'appropriation', e.account, $2, e.amount
    FROM (SELECT *, row_number() OVER () AS n FROM made) m CROSS JOIN LATERAL (VALUES
      ((ARRAY['source', 'available', 'reserved', 'unpaid', 'paid'])[1 + m.n % 5], -1 - m.n % 1000),
      ((ARRAY['available', 'reserved', 'unpaid', 'paid', 'returned'])[1 + m.n % 5], 1 + m.n % 1000)) e(account, amount)`,
    [id, YEAR, ENTRIES / 2],
  );
  await owner.query(
    'ALTER TABLE ledger_transactions ENABLE TRIGGER USER; ALTER TABLE ledger_entries ENABLE TRIGGER USER',
  );
  // As the server would do by itself.
  await owner.query('VACUUM ANALYZE ledger_entries');
}

async function agree({ owner }: World, id: string, answered: Record<string, unknown>): Promise<void> {
  const { rows } = await owner.query<{ account: string; sum: number; n: number }>(
    `SELECT account, sum(amount)::float8 AS sum, count(*)::integer AS n FROM ledger_entries WHERE appropriation_id = $1 GROUP BY 1`,
    [id],
  );
  const of = (account: string) => rows.find((row) => row.account === account)!.sum;
  const expected = {
    allocated: -of('source'),
    available: of('available'),
    reserved: of('reserved'),
    committed: of('unpaid') + of('paid') + of('returned'),
    paid: of('paid'),
    returned: of('returned'),
  };
  const came = Object.fromEntries(Object.keys(expected).map((name) => [name, answered[name]]));
  const entries = rows.reduce((sum, row) => sum + row.n, 0);
  if (entries !== ENTRIES || !isDeepStrictEqual(came, expected))
    throw new Error(`Balances of ${entries} entries: ${JSON.stringify({ came, expected })}`);
}

/** One after the other, as somebody who looks at the books of a day. */
async function medianMilliseconds(url: string, headers: Record<string, string>): Promise<number> {
  const times: number[] = [];
  for (let asked = 0; asked < PER_ROUND; asked += 1) {
    const began = performance.now();
    const response = await fetch(url, { headers });
    if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
    await response.arrayBuffer();
    times.push(performance.now() - began);
  }
  return median(times);
}
