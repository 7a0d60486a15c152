import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { childLog } from './child-log.js';
import { restartBudget } from './restarts.js';
import { say } from './say.js';

export type ChildOptions = {
  name: string;
  script: string;
  cwd: string;
  env: NodeJS.ProcessEnv;
  logFile: string;
  /** Called when restarting does not help. */
  giveUp: (why: string) => void;
};

export type Child = { stop(): Promise<void>; restart(): Promise<void>; lastLines(): string };

const graceMs = 10_000;

/** Keeps a Node program running until `stop`. */
export function keepRunning({ name, script, cwd, env, logFile, giveUp }: ChildOptions): Child {
  const log = childLog(name, logFile);
  const nextDelay = restartBudget();
  let stopped = false;
  let current: ChildProcess | undefined = start();

  function start(): ChildProcess {
    // Detached: Ctrl-C reaches only us, and we stop things in order. The channel tells the child when we are gone.
    const child = spawn(process.execPath, ['--enable-source-maps', script], {
      cwd,
      env,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    if (child.stdout) log.follow(child.stdout, false);
    if (child.stderr) log.follow(child.stderr, true);
    child.once('exit', (code, signal) => void (child === current && died(code, signal)));
    child.once('error', (error) => giveUp(`${name} could not be started: ${error.message}`));
    return child;
  }

  async function died(code: number | null, signal: string | null): Promise<void> {
    if (stopped) return;
    const how = signal ? `was ended by ${signal}` : `ended with exit code ${code}`;
    const delay = nextDelay();
    if (delay === undefined) {
      return giveUp(
        `${name} ${how}, for the sixth time in a minute. Its last lines (all in ${log.file}):\n${log.lastLines()}`,
      );
    }
    say(`${name} ${how}. Starting it again in ${delay / 1000} s`);
    await sleep(delay);
    if (!stopped) current = start();
  }

  return {
    async stop() {
      stopped = true;
      if (current) await end(current);
    },
    async restart() {
      const previous = current;
      // Forgotten first, so that its end is not taken for a death.
      current = undefined;
      if (previous) await end(previous);
      if (!stopped) current = start();
    },
    lastLines: log.lastLines,
  };
}

/** SIGTERM, ten seconds to finish what is in hand, then SIGKILL. */
export async function end(child: ChildProcess): Promise<void> {
  const alive = (): boolean =>
    child.pid !== undefined && child.exitCode === null && child.signalCode === null;
  if (!alive()) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  await Promise.race([exited, sleep(graceMs, undefined, { ref: false })]);
  if (alive()) child.kill('SIGKILL');
  await exited;
}
