import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { transformSync } from '@swc/core';

const folder = mkdtempSync(join(tmpdir(), 'medel-orphan-'));
const write = (name: string, code: string): void => writeFileSync(join(folder, name), code);

describe('exitWithParent', () => {
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('ends a child whose supervisor was killed without a chance to tell it', async () => {
    const source = readFileSync(join(import.meta.dirname, 'exit-with-parent.ts'), 'utf8');
    const options = { jsc: { parser: { syntax: 'typescript' } }, module: { type: 'es6' } } as const;
    write('exit-with-parent.mjs', transformSync(source, options).code);
    write(
      'child.mjs',
      `import { exitWithParent } from './exit-with-parent.mjs'; exitWithParent(); setInterval(() => {}, 1000); process.send('up');`,
    );
    write(
      'supervisor.mjs',
      `import { fork } from 'node:child_process'; fork('${folder}/child.mjs').on('message', (text) => console.log(text));`,
    );
    const supervisor = spawn(process.execPath, [join(folder, 'supervisor.mjs')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(supervisor.stdout, 'data');
    supervisor.kill('SIGKILL');
    // The child holds the other end of this stream: it closes when the child is gone as well.
    await once(supervisor.stdout.resume(), 'end');
  });
});
