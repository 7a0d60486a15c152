import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

const root = import.meta.dirname;
/** Quality 11 takes ten times as long for one byte in thirty. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
/** What of the design system does nothing unless it is used, though it does not say so: its components, and elements of those we have none of. */
const IDLE =
  /@digdir\/designsystemet-react|@u-elements\/u-(combobox|datalist)|designsystemet-web\/dist\/esm\/(suggestion|breadcrumbs|pagination)/;
const WORTH_COMPRESSING = /\.(js|css|svg|html|geojson)$/;

/**
 * Few files: each is a request, and a page waits for all of its own. What is fetched first is one, what most pages are made of is
 * another; what forms need, and the rest, where it is needed.
 */
const FILES = [
  { name: 'first', tags: ['$initial' as const], priority: 3 },
  {
    name: 'parts',
    test: /(apps\/web\/src\/parts|node_modules)\/(?!form|react-hook-form)/,
    minShareCount: 8,
    priority: 2,
  },
  { name: 'forms', test: /(apps\/web\/src\/parts|node_modules)\/(form|react-hook-form)/, priority: 1 },
];

/** Each text file also as Brotli and gzip, so that the server compresses nothing while people wait. */
const precompressed: Plugin = {
  name: 'precompressed',
  apply: 'build',
  writeBundle({ dir }, bundle) {
    for (const fileName of Object.keys(bundle).filter((name) => WORTH_COMPRESSING.test(name))) {
      const path = join(dir!, fileName);
      const content = readFileSync(path);
      writeFileSync(`${path}.br`, brotliCompressSync(content, BROTLI));
      writeFileSync(`${path}.gz`, gzipSync(content));
    }
  },
};

/**
 * The design system asks of whatever is around a table whether a head or a foot is in it; every change of the page then styles
 * all of it anew. Here the same is asked of what stands beside, which costs nothing.
 */
const BESIDE: readonly (readonly [string, string])[] = [
  [':not(:has(thead)) tbody:first-of-type', 'tbody:first-of-type:not(thead ~ tbody)'],
  [':not(:has(tfoot)) tbody:last-of-type', 'tbody:last-child'],
];
const tablesByThemselves = {
  postcssPlugin: 'tables-by-themselves',
  Rule(rule: { selector: string }) {
    for (const [around, beside] of BESIDE)
      if (rule.selector.includes(around)) rule.selector = rule.selector.replaceAll(around, beside);
  },
};

export default defineConfig({
  root,
  plugins: [precompressed],
  css: { postcss: { plugins: [tablesByThemselves] } },
  // `source` leads the names of package.json (#domain/…, #text/web) to the sources.
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  build: {
    outDir: `${root}/../../dist/web`,
    emptyOutDir: true,
    target: 'es2023',
    manifest: true,
    // The content security policy takes fonts and pictures from our own files only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: { codeSplitting: { groups: FILES } },
      treeshake: { moduleSideEffects: (id) => !IDLE.test(id) },
      onLog: (level, log, handle) => (log.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : handle(level, log)),
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000', '/health': 'http://127.0.0.1:3000' } },
});
