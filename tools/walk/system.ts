import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { connectToRunning, lockFile, root, type Running } from '../environment.js';
import { lockHolder } from '../supervisor/lock.js';
import { detail, plain } from './page.js';

/** A Medel to walk through. */
export interface System {
  address: string;
  /** Ends it, if it was started for the walk. */
  stop(): Promise<void>;
}

const leave = async (): Promise<void> => {};

/** The one at MEDEL_ADDRESS, else the one that runs in this folder, else one that is started for the walk. */
export async function findSystem(): Promise<System> {
  const given = process.env['MEDEL_ADDRESS'];
  if (given) return { address: await ready(given.replace(/\/+$/, '')), stop: leave };
  if (lockHolder(lockFile)) {
    const running = await announced(() => lockHolder(lockFile) !== undefined);
    if (running) return { address: withDemo(running), stop: leave };
  }
  return start();
}

async function ready(address: string): Promise<string> {
  const answer = await fetch(`${address}/health/ready`).catch(() => undefined);
  if (answer?.status === 200) return address;
  throw new Error(`Nothing at ${address} says that it is ready (MEDEL_ADDRESS).`);
}

/** Waits for the file that a start writes when everything is up. */
async function announced(isComing: () => boolean): Promise<Running | undefined> {
  while (isComing()) {
    const running = connectToRunning();
    if (running) return running;
    await sleep(100);
  }
  return undefined;
}

function withDemo({ address, demo }: Running): string {
  if (demo) return address;
  throw new Error(`Medel at ${address} runs without the demo, whose accounts the walk signs in to.`);
}

async function start(): Promise<System> {
  plain('No Medel runs in this folder: one is started for this walk, and stopped after it.');
  const child = spawn(process.execPath, ['--enable-source-maps', join(root, 'dist/tools/serve.js')], {
    cwd: root,
    // As a child of npm it ends itself when its parent is gone, however that happened.
    env: { ...process.env, npm_lifecycle_event: 'walk' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void stop(child).then(() => process.exit(1)));
  let told = true;
  createInterface(child.stdout).on('line', (line) => {
    if (line.startsWith('Medel runs at')) told = false;
    if (told && line) detail(line, 3);
  });
  const running = await announced(() => child.exitCode === null && child.signalCode === null);
  if (!running) throw new Error('Medel could not be started: see above.');
  return { address: withDemo(running), stop: () => stop(child) };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
  plain('The Medel that was started for this walk has stopped.');
}
