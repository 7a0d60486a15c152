/** Compiles the specs that `runner.mjs` runs, beside what they test. */
import { execFileSync } from 'node:child_process';
import { cpSync } from 'node:fs';

const FOLDERS = ['test/api', 'test/golden', 'test/torture', 'test/whole'];
const swc = [...FOLDERS, '--out-dir', 'dist', '--config-file', '.swcrc', '--quiet'];

execFileSync('node_modules/.bin/swc', swc, { stdio: 'inherit' });
// Node looks there before it looks where npm has installed Jest.
cpSync('libs/testing/jest/globals', 'dist/node_modules/@jest/globals', { recursive: true });
