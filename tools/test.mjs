/**
 * All checks from a fresh clone, every one of them even when an earlier one fails. The last line is the sum: each test of
 * Jest counts as one, and so does each other step.
 *
 * `npm test`: with the everyday projects of `jest.config.mjs`. `npm run test:all`: with all of them.
 * `npm test -- <arguments>`: Jest alone.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { EVERYDAY } from '../jest.config.mjs';
import { checkNode, ensureBuilt, ensureInstalled, root } from './bootstrap.mjs';

const asked = process.argv.slice(2);
const isAll = asked.length === 1 && asked[0] === '--all';
const isAlone = asked.length > 0 && !isAll;
const jestArguments = isAlone ? asked : isAll ? [] : ['--selectProjects', ...EVERYDAY];
const results = [];

checkNode();
await ensureInstalled();
await step('build', () => ensureBuilt().then(() => true));
// Beside Jest, whose suites often wait for something: two processors are then never idle.
await Promise.all([isAlone || checks(), step('jest', jest)]);

const sum = (key) => results.reduce((total, result) => total + result[key], 0);
console.log('\nSummary');
for (const { name, passed, failed, seconds } of results) {
  console.log(`  ${failed ? 'FAILED' : 'ok    '} ${name}: ${passed} passed, ${failed} failed (${seconds} s)`);
}
if (!isAlone && !isAll) console.log('Not run, for they take long: npm run test:all');
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') > 0 ? 1 : 0;

async function checks() {
  for (const name of ['typecheck', 'lint']) await step(name, () => quietly(name));
}

/** The action returns whether it went well, or its own counts. */
async function step(name, action) {
  const start = performance.now();
  console.log(`\n── ${name} ──`);
  const outcome = await action().catch((error) => void console.error(error.message));
  const counts = typeof outcome === 'object' ? outcome : { passed: outcome ? 1 : 0, failed: outcome ? 0 : 1 };
  results.push({ name, ...counts, seconds: Math.round((performance.now() - start) / 1000) });
}

async function jest() {
  const report = join(root, 'test-results', 'jest.json');
  mkdirSync(join(root, 'test-results'), { recursive: true });
  rmSync(report, { force: true });
  const options = ['--json', `--outputFile=${report}`, ...jestArguments];
  const { ok } = await npm(['run', 'jest', '--silent', '--', ...options], 'inherit');
  const counts = JSON.parse(readFileSync(report, 'utf8'));
  // A file that does not even load has no tests to count.
  const failed = counts.numFailedTests + counts.numRuntimeErrorTestSuites;
  return { passed: counts.numPassedTests, failed: failed || (ok ? 0 : 1) };
}

/** What it says is shown when it has ended, for another one runs beside it. */
async function quietly(script) {
  const { ok, said } = await npm(['run', script, '--silent'], 'pipe');
  if (said) console.log(`\n${script}:\n${said.trimEnd()}`);
  return ok;
}

function npm(args, stdio) {
  return new Promise((resolve) => {
    const child = spawn('npm', args, { cwd: root, stdio: ['ignore', stdio, stdio] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (said += chunk));
    child.on('error', (error) => resolve({ ok: false, said: error.message }));
    child.on('close', (code) => resolve({ ok: code === 0, said }));
  });
}
