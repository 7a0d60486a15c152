import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A rule never seen red is not a rule. `violations/` is this repository in miniature; the first line of a file names
 * the rules it breaks. A file without such a line shows what is allowed, and must break none.
 */
const tree = join(import.meta.dirname, 'violations');
const read = (file: string): string => readFileSync(join(tree, file), 'utf8');

const { rules, broken } = JSON.parse(
  execFileSync(process.execPath, ['../inspect.mjs'], { cwd: tree, encoding: 'utf8' }),
) as { rules: string[]; broken: [file: string, rule: string][] };

const files = readdirSync(tree, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
const fixtures = files.map((file) => ({
  file,
  named: /^\/\/ breaks: (.+)\n/.exec(read(file))?.[1]?.split(', ') ?? [],
}));

describe('the rules of the house', () => {
  test.each(fixtures)('$file breaks $named', ({ file, named }) => {
    const found = broken.filter(([where]) => where === file).map(([, rule]) => rule);
    expect([...new Set(found)].sort()).toEqual(named.toSorted());
  });

  test.each(rules)('%s has a fixture that breaks it', (rule) => {
    expect(fixtures.flatMap(({ named }) => named)).toContain(rule);
  });

  test('every violation is in a fixture', () => {
    expect(broken.filter(([where]) => !fixtures.some(({ file }) => file === where))).toEqual([]);
  });

  test('the miniature names its libraries as the product does', () => {
    const imports = (path: string): unknown => (JSON.parse(read(path)) as { imports: unknown }).imports;
    expect(imports('package.json')).toEqual(imports('../../../package.json'));
  });
});
