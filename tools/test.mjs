/**
 * `npm test`: all checks from a fresh clone, every one of them even when an earlier one fails. The last line is the
 * sum: each test of Jest counts as one, and so does each other step. `npm test -- <arguments>` runs Jest alone.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { checkNode, ensureBuilt, ensureInstalled, root } from './bootstrap.mjs';

const jestArguments = process.argv.slice(2);
const results = [];

checkNode();
await ensureInstalled();
if (jestArguments.length === 0) {
  await step('typecheck', () => npm('run', 'typecheck', '--silent'));
  await step('lint', () => npm('run', 'lint', '--silent'));
}
await step('build', () => ensureBuilt().then(() => true));
await step('jest', jest);

const sum = (key) => results.reduce((total, result) => total + result[key], 0);
console.log('\nSummary');
for (const { name, passed, failed, seconds } of results) {
  console.log(`  ${failed ? 'FAILED' : 'ok    '} ${name}: ${passed} passed, ${failed} failed (${seconds} s)`);
}
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') > 0 ? 1 : 0;

/** The action returns whether it went well, or its own counts. */
async function step(name, action) {
  console.log(`\n── ${name} ──`);
  const start = performance.now();
  const outcome = await action().catch((error) => void console.error(error.message));
  const counts = typeof outcome === 'object' ? outcome : { passed: outcome ? 1 : 0, failed: outcome ? 0 : 1 };
  results.push({ name, ...counts, seconds: Math.round((performance.now() - start) / 1000) });
}

async function jest() {
  const report = join(root, 'test-results', 'jest.json');
  mkdirSync(join(root, 'test-results'), { recursive: true });
  rmSync(report, { force: true });
  const ok = await npm('run', 'jest', '--silent', '--', '--json', `--outputFile=${report}`, ...jestArguments);
  const counts = JSON.parse(readFileSync(report, 'utf8'));
  // A file that does not even load has no tests to count.
  const failed = counts.numFailedTests + counts.numRuntimeErrorTestSuites;
  return { passed: counts.numPassedTests, failed: failed || (ok ? 0 : 1) };
}

function npm(...args) {
  return new Promise((resolve) => {
    const child = spawn('npm', args, { cwd: root, stdio: 'inherit' });
    child.on('error', () => resolve(false));
    child.on('close', (code) => resolve(code === 0));
  });
}
