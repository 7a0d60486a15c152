/** What all projects share: sources as ESM through swc, and the names that package.json gives the libraries. */
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

/** With a database: a PostgreSQL is started when there is such a spec among those to run, and each makes a copy in it. */
const withDatabase = {
  globalSetup: '<rootDir>/libs/testing/jest/setup.mjs',
  globalTeardown: '<rootDir>/libs/testing/jest/teardown.mjs',
};

/** Node loads these, as they are built, once for many specs. */
const built = { testRunner: '<rootDir>/libs/testing/jest/runner.mjs' };

/** Each spec is of one project, by its folder. `npm test` runs those in `EVERYDAY`, `npm run test:all` runs all of them. */
export const EVERYDAY = ['unit', 'api'];

export default {
  // One more than processors: suites wait for processes, disks and browsers.
  maxWorkers: 3,
  testSequencer: '<rootDir>/libs/testing/jest/sequencer.mjs',
  // What a spec has left behind is given back when its worker begins again.
  workerIdleMemoryLimit: '1500MB',
  // Jest reads this at the top only, never in a project.
  testTimeout: 120_000,
  projects: [
    {
      ...shared,
      displayName: 'unit',
      roots: ['<rootDir>/apps/web', '<rootDir>/libs', '<rootDir>/test/architecture'],
      testMatch: ['**/*.spec.ts'],
    },
    {
      ...shared,
      ...withDatabase,
      ...built,
      displayName: 'api',
      roots: ['<rootDir>/test/api', '<rootDir>/test/golden'],
      testMatch: ['**/*.spec.ts'],
    },
    {
      ...shared,
      ...withDatabase,
      ...built,
      displayName: 'long',
      roots: ['<rootDir>/test/whole', '<rootDir>/test/torture'],
      testMatch: ['**/*.spec.ts'],
    },
    {
      ...shared,
      ...withDatabase,
      displayName: 'pages',
      roots: ['<rootDir>/test/e2e'],
      testMatch: ['**/*.spec.ts'],
    },
  ],
};
