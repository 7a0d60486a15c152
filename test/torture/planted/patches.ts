import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = 'test/torture/planted';

/** A way in which somebody could break Medel, and the tests that must not let it by. */
export interface Patch {
  /** Its file without the ending: what it breaks. */
  name: string;
  /** From the root. */
  file: string;
  /** What is safe no more. */
  breaks: string;
  spec: string;
  /** Tests of the spec whose names hold this; all where it is left out. */
  only: string | undefined;
  /** Whether the spec asks a database, and whether the patch is of how that is made. */
  asks: 'nothing' | 'database' | 'migrations';
  /** Whether the spec starts processes, which are of what is compiled. */
  isOfProcesses: boolean;
}

const HEADER = /^# (.+) Red: (\S+\.spec\.ts)(?: -t "(.+)")?$/;
/** Specs of the project that starts no database: see `jest.config.mjs`. */
const UNIT = /^libs\//;
const STARTS_PROCESSES = /\bstart(Processes|TestServer)\(/;

/** All there are, by name. */
export function readPatches(): Patch[] {
  return readdirSync(FOLDER)
    .filter((entry) => entry.endsWith('.patch'))
    .sort()
    .map((entry) => {
      const file = join(FOLDER, entry);
      const text = readFileSync(file, 'utf8');
      const [, breaks, spec, only] = HEADER.exec(text.split('\n', 1)[0]!) ?? [];
      if (!breaks || !spec) throw new Error(`${file} does not say what it breaks and which spec is then red`);
      const isOfMigrations = /^\+\+\+ b\/migrations\//m.test(text);
      const asks = isOfMigrations ? 'migrations' : UNIT.test(spec) ? 'nothing' : 'database';
      const isOfProcesses = STARTS_PROCESSES.test(readFileSync(spec, 'utf8'));
      return { name: entry.replace(/\.patch$/, ''), file, breaks, spec, only, asks, isOfProcesses };
    });
}
