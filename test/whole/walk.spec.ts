import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { DemoSeed } from '#core/demo';
import { Medel } from '#testing';
import { withSeeds } from '../../tools/seed/context.js';

let medel: Medel;

beforeAll(async () => {
  medel = await Medel.start({ worker: true });
  const { databaseUrl, queueDatabaseUrl } = medel.config;
  const urls = { appUrl: databaseUrl, queueUrl: queueDatabaseUrl, ownerUrl: '' };
  await withSeeds(urls, (seeds) => seeds.get(DemoSeed).run());
}, 300_000);
afterAll(() => medel.stop());

it('the walk of the README goes to its end, with every refusal and every sum that it expects', async () => {
  const walk = spawn(process.execPath, ['dist/tools/walk.js'], {
    env: { ...process.env, MEDEL_ADDRESS: medel.address },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [said, complained, [code]] = await Promise.all([
    text(walk.stdout),
    text(walk.stderr),
    once(walk, 'exit'),
  ]);
  const [folder] = /(?<=This walk is )walk-[\d-]+/.exec(said) ?? [];
  rmSync(`out/${folder}`, { recursive: true, force: true });
  expect([code, complained, said.slice(-2_000)]).toEqual([
    0,
    '',
    expect.stringContaining(' expectations held, in '),
  ]);
  await medel.expectCoherent();
}, 300_000);
