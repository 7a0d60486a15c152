/**
 * Who may import whom: the table of the house as rules. Each comment says what to do instead.
 * Paths are relative to the working directory, so the same rules hold in the miniature tree of
 * test/architecture/violations, where every rule is seen red (test/architecture/architecture.spec.ts).
 */

/** What is compiled and run: specs may also reach for the test library and the test runner. */
const production = (path) => ({ path, pathNot: '[.]spec[.]tsx?$' });
const npm = (...names) => `node_modules/(@types/)?(${names.join('|')})/`;
const own = '^(libs|apps|tools|test|migrations)/';
const free = '^(tools|test|libs/testing)/';

export default {
  forbidden: [
    {
      name: 'domain-stands-alone',
      comment:
        'libs/domain is the law as pure functions, shared with the web. Take what the rule needs as an argument; the caller in libs/core fetches it.',
      severity: 'error',
      from: production('^libs/domain/'),
      to: { path: own, pathNot: '^libs/domain/' },
    },
    {
      name: 'domain-has-no-packages',
      comment:
        'libs/domain has no npm package and no node module. Write the few lines, or take the value as an argument.',
      severity: 'error',
      from: production('^libs/domain/'),
      to: {
        dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-peer', 'npm-optional', 'npm-no-pkg', 'npm-unknown'],
      },
    },
    {
      name: 'platform-knows-no-grants',
      comment:
        'libs/platform imports only #domain/shared/*, #text and itself. Let the feature in libs/core pass in what is specific to grants.',
      severity: 'error',
      from: production('^libs/platform/'),
      to: { path: own, pathNot: '^libs/(platform/|domain/src/shared/|text/)' },
    },
    {
      name: 'core-imports-the-layers-below',
      comment:
        'libs/core imports #domain, #platform, #text and other features. HTTP and queue concerns belong to the edges in apps/.',
      severity: 'error',
      from: production('^libs/core/'),
      to: { path: own, pathNot: '^libs/(core|domain|platform|text)/' },
    },
    {
      name: 'core-feature-through-index',
      comment:
        'Import another feature as #core/<feature>. What is missing there, export from its index.ts - or ask whether it should leave the feature at all.',
      severity: 'error',
      from: { path: '^libs/core/src/([^/]+)/' },
      to: {
        path: '^libs/core/src/[^/]+/',
        pathNot: ['^libs/core/src/$1/', '^libs/core/src/[^/]+/index[.]ts$'],
      },
    },
    {
      name: 'no-feature-cycle',
      comment:
        'Two features of libs/core that need each other are one feature, or share something that belongs in libs/domain. Move it, or let the later one react to an outbox topic.',
      severity: 'error',
      scope: 'folder',
      from: { path: '^libs/core/src/[^/]+$' },
      to: { path: '^libs/core/src/[^/]+$', circular: true },
    },
    {
      name: 'no-cycle',
      comment: 'Move what both files need to a third file, below both.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'api-and-worker-are-edges',
      comment:
        'apps/api and apps/worker import #core, #platform and #text, never each other. What both need is a service in libs/core.',
      severity: 'error',
      from: { path: '^apps/(api|worker)/', pathNot: '[.]spec[.]ts$' },
      to: { path: own, pathNot: ['^apps/$1/', '^libs/(core|platform|text|domain)/'] },
    },
    {
      name: 'edges-take-types-of-the-domain',
      comment:
        'An edge decides nothing: use `import type` from #domain, and call the rule from a service in libs/core.',
      severity: 'error',
      from: production('^apps/(api|worker)/'),
      to: { path: '^libs/domain/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'edges-take-features-through-index',
      comment: 'Import the feature as #core/<feature>; export what is missing from its index.ts.',
      severity: 'error',
      from: { path: '^apps/' },
      to: { path: '^libs/core/', pathNot: '^libs/core/src/[^/]+/index[.]ts$' },
    },
    {
      name: 'web-speaks-http',
      comment:
        'apps/web imports libs/domain, libs/api-client and libs/text. Everything else it gets over HTTP through the generated client.',
      severity: 'error',
      from: production('^apps/web/'),
      to: { path: own, pathNot: '^(apps/web|libs/(domain|api-client|text))/' },
    },
    {
      name: 'text-and-client-are-plain',
      comment:
        'libs/text and libs/api-client go to the browser: they import libs/domain and themselves only.',
      severity: 'error',
      from: { path: '^libs/(text|api-client)/', pathNot: '[.]spec[.]ts$' },
      to: { path: own, pathNot: '^libs/($1|domain)/' },
    },
    {
      name: 'production-never-imports-tests',
      comment:
        'libs/testing, test/ and tools/ may import the product, not the other way round. Move what the product needs into libs/.',
      severity: 'error',
      from: { path: '^(apps|libs|migrations)/', pathNot: ['[.]spec[.]tsx?$', '^libs/testing/'] },
      to: { path: free },
    },
    {
      name: 'libraries-by-their-name',
      comment:
        'Cross a library by its name in package.json (#domain/…, #core/…, #platform/…, #text, #testing), not by a relative path.',
      severity: 'error',
      from: { path: '^((libs|apps)/[^/]+|migrations)/' },
      to: { path: '^libs/', pathNot: '^$1/', dependencyTypesNot: ['aliased-subpath-import'] },
    },
    {
      name: 'nothing-imports-dist',
      comment: 'dist/ is what the build writes. Import the source by its name (#core/…).',
      severity: 'error',
      from: {},
      to: { path: '(^|/)dist/', pathNot: 'node_modules/' },
    },
    {
      name: 'everything-resolves',
      comment:
        'The import leads nowhere, so no other rule can see it. Correct the path, or install the package.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '(^|/)dist/' },
    },
    {
      name: 'bullmq-only-in-queue',
      comment:
        'Only libs/platform/src/queue knows which queue it is. Publish with outbox.publish, process with what #platform/queue exports.',
      severity: 'error',
      from: { pathNot: `^libs/platform/src/queue/|${free}` },
      to: { path: npm('bullmq', 'ioredis') },
    },
    {
      name: 'typeorm-only-at-the-tables',
      comment:
        'SQL lives in *.repository.ts and *.queries.ts, tables in *.entity.ts, their registration in *.module.ts. Call a method of the repository.',
      severity: 'error',
      from: {
        pathNot: [
          '^libs/platform/src/database/|^migrations/',
          '[.](repository|queries|entity|module)[.]ts$',
          free,
        ],
      },
      to: { path: npm('typeorm', '@nestjs/typeorm') },
    },
    {
      name: 'pg-only-in-database',
      comment:
        'Only libs/platform/src/database and libs/platform/src/embedded hold connections. Use the ambient transaction, or what #platform/database exports.',
      severity: 'error',
      from: { pathNot: `^libs/platform/src/(database|embedded)/|${free}` },
      to: { path: npm('pg') },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '(^|/)dist/'] },
    // Types count: a type-only cycle, or a repository's type in a controller, is still knowledge.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      // `source` leads the names of package.json to the sources, as in tsconfig.json.
      conditionNames: ['source', 'import', 'require', 'node', 'default'],
    },
  },
};
