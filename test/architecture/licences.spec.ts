import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

interface Package {
  version: string;
  license?: string;
  dev?: boolean;
}
const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, Package> };
const packages = Object.entries(lock.packages).filter(([path]) => path.startsWith('node_modules/'));

/** Licences that may be combined with EUPL-1.2 and passed on with the image. */
const ALLOWED = [
  'MIT',
  'Apache-2.0',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'OFL-1.1',
  'Python-2.0',
];
/** What only tools and tests use is not passed on. */
const ALLOWED_IN_TOOLS = [...ALLOWED, 'MPL-2.0', 'CC-BY-4.0', 'CC0-1.0', 'Zlib'];

/** These say MIT in their files, and nothing in their package.json. */
const SAID_IN_FILES: Record<string, string> = {
  'passport-local': 'LICENSE',
  'passport-strategy': 'LICENSE',
  pause: 'Readme.md',
};

const nameOf = (path: string): string =>
  path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** An expression such as `(MIT OR CC0-1.0)`: one of them for OR, all of them for AND. */
function isAllowed(expression: string, allowed: readonly string[]): boolean {
  const parts = (text: string, word: string): string[] => text.replace(/[()]/g, '').split(` ${word} `);
  return parts(expression, 'OR').some((each) => parts(each, 'AND').every((one) => allowed.includes(one)));
}

describe('what others have written', () => {
  test('may be used, and what is passed on may be passed on', () => {
    const refused = packages
      .filter(([path]) => !(nameOf(path) in SAID_IN_FILES))
      .filter(([, { license = '', dev }]) => !isAllowed(license, dev ? ALLOWED_IN_TOOLS : ALLOWED))
      .map(([path, { version, license }]) => `${nameOf(path)} ${version}: ${license}`);
    expect(refused).toEqual([]);
  });

  test('without a licence in its package.json says it in a file', () => {
    for (const [name, file] of Object.entries(SAID_IN_FILES))
      expect(read(`node_modules/${name}/${file}`)).toContain('MIT');
  });

  test('has a line that says why it is here', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
      'dependencies' | 'devDependencies',
      Record<string, string>
    >;
    const decision = read('docs/adr/0018-dependencies.md');
    const told = (name: string): boolean =>
      decision.includes(`\`${name}\``) || decision.includes(`\`${name.slice(name.indexOf('/') + 1)}\``);
    expect(Object.keys(dependencies).filter((name) => !told(name))).toEqual([]);
    for (const version of Object.values({ ...dependencies, ...devDependencies }))
      expect(version).toMatch(/^(npm:[\w@/-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/);
  });
});
