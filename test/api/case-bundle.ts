import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipAll, type Any } from '#testing';

/** An unpacked bundle, in memory, that may be tampered with in a copy. */
export class Bundle {
  private constructor(readonly files: Map<string, Buffer>) {}

  static of(zip: Buffer): Bundle {
    return new Bundle(unzipAll(zip));
  }

  text(name: string): string {
    const file = this.files.get(name);
    if (!file) throw new Error(`${name} is not in the bundle`);
    return file.toString();
  }

  json(name: string): Any {
    return JSON.parse(this.text(name));
  }

  /** A copy with a file changed, or without it where nothing comes of it. */
  with(name: string, change: (content: Buffer) => Buffer | string | undefined): Bundle {
    const files = new Map(this.files);
    const changed = change(files.get(name) ?? Buffer.alloc(0));
    if (changed === undefined) files.delete(name);
    else files.set(name, Buffer.from(changed));
    return new Bundle(files);
  }

  /** A copy with the lines of the trail changed; the first is the names of its columns. */
  withTrail(change: (lines: string[]) => string[]): Bundle {
    return this.with('audit-trail.csv', (content) =>
      change(content.toString().trimEnd().split('\n')).concat('').join('\n'),
    );
  }

  /** What its own verifier says of it, unpacked where there is nothing else. */
  verify(language = 'sv'): { code: number | null; said: string[] } {
    const folder = mkdtempSync(join(tmpdir(), 'medel-bundle-'));
    try {
      for (const [name, content] of this.files) {
        mkdirSync(dirname(join(folder, name)), { recursive: true });
        writeFileSync(join(folder, name), content);
      }
      const { status, stdout, stderr } = spawnSync(process.execPath, ['verify-audit.mjs', language], {
        cwd: folder,
        env: {},
      });
      return { code: status, said: `${stdout}${stderr}`.trimEnd().split('\n') };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}
