import type { Any } from '#testing';
import type { Walk } from './cast.js';
import { chapter, detail, done, table } from './page.js';
import { kr } from './words.js';

export const APPROPRIATED = 850_000;
export const LIMIT = 1_700_000;

export interface Money {
  code: string;
  /** Ids of this year's appropriation and the next. */
  now: string;
  next: string;
}

export async function theMoney({ run, years, finance }: Walk): Promise<Money> {
  chapter(1, 'The money (anslag och bemyndiganderam)');
  const [year, nextYear] = years;
  const body = { code: run, name: `Demo: ${run}`, year, amount: APPROPRIATED, commitmentLimit: LIMIT };
  const now = (await finance.post('/appropriations', { body })).is(201).shows({ available: APPROPRIATED });
  done(
    `The finance officer makes the appropriation (anslag) ${run} for ${year}: ${kr(APPROPRIATED)}, with a commitment limit (bemyndiganderam) of ${kr(LIMIT)} for promises about later years.`,
  );
  const later = { ...body, year: nextYear, amount: APPROPRIATED, commitmentLimit: 0 };
  const next = (await finance.post('/appropriations', { body: later })).is(201);
  done(`And ${kr(APPROPRIATED)} for ${nextYear}. Nothing yet for ${years[2]}.`);
  (await finance.post('/appropriations', { body })).refuses(
    409,
    'conflict',
    `The same for ${year} once more`,
  );
  await showLedger(finance, now.body.id);
  return { code: run, now: now.body.id, next: next.body.id };
}

/** Both funds of an appropriation as they stand, checked to add up. */
export async function showLedger(reader: Walk['finance'], id: string): Promise<Any> {
  const ledger = (await reader.get(`/appropriations/${id}/ledger`)).is(200);
  const { year, commitmentLimit, entries } = ledger.body;
  const row = (name: string, fund: Any) => {
    ledger.agrees(`${name}: available`, fund.available, fund.allocated - fund.reserved - fund.committed);
    const { allocated, reserved, committed, paid, returned, available } = fund;
    return [name, ...[allocated, reserved, committed, paid, returned, available].map(kr)];
  };
  table([
    [`ledger of ${year}`, 'tilldelat', 'reserverat', 'beslutat', 'utbetalt', 'återbetalt', 'återstår'],
    row('anslag', ledger.body),
    row('bemyndiganderam', commitmentLimit),
  ]);
  const sum = entries.reduce((total: number, entry: { amount: number }) => total + entry.amount, 0);
  ledger.agrees('the sum of all entries', sum, 0);
  detail(`${entries.length} entries of double entry, which sum to 0.`);
  return ledger.body;
}
