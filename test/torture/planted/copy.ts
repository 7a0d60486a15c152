import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { TestServer } from '#testing';

/** What is no source. */
const LEFT_OUT = ['.git', '.medel', 'coverage', 'dist', 'node_modules', 'out', 'test-results'];
const LONGEST_RUN = 15 * 60_000;

interface AssertionResult {
  fullName: string;
  status: string;
  failureMessages: string[];
  failureDetails: { matcherResult?: unknown }[];
}

/** Of jest's report, what is asked for here. */
interface Report {
  numRuntimeErrorTestSuites: number;
  testResults: { message: string; assertionResults: AssertionResult[] }[];
}

/** What a run of jest came to. */
export interface Run {
  /** Files that could not be run at all, with why. */
  broken: string[];
  /** Tests that failed because something was not as they expect; the first words of each. */
  unmet: string[];
  /** Tests that failed otherwise: by a timeout, an error, a hook. */
  otherwise: string[];
}

/** The tree as it stands, somewhere else, to be broken there. It has this one's packages. */
export class Copy {
  private constructor(readonly root: string) {}

  static make(): Copy {
    const root = realpathSync(mkdtempSync(join(tmpdir(), 'medel-planted-')));
    cpSync('.', root, { recursive: true, filter: (name) => !LEFT_OUT.includes(name) });
    symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
    return new Copy(root);
  }

  /** What git says of a patch that is of a tree that is no more; nothing of one that can be applied. */
  whyNot(file: string): string | undefined {
    try {
      this.apply(file, '--check');
      return undefined;
    } catch (error) {
      return `${file}: ${String((error as { stderr?: Buffer }).stderr)}`;
    }
  }

  plant(file: string): void {
    this.apply(file);
  }

  takeBack(file: string): void {
    this.apply(file, '--reverse');
  }

  /** What is compiled: the processes, the migrations and the specs, without the pages. */
  build(): void {
    const folders = ['apps/api', 'apps/worker', 'libs', 'migrations', 'tools'];
    const args = [...folders, '--out-dir', 'dist', '--config-file', '.swcrc', '--quiet'];
    const how = { cwd: this.root, stdio: 'inherit' } as const;
    execFileSync('node_modules/.bin/swc', args, how);
    execFileSync(process.execPath, ['libs/testing/jest/build-specs.mjs'], how);
  }

  /** Runs jest here, on a database server that was made for it, at quick sizes. */
  async run(
    specs: readonly string[],
    { only, server }: { only?: string | undefined; server?: TestServer | undefined },
  ): Promise<Run> {
    const report = join(this.root, 'planted.json');
    rmSync(report, { force: true });
    const args = [...specs, ...(only ? ['-t', only] : [])];
    const jest = [
      `--cacheDirectory=${this.root}/.jest`,
      '--maxWorkers=1',
      '--silent',
      '--json',
      `--outputFile=${report}`,
    ];
    const child = spawn(
      process.execPath,
      ['--experimental-vm-modules', 'node_modules/jest/bin/jest.js', ...jest, '--runTestsByPath', ...args],
      {
        cwd: this.root,
        stdio: 'ignore',
        timeout: LONGEST_RUN,
        killSignal: 'SIGKILL',
        env: environment(server),
      },
    );
    await once(child, 'exit');
    if (!existsSync(report)) throw new Error(`jest ended without a report of ${specs.join(', ')}`);
    return runOf(JSON.parse(readFileSync(report, 'utf8')) as Report);
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }

  private apply(file: string, ...how: string[]): void {
    // Wherever the copy lies, it is in nobody's repository.
    const env = { ...process.env, GIT_CEILING_DIRECTORIES: dirname(this.root) };
    execFileSync('git', ['apply', ...how, resolve(file)], { cwd: this.root, env, stdio: 'pipe' });
  }
}

function runOf({ numRuntimeErrorTestSuites, testResults }: Report): Run {
  const failed = testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status === 'failed'),
  );
  const words = ({ fullName, failureMessages }: AssertionResult) =>
    `${fullName}: ${failureMessages.join('\n').slice(0, 1_000)}`;
  return {
    broken:
      numRuntimeErrorTestSuites === 0
        ? []
        : testResults
            .filter((each) => each.assertionResults.length === 0)
            .map(({ message }) => message.slice(0, 2_000)),
    unmet: failed.filter(isUnmet).map(words),
    otherwise: failed.filter((each) => !isUnmet(each)).map(words),
  };
}

/** Nothing of the jest that runs us: its server, its place among workers, its sizes. */
function environment(server: TestServer | undefined): NodeJS.ProcessEnv {
  const ours = ['MEDEL_FULL', 'MEDEL_TEST_SERVER', 'JEST_WORKER_ID'];
  const others = Object.entries(process.env).filter(([name]) => !ours.includes(name));
  return { ...Object.fromEntries(others), ...(server && { MEDEL_TEST_SERVER: JSON.stringify(server) }) };
}

/** A matcher said no; of a property that was tried with many values, in the words that it ends with. */
const isUnmet = ({ failureDetails, failureMessages }: AssertionResult): boolean =>
  failureDetails.some((detail) => detail?.matcherResult !== undefined) ||
  failureMessages.some((message) => /\bexpect\(/.test(message));
