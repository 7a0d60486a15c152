/**
 * `npm run torture -- <suite> [--full] [--seed n]`: one of the suites that try to break what Medel promises. The quick
 * size is what `npm run test:all` runs too; `--full` is for the record in docs/trust.md. A seed gives a run back.
 */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkNode, ensureBuilt, ensureInstalled, fail, root } from './bootstrap.mjs';

const FOLDER = 'test/torture';
const suites = readdirSync(join(root, FOLDER), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .concat('web');

const usage = (...why) =>
  fail(...why, 'Usage: npm run torture -- <suite> [--full] [--seed n]', `Suites: ${suites.join(', ')}`);
const options = { full: { type: 'boolean', default: false }, seed: { type: 'string' } };

function readArgs() {
  try {
    return parseArgs({ allowPositionals: true, options });
  } catch (error) {
    return usage(error.message);
  }
}

const { values, positionals } = readArgs();
const [suite] = positionals;
if (!suites.includes(suite) || positionals.length !== 1) usage();
if (values.seed !== undefined && !/^\d+$/.test(values.seed)) fail('A seed is a whole number.');
checkNode();
await ensureInstalled();
await ensureBuilt().catch((error) => fail(error.message));

const seed = values.seed ?? String(Date.now() % 1_000_000_000);
const record = join(root, 'test-results', 'torture.txt');
rmSync(record, { force: true });
const size = values.full ? 'full' : 'quick';
const machine = `${availableParallelism()} × ${cpus()[0].model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, node ${process.version}`;
console.log(`torture ${suite} ${size} seed=${seed} ${new Date().toISOString().slice(0, 10)}\n${machine}`);

const child = spawn(
  'npm',
  ['run', 'jest', '--silent', '--', suite === 'web' ? 'test/e2e/' : `${FOLDER}/${suite}/`],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, MEDEL_TEST_SEED: seed, ...(values.full && { MEDEL_FULL: '1' }) },
  },
);
child.on('close', (code) => {
  if (existsSync(record)) console.log(readFileSync(record, 'utf8').trimEnd());
  console.log(`torture ${suite} ${code === 0 ? 'held' : 'BROKE'} (seed ${seed})`);
  process.exitCode = code === 0 ? 0 : 1;
});
