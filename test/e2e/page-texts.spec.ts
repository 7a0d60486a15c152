import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { areas, type Area } from '../../libs/text/src/areas.js';
import { first } from '../../libs/text/src/sv/web/first.js';
import { PAGES } from '../../apps/web/src/frame/pages.js';

const src = join(import.meta.dirname, '../../apps/web/src');
/** Each text, with the area that it is fetched with. */
const places = new Map<string, { area: Area; template: string }>();
/** The codes of a group: of `measure` also `measure.gini`. */
const groups = new Map<string, string[]>();
/** Codes that are told in more than one place. */
const twice: string[] = [];

/** `./x.js` of an import, as the file that it is written in. */
function sourceOf(from: string, name: string): string | undefined {
  const bare = resolve(dirname(from), name.replace(/\.js$/, ''));
  return [`${bare}.ts`, `${bare}.tsx`].find(existsSync);
}

/** A file with all that it imports, now or later, but the list of pages and the speaker itself. */
function filesOf(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file) || /\/(pages\.ts|frame\/language\.tsx)$/.test(file)) return found;
  found.add(file);
  for (const [, name] of readFileSync(file, 'utf8').matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)) {
    const source = sourceOf(file, name!);
    if (source) filesOf(source, found);
  }
  return found;
}

/** The codes that a file speaks of: `whole` ones, and what others begin with. */
function codesIn(source: string): { whole: string[]; beginnings: string[] } {
  const written = [...source.matchAll(/(['`])([a-zA-Z][\w-]*\.[^'`\n]*)\1/g)].map((match) => match[2]!);
  const groups = [...source.matchAll(/named\(\s*['`]([^'`$]+)(['$])/g)].map(([, group, end]) =>
    end === "'" ? `${group}.` : group!,
  );
  // What an act is about is told where there is something to tell.
  const acts = [...source.matchAll(/<Actions\b[^>]*?subject="(\w+)"/g)].map(
    ([, subject]) => `web.act.${subject}.`,
  );
  const rules = /\{[^{}]*\b(finding|rule)\b[^{}]*\} = useText\(\)/.test(source) ? ['finding.', 'rule.'] : [];
  return {
    whole: written.filter((code) => !code.includes('$')),
    beginnings: [
      ...written
        .filter((code) => /^[^$]+\./.test(code) && code.includes('$'))
        .map((code) => code.split('$')[0]!),
      ...groups,
      ...acts,
      ...rules,
    ].filter((beginning) => beginning !== 'web.act.'),
  };
}

function areasOf(file: string): Area[] {
  const spoken = new Set<string>();
  for (const each of filesOf(file)) {
    const { whole, beginnings } = codesIn(readFileSync(each, 'utf8'));
    for (const code of whole) if (places.has(code)) spoken.add(code);
    for (const beginning of new Set(beginnings))
      for (const code of places.keys()) if (code.startsWith(beginning)) spoken.add(code);
  }
  for (const code of spoken) for (const next of namedBy(places.get(code)!.template)) spoken.add(next);
  return [...new Set([...spoken].map((code) => places.get(code)!.area))].sort();
}

/** The texts that a text has a place for: `{measure:measure}` is told by the text of that measure. */
const namedBy = (template: string): string[] =>
  [...template.matchAll(/\{[^{}:]+:([\w.]+)[^{}]*\}/g)].flatMap(([, group]) => groups.get(group!) ?? []);

/** The file behind `() => import('./x.page.js')`, which is only found as it is written. */
function fileOfPage(path: string): string {
  for (const file of new Set(filesOfPages()))
    for (const [, address, name] of readFileSync(file, 'utf8').matchAll(
      /path: '([^']+)'[^}]*?import\('(\.[^']+)'\)/gs,
    ))
      if (address === path) return sourceOf(file, name!)!;
  throw new Error(`No file is known of ${path}`);
}

const filesOfPages = () =>
  [...readFileSync(join(src, 'frame/pages.ts'), 'utf8').matchAll(/from '(\.[^']+pages)\.js'/g)].map(
    ([, name]) => sourceOf(join(src, 'frame/pages.ts'), name!)!,
  );

describe('the texts that are fetched with a page', () => {
  beforeAll(async () => {
    for (const [area, load] of Object.entries(areas.sv) as [Area, () => Promise<object>[]][])
      for (const module of await Promise.all(load()))
        for (const dictionary of Object.values(module))
          for (const [code, template] of Object.entries(dictionary as Record<string, string>)) {
            if (Object.hasOwn(first, code) || places.has(code)) twice.push(code);
            else places.set(code, { area, template });
          }
    for (const code of places.keys())
      for (const group of [code, code.slice(0, code.lastIndexOf('.'))])
        groups.set(group, [...(groups.get(group) ?? []), code]);
  });

  it.each(PAGES.map((page) => [page.path, page] as const))('of %s are those that it speaks', (path, page) => {
    expect({ [path]: [...page.texts].sort() }).toEqual({ [path]: areasOf(fileOfPage(path)) });
  });

  it('has the title of each among those that are there first', () => {
    expect(PAGES.filter(({ title }) => !Object.hasOwn(first, title))).toEqual([]);
  });

  it('are there first of all that is around the pages, but of the guide and the dialog that asks for a proof', () => {
    expect(areasOf(join(src, 'frame/shell.tsx'))).toEqual(['guide', 'secondFactor']);
    expect(Object.values<string>(first).flatMap(namedBy)).toEqual([]);
  });

  it('tells each text once', () => {
    expect(twice).toEqual([]);
  });

  it('finds the file of a page', () => {
    expect(relative(src, fileOfPage('/arbete'))).toBe('cases/worklist.page.tsx');
  });
});
