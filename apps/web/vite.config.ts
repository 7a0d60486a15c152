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

export default defineConfig({
  root,
  plugins: [precompressed],
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
      treeshake: { moduleSideEffects: (id) => !IDLE.test(id) },
      onLog: (level, log, handle) => (log.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : handle(level, log)),
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000', '/health': 'http://127.0.0.1:3000' } },
});
