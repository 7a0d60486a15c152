import { must } from './ask.js';
import { compare, tell } from './bench.js';
import { prepareDrafts } from './drafts.js';
import { writesPerSecond } from './load.js';
import { amendAll, peopleOf, propose, proposeAll, type Fund } from './proposals.js';
import type { Size } from './reads.js';
import type { World } from './world.js';

const CLIENTS = 64;

/**
 * Approvals a second on one appropriation, by 64 clients, with everything on: four eyes, payment plan, reporting duties,
 * audit, ledger. Against one conditional UPDATE of a row that all of them want, by as many clients. Every krona is held
 * when it begins, and the books are read after every round: nobody was given what was not there.
 */
export async function benchBudget(
  world: World,
  { rounds, approvals }: Pick<Size, 'rounds'> & { approvals: number },
): Promise<boolean[]> {
  const people = await peopleOf(world);
  const [last, ...drafts] = await prepareDrafts(world, approvals * rounds + 1);
  await amendAll(world, people.finance, () => ({ amount: 1e11, commitmentLimit: 1e11 }));
  const proposed = await proposeAll(world, drafts, people);
  const { appropriationId } = await must(world, 'GET', `decisions/${proposed[0]}`, people.decider);
  const path = `appropriations/${appropriationId}`;
  const read = (): Promise<Fund> => must(world, 'GET', path, people.finance);
  await amendAll(world, people.finance, (fund) => ({
    amount: fund.allocated - fund.available,
    commitmentLimit: fund.commitmentLimit.allocated - fund.commitmentLimit.available,
  }));
  const beyond = await propose(world, last!, people);
  if (beyond.body.code !== 'budgetExceeded') throw new Error(`Beyond the money: ${beyond.status}`);

  const base = await startBase(world);
  const figures = await compare(
    rounds,
    async (round) => {
      const before = await read();
      const part = proposed.slice(round * approvals, (round + 1) * approvals);
      const urls = part.map((id) => `${world.address}/api/v1/decisions/${id}/approve`);
      const perSecond = await writesPerSecond({ connections: CLIENTS, headers: people.decider, urls });
      refuseOverdraw(before, await read());
      return perSecond;
    },
    () => writesPerSecond({ connections: CLIENTS, urls: Array<string>(approvals * 8).fill(`${base}/1`) }),
  );
  return [tell({ name: 'hot budget', op: '>=', value: 0.35 }, figures)];
}

/** One row that everybody wants, with a limit in the statement. */
async function startBase(world: World): Promise<string> {
  await world.owner.query(`
    CREATE TABLE bench_fund (id integer PRIMARY KEY, committed bigint NOT NULL, allocated bigint NOT NULL);
    INSERT INTO bench_fund VALUES (1, 0, 1000000000)`);
  const text = `UPDATE bench_fund SET committed = committed + 1 WHERE id = $1 AND committed + 1 <= allocated
    RETURNING json_build_object('committed', committed)::text AS body`;
  return world.base({ text, values: [] }, true);
}

function refuseOverdraw(before: Fund, after: Fund): void {
  const moved = after.committed - before.committed;
  const isWhole = after.allocated === before.allocated && moved === before.reserved - after.reserved;
  if (after.available !== 0 || after.reserved + after.committed > after.allocated || !isWhole || moved <= 0)
    throw new Error(`Overdrawn: ${JSON.stringify({ before, after })}`);
}
