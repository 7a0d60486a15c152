/**
 * Runs a spec as Jest does, but Node itself loads it, as it was built. Jest loads every module anew for every spec, and
 * all of Medel with its packages takes longer to load than most specs take to run; here the specs that a worker runs
 * share what the first of them has loaded. What a spec imports as `@jest/globals` is `globals/`, which the build of the
 * specs lays into `dist/node_modules`.
 */
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import circus from 'jest-circus/runner';

const require = createRequire(import.meta.url);
const TIMEOUT = Symbol.for('TEST_TIMEOUT_SYMBOL');
const KEPT = new Set(['JEST_STATE_SYMBOL', 'EVENT_HANDLERS', 'TEST_TIMEOUT_SYMBOL']);

export default function run(globalConfig, config, environment, runtime, spec, send) {
  const built = (path) => pathToFileURL(join(config.rootDir, 'dist', path)).href;
  runtime.requireInternalModule = loadAnew;
  runtime.unstable_importModule = async () => {
    const { use } = await import(built('node_modules/@jest/globals/index.js'));
    use(runtime.requireModuleOrMock(spec, '@jest/globals'));
    await import(built(relative(config.rootDir, spec).replace(/\.ts$/, '.js')));
    // Where `jest.setTimeout` leaves it.
    globalThis[TIMEOUT] = environment.global[TIMEOUT];
  };
  return circus.default(globalConfig, config, environment, runtime, spec, send);
}

/** Circus keeps the tests of a spec in the global object: each spec gets a circus that knows of none. */
function loadAnew(path) {
  for (const key of Object.getOwnPropertySymbols(globalThis)) {
    if (KEPT.has(key.description)) delete globalThis[key];
  }
  delete require.cache[path];
  return require(path);
}
