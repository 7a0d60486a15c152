import { cpus, totalmem } from 'node:os';
import { benchBalances } from './bench/balances.js';
import { benchBudget } from './bench/budget.js';
import { prepareDrafts } from './bench/drafts.js';
import { benchEligibility } from './bench/eligibility.js';
import { benchGrowth } from './bench/growth.js';
import { benchExports } from './bench/exports.js';
import { benchImports } from './bench/imports.js';
import { benchPlain } from './bench/plain.js';
import { benchReads } from './bench/reads.js';
import { benchRecovery } from './bench/recovery.js';
import { benchSimulations } from './bench/simulations.js';
import { benchStorm } from './bench/storm.js';
import { benchVerification } from './bench/verification.js';
import { benchWeb } from './bench/web.js';
import { benchWrites, PER_ROUND } from './bench/writes.js';
import { startWorld } from './bench/world.js';
import { say, timed } from './supervisor/say.js';

/** `npm run bench`: speed as ratios to what the same machine can do in the same run. `-- --quick` for smaller sizes. */
const isQuick = process.argv.includes('--quick');
/** How many cases growth is measured with, where it is told. */
const scale = Number(process.argv.find((argument) => argument.startsWith('--cases='))?.slice(8)) || undefined;
const only = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const wanted = (name: string) => only.length === 0 || only.includes(name);
const isWebAlone = only.length === 1 && wanted('web');
const few = isWebAlone ? 500 : 1_000;
const cases = isQuick || !(wanted('reads') || wanted('writes')) ? few : 20_000;
const size = { rounds: isQuick ? 5 : 9, seconds: isQuick ? 1 : 8, connections: 16 };

const [cpu] = cpus();
say(
  `machine: ${cpus().length} × ${cpu!.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, node ${process.version}, ${cases} cases`,
);
const world = await timed('A database to measure on', () => startWorld(cases, say));
const met: boolean[] = [];
try {
  // So that a page of the list is full, as it is for a busy applicant.
  const wantedDrafts = isWebAlone ? 0 : PER_ROUND * (wanted('writes') ? size.rounds : 1);
  const drafts = await timed('Drafts', () => prepareDrafts(world, wantedDrafts));
  if (wanted('reads')) met.push(...(await benchReads(world, size)));
  if (wanted('eligibility')) met.push(...(await benchEligibility(world, size)));
  if (wanted('simulate')) met.push(...(await benchSimulations(world, size)));
  if (wanted('balance')) met.push(...(await benchBalances(world, size)));
  if (wanted('budget')) met.push(...(await benchBudget(world, { ...size, approvals: isQuick ? 64 : 192 })));
  if (wanted('writes')) met.push(...(await benchWrites(world, drafts, size)));
  if (wanted('storm'))
    met.push(...(await benchStorm(world, { rounds: isQuick ? 1 : 3, seconds: isQuick ? 10 : 60 })));
  if (wanted('recovery')) met.push(...(await benchRecovery(world, isQuick ? 3 : 9)));
  if (wanted('verification')) met.push(...(await benchVerification(world, isQuick ? 3 : 5)));
  if (wanted('exports')) met.push(...(await benchExports(world, isQuick ? 3 : 5)));
  if (wanted('plain')) met.push(...(await benchPlain(world, size, isQuick ? 100_000 : 1_000_000)));
  if (wanted('web')) met.push(...(await benchWeb(world, isQuick ? 3 : 9)));
  if (wanted('growth')) {
    const many = scale ?? (isQuick ? 10_000 : 1_000_000);
    const large = await timed(`A database of ${many} cases`, () => startWorld(many, say, 'bench-large'));
    try {
      met.push(...(await benchGrowth(large, world, size)));
    } finally {
      await large.stop();
    }
  }
  if (wanted('imports')) met.push(...(await benchImports(world, isQuick ? 3 : 5, isQuick)));
} finally {
  await world.stop();
}
process.exit(met.every(Boolean) ? 0 : 1);
