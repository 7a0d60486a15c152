import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { gzipSync } from 'node:zlib';
import { areas, type Area } from '../../libs/text/src/areas.js';
import { PAGES } from '../../apps/web/src/frame/pages.js';

const web = join(import.meta.dirname, '../../dist/web');

/** The files that the page itself names. */
const readNamed = () =>
  [
    ...readFileSync(join(web, 'index.html'), 'utf8').matchAll(
      /(?:<script type="module"|modulepreload")[^>]* (?:src|href)="\/([^"]+)"/g,
    ),
  ].map(([, file]) => file!);

interface Chunk {
  file: string;
  imports?: string[];
}

/** `npm run build` makes it. */
const readManifest = () =>
  JSON.parse(readFileSync(join(web, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>;

/** The modules of an area's texts, as the manifest calls them. */
const textsOf = (area: Area) =>
  [...areas.sv[area].toString().matchAll(/'\.\/(sv\/[\w/-]+)\.js'/g)].map(
    ([, name]) => `../../libs/text/src/${name}.ts`,
  );

/** Bytes of script, gzipped: all that is fetched before whoever opens the page for the first time can do something. */
function firstLoadOf(module: string): number {
  const manifest = readManifest();
  const page = PAGES.find(({ path }) => path === '/arbete')!;
  const waiting = [
    ...Object.keys(manifest).filter((name) => readNamed().includes(manifest[name]!.file)),
    module,
    '../../libs/text/src/sv/web/first.ts',
    // The guide of a first visit too.
    'src/frame/guide-card.tsx',
    ...[...page.texts, 'guide' as const].flatMap(textsOf),
  ];
  const files = new Set<string>();
  for (let name = waiting.pop(); name; name = waiting.pop()) {
    const chunk = manifest[name];
    if (!chunk) throw new Error(`${name} is not in the build: ${Object.keys(manifest).length} chunks`);
    if (files.has(chunk.file)) continue;
    files.add(chunk.file);
    waiting.push(...(chunk.imports ?? []));
  }
  return [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(web, file))).length, 0);
}

it('asks nothing of all that is around an element: each change of a page would style the whole of it anew', () => {
  const sheets = readdirSync(join(web, 'assets')).filter((name) => name.endsWith('.css'));
  const rules = sheets.map((name) => readFileSync(join(web, 'assets', name), 'utf8'));
  expect(rules.filter((each) => each.includes('.ds-table'))).not.toEqual([]);
  // `:not(:has(thead)) tbody` is asked of every table, and of everything that a table stands in.
  expect(
    rules.flatMap((each) => each.match(/(?<=[\s,(>+~{}]):(?:not|is|where)\(:has\([^)]*\)\) [^,{]*/g) ?? []),
  ).toEqual([]);
});

it('opens the worklist with at most 200 kB of script', () => {
  expect(firstLoadOf('src/cases/worklist.page.tsx')).toBeLessThanOrEqual(200_000);
});
