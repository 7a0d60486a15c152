import { existsSync } from 'node:fs';

/** What both projects share: sources as ESM through swc, and the names that package.json gives the libraries. */
const shared = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  // `js` before `ts`: the mapper below also meets packages that ship their sources beside the built files.
  moduleFileExtensions: ['js', 'ts', 'mjs', 'cjs', 'json', 'node'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '\\.ts$': '@swc/jest',
    // Required from CommonJS, which node can do and jest on Node 20 cannot.
    'content-disposition/.*\\.js$': ['@swc/jest', { module: { type: 'commonjs' } }],
  },
  transformIgnorePatterns: ['/node_modules/(?!content-disposition/)'],
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    '^#domain/(.*)$': '<rootDir>/libs/domain/src/$1.ts',
    '^#core/(.*)$': '<rootDir>/libs/core/src/$1/index.ts',
    '^#platform/(.*)$': '<rootDir>/libs/platform/src/$1/index.ts',
    '^#text/web$': '<rootDir>/libs/text/src/web.ts',
    '^#text$': '<rootDir>/libs/text/src/index.ts',
    '^#testing$': '<rootDir>/libs/testing/src/index.ts',
  },
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '<rootDir>/test/architecture/violations/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/test/architecture/violations/'],
};

const setup = `${import.meta.dirname}/libs/testing/src/global-setup.ts`;
const teardown = `${import.meta.dirname}/libs/testing/src/global-teardown.ts`;

export default {
  maxWorkers: 2,
  // Modules of a spec are never given back: a worker that has run many spends its time on a heap of gigabytes.
  workerIdleMemoryLimit: '1GB',
  // Jest reads this at the top only, never in a project.
  testTimeout: 120_000,
  projects: [
    {
      ...shared,
      displayName: 'unit',
      roots: ['<rootDir>/apps/web', '<rootDir>/libs', '<rootDir>/test'],
      testMatch: ['<rootDir>/{apps/web,libs}/**/*.spec.ts', '<rootDir>/test/architecture/**/*.spec.ts'],
    },
    {
      ...shared,
      displayName: 'pages',
      roots: ['<rootDir>/test/e2e'],
      testMatch: ['<rootDir>/test/e2e/**/*.spec.ts'],
      ...(existsSync(setup) && { globalSetup: setup, globalTeardown: teardown }),
    },
    {
      // The database is started only when a spec of this project is among those to run.
      ...shared,
      displayName: 'integration',
      roots: ['<rootDir>/apps', '<rootDir>/test'],
      testMatch: ['<rootDir>/apps/**/*.spec.ts', '<rootDir>/test/**/*.spec.ts'],
      testPathIgnorePatterns: [
        ...shared.testPathIgnorePatterns,
        '<rootDir>/test/architecture/',
        '<rootDir>/test/e2e/',
        '<rootDir>/apps/web/',
      ],
      ...(existsSync(setup) && { globalSetup: setup, globalTeardown: teardown }),
    },
  ],
};
