import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import hooks from 'eslint-plugin-react-hooks';
import ts from 'typescript-eslint';
import { medel } from './test/architecture/rules/index.mjs';

/**
 * Paths are relative to the working directory, so the same rules hold in the miniature tree of
 * test/architecture/violations, where every rule is seen red (test/architecture/architecture.spec.ts).
 */
const specs = '**/*.spec.{ts,tsx}';
const product = ['apps/**/*.{ts,tsx}', 'libs/**/*.{ts,tsx}', 'migrations/**/*.ts'];
const aside = [specs, 'libs/testing/**'];
const edgesAndCore = ['libs/core/**/*.ts', 'apps/{api,worker}/**/*.ts'];

/** A rule of this house: the files it holds for, and those among them that it does not. */
const house = (rule, files, ignores = aside, ...options) => ({
  name: `medel/${rule}`,
  files,
  ignores,
  plugins: { medel },
  rules: { [`medel/${rule}`]: ['error', ...options] },
});

export default defineConfig(
  globalIgnores(['dist/', 'out/', 'coverage/', 'data/', 'libs/api-client/', 'test/architecture/violations/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    name: 'scripts',
    files: ['**/*.{js,mjs}'],
    // What this Node itself has; TypeScript knows without being told.
    languageOptions: {
      globals: Object.fromEntries(Object.getOwnPropertyNames(globalThis).map((name) => [name, 'readonly'])),
    },
  },
  { files: ['**/*.{ts,tsx}'], extends: [ts.configs.strict] },
  {
    name: 'medel/typescript',
    files: ['**/*.{ts,tsx}'],
    // Nest reads types when it runs: what is imported for a decorator is no mere type. What has to know the types is asked by
    // oxlint (.oxlintrc.json), which is ten times faster at it.
    languageOptions: { parserOptions: { emitDecoratorMetadata: true, experimentalDecorators: true } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
    },
  },
  {
    name: 'eased',
    files: ['**/*.{ts,tsx}'],
    rules: {
      // A Nest module is a class that holds its decorator.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      // With noUncheckedIndexedAccess a `!` is the honest mark of an element that must be there.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  {
    name: 'react',
    files: ['apps/web/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': hooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  { name: 'medel/size', files: ['**/*.{ts,tsx,mjs}'], rules: { 'max-lines': ['error', { max: 350 }] } },
  { name: 'medel/size-of-specs', files: [specs], rules: { 'max-lines': ['error', { max: 600 }] } },

  // Tables and transactions
  house('orm-only-in-repositories', product, [
    ...aside,
    'libs/platform/src/database/**',
    '**/*.{repository,queries}.ts',
    'migrations/**',
  ]),
  house('orm-only-in-repositories', ['migrations/**/*.ts'], aside, ['QueryRunner']),
  house('orm-only-in-repositories', ['tools/**/*.ts', 'libs/testing/**/*.ts'], [specs], ['DataSource']),
  house('no-orm-save', product),
  house('status-has-one-writer', edgesAndCore),
  house('queue-add-only-in-relay', product, [...aside, 'libs/platform/src/outbox/**']),
  house('no-parallel-in-transaction', product),
  house('transactional-takes-actor', product),

  // The same answer every time
  house('env-only-in-config', product, [...aside, 'libs/platform/src/config/**']),
  house('clock-only-in-clock', product, [...aside, 'libs/platform/src/clock/**']),
  house('nfc-only-in-nfc', product, [...aside, 'libs/domain/src/shared/nfc.ts']),
  house('no-random', ['libs/{domain,core}/**/*.ts'], []),
  house('domain-imports-nothing', ['libs/domain/**/*.ts']),

  // Edges
  house('http-errors-only-in-api', ['libs/**/*.ts', 'apps/worker/**/*.ts']),
  house('controller-method-is-one-line', ['**/*.controller.ts']),

  // Style
  house('no-console', ['apps/**', 'libs/**', 'migrations/**', 'test/**'], []),
  // Jest asks for a default export of what it loads.
  house(
    'no-default-export',
    ['**/*.{ts,tsx,mjs}'],
    ['**/*.config.*', '**/.*.mjs', 'libs/testing/jest/*.mjs'],
  ),
);
