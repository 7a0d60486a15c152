import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** How many requirements of levels 1 and 2 each chapter of ASVS 5.0.0 has. */
const CHAPTERS = Object.fromEntries(
  [27, 11, 19, 10, 9, 35, 18, 7, 7, 29, 14, 9, 13, 9, 13, 16, 7].map((count, index) => [
    `V${index + 1}`,
    count,
  ]),
);

/** `met` and `partly` show where; `operator` shows where the operator is told; the others say why. */
const STATES = ['met', 'partly', 'operator', 'notApplicable', 'open'];

interface Row {
  requirement: string;
  state: string;
  evidence: string[];
  note: string;
}

const cells = (line: string): string[] =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
    quoted === undefined ? plain! : quoted.replaceAll('""', '"'),
  );

const rows: Row[] = readFileSync(join(root, 'docs/asvs.csv'), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [requirement, , , state, evidence, note] = cells(line);
    return {
      requirement: requirement!,
      state: state!,
      evidence: evidence!.split('; ').filter(Boolean),
      note: note!,
    };
  });

/** `path` or `path#text that stands in it`; of a folder, in one of its files. */
function isThere(evidence: string): boolean {
  const [path, ...rest] = evidence.split('#');
  const full = join(root, path!);
  if (!existsSync(full)) return false;
  const text = rest.join('#');
  const files = statSync(full).isDirectory() ? readdirSync(full).map((name) => join(full, name)) : [full];
  const readable = files.filter((file) => statSync(file).isFile());
  return (
    readable.length > 0 && (text === '' || readable.some((file) => readFileSync(file, 'utf8').includes(text)))
  );
}

describe('the list of security requirements', () => {
  test('has every requirement of levels 1 and 2, once', () => {
    const counts: Record<string, number> = {};
    for (const { requirement } of rows) {
      const chapter = requirement.slice(0, requirement.indexOf('.'));
      counts[chapter] = (counts[chapter] ?? 0) + 1;
    }
    expect(counts).toEqual(CHAPTERS);
    expect(new Set(rows.map(({ requirement }) => requirement)).size).toBe(rows.length);
  });

  test.each(rows)('$requirement is $state, and shows it', ({ state, evidence, note }) => {
    expect(STATES).toContain(state);
    expect(evidence.filter((each) => !isThere(each))).toEqual([]);
    expect(evidence.length > 0 || note !== '').toBe(true);
    if (['met', 'partly', 'operator'].includes(state)) expect(evidence).not.toEqual([]);
    if (['partly', 'open', 'notApplicable'].includes(state)) expect(note).not.toBe('');
  });
});
