/**
 * What `npm start` and its kin do before any installed package can be used: the right Node, the packages, the build.
 * Node's own modules only.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { clearInterval, setInterval } from 'node:timers';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

const read = (...path) => readFileSync(join(root, ...path), 'utf8');
const readJson = (...path) => JSON.parse(read(...path));

export function checkNode() {
  const wanted = readJson('package.json').engines.node.replace('>=', '');
  const [major, minor] = wanted.split('.').map(Number);
  const [ourMajor, ourMinor] = process.versions.node.split('.').map(Number);
  if (ourMajor > major || (ourMajor === major && ourMinor >= minor)) return;
  fail(
    `Medel needs Node.js ${wanted} or later, and this is ${process.versions.node}.`,
    'Install a newer one from https://nodejs.org, or run: nvm install',
  );
}

/** npm keeps a record of what it installed; `npm ci` runs when that record is missing or differs from the lock file. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  const { code, output } = await slowStep('Installing packages', 'npm', [
    'ci',
    '--no-progress',
    '--loglevel=error',
  ]);
  if (code !== 0) {
    fail(output, 'npm ci failed. Is the package registry within reach? Then run the same command again.');
  }
}

function isInstalled() {
  if (!existsSync(join(root, 'node_modules', '.package-lock.json'))) return false;
  const installed = readJson('node_modules', '.package-lock.json').packages;
  const locked = readJson('package-lock.json').packages;
  return Object.entries(locked).every(([path, entry]) => {
    const found = installed[path];
    if (path === '' || (!found && entry.optional)) return true;
    return found?.version === entry.version && found.integrity === entry.integrity;
  });
}

/** Builds when a source differs from what the last build was made of. `clean: false` leaves the files in use in place. */
export async function ensureBuilt({ clean = true } = {}) {
  const stamp = join(root, 'dist', '.stamp');
  const sources = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return;
  if (clean) rmSync(join(root, 'dist'), { recursive: true, force: true });
  rmSync(stamp, { force: true });
  const { code, output } = await slowStep('Building', 'npm', ['run', 'build', '--silent']);
  if (code !== 0) throw new Error(`The build failed.\n${output}`);
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(stamp, sources);
}

function fingerprint() {
  const hash = createHash('sha256');
  const add = (path) => hash.update(`${path}\0`).update(readFileSync(join(root, path)));
  for (const file of ['package.json', 'package-lock.json', '.swcrc']) add(file);
  for (const folder of ['apps', 'libs', 'migrations', 'tools']) filesIn(folder).forEach(add);
  return hash.digest('hex');
}

function filesIn(folder) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length))
    .sort();
}

/** Runs a command quietly and says every few seconds that it is still at work. Returns its exit code and output. */
export async function slowStep(title, command, args) {
  const start = performance.now();
  const seconds = () => `${Math.round((performance.now() - start) / 1000)} s`;
  console.log(`${title} …`);
  const ticker = setInterval(() => console.log(`${title} … ${seconds()}`), 5_000);
  const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const code = await new Promise((resolve) => {
    child.on('error', (error) => resolve((output += error.message)));
    child.on('close', resolve);
  });
  clearInterval(ticker);
  if (code === 0) console.log(`${title} … done in ${seconds()}`);
  return { code, output };
}

/** Runs a compiled tool in this process, as if it had been started by itself. */
export async function runTool(name, args) {
  process.argv = [process.argv[0], compiled(name), ...args];
  return loadTool(name);
}

export async function loadTool(name) {
  if (!existsSync(compiled(name))) fail(`There is no tool called ${name}: tools/${name}.ts does not exist.`);
  process.setSourceMapsEnabled(true);
  return import(compiled(name));
}

const compiled = (name) => join(root, 'dist', 'tools', `${name}.js`);

export function fail(...lines) {
  console.error(lines.filter(Boolean).join('\n'));
  process.exit(1);
}
