/**
 * typescript-eslint's strict sets with type information, and the laws of this house that a linter can
 * see: core is pure, output goes through the log, no file grows into a blob, no test is left out.
 */
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const SPECS = ['**/*.spec.{ts,tsx}', 'test/**/*.ts'];

const pureCore = [
  { selector: 'AwaitExpression', message: 'core does not wait: an action awaits, core decides' },
  { selector: ':function[async=true]', message: 'core is synchronous: effects belong to actions' },
  { selector: 'ForOfStatement[await=true]', message: 'core does not wait: an action awaits, core decides' },
  {
    selector: 'MemberExpression[object.name="Date"][property.name="now"]',
    message: 'time is an argument: take `now`',
  },
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
    message: 'time is an argument: take `now`',
  },
  { selector: 'CallExpression[callee.name="Date"]', message: 'time is an argument: take `now`' },
  {
    selector: 'MemberExpression[object.name="Math"][property.name="random"]',
    message: 'chance is an argument: take the draw or the random bytes',
  },
];

const wholeSuites = [
  {
    selector:
      'MemberExpression[object.name=/^(it|test|describe)$/][property.name=/^(only|skip|todo|failing)$/]',
    message: 'every test runs; what a machine lacks goes through describeWhere',
  },
  {
    selector: 'CallExpression[callee.name=/^(fit|fdescribe|xit|xtest|xdescribe)$/]',
    message: 'every test runs',
  },
  {
    selector: 'MemberExpression[object.name="jest"][property.name=/^(mock|unstable_mockModule|doMock)$/]',
    message: 'no module is mocked: use the real thing or a local server',
  },
];

/** What a page may not do: its policy lets no inline style or script through, and a text is never read as HTML. */
const plainScreens = [
  {
    selector: 'JSXAttribute[name.name="style"]',
    message: 'the content security policy is for classes: a class, or an attribute of SVG',
  },
  { selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]', message: 'texts are texts, never HTML' },
  {
    selector: 'AssignmentExpression[left.property.name=/^(innerHTML|outerHTML)$/]',
    message: 'texts are texts, never HTML',
  },
];

export default defineConfig(
  { ignores: ['dist/', 'node_modules/', '.data/', 'coverage/', 'data/', 'docs/', 'web/src/api/schema.d.ts'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx,mjs}'],
    extends: [tseslint.configs.base],
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-var': 'error',
      'prefer-const': 'error',
      'object-shorthand': 'error',
      'no-param-reassign': 'error',
      'no-implicit-coercion': 'error',
      'no-unreachable-loop': 'error',
      'no-constant-condition': ['error', { checkLoops: 'allExceptWhileTrue' }],
      'no-unsafe-finally': 'error',
      'no-self-compare': 'error',
      'no-template-curly-in-string': 'error',
    },
  },
  {
    // No compiler reads these.
    files: ['**/*.mjs'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          ...[
            'process',
            'console',
            'Buffer',
            'URL',
            'URLSearchParams',
            'performance',
            'fetch',
            'structuredClone',
          ],
          ...['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'setImmediate', 'queueMicrotask'],
          ...['AbortController', 'AbortSignal', 'TextEncoder', 'TextDecoder', 'globalThis'],
        ].map((name) => [name, 'readonly']),
      ),
    },
    rules: { 'no-undef': 'error', '@typescript-eslint/no-unused-vars': 'error' },
  },
  {
    files: ['{src,test,bench}/**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
  },
  {
    // Three programs: what a page has, what a service worker has, and what their specs have besides.
    files: ['web/**/*.{ts,tsx}'],
    languageOptions: {
      parserOptions: {
        project: ['web/tsconfig.json', 'web/tsconfig.worker.json', 'web/tsconfig.spec.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
  },
  {
    files: ['{src,test,bench,web}/**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    rules: {
      // Nest's modules are empty decorated classes.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // A union of shapes reads better as a row of types, a single shape as an interface: both are fine.
      '@typescript-eslint/consistent-type-definitions': 'off',
      // Nest's views are classes for their decorators' sake; object literals are what fills them.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // Consumers and hooks promise by contract, whether or not today's body waits.
      '@typescript-eslint/require-await': 'off',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/cli/**', 'src/platform/logging/**', 'src/platform/logging.ts'],
    rules: { 'no-console': 'error' },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/platform/file/write-sheet.ts', '**/*.spec.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^(write-excel-file|exceljs|xlsx|csv-stringify|fast-csv)(/|$)',
              message: 'a spreadsheet leaves by platform/file/write-sheet.js, which makes its texts plain',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['src/core/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...pureCore],
      'no-restricted-globals': [
        'error',
        ...[
          'process',
          'performance',
          'crypto',
          'fetch',
          'setTimeout',
          'setInterval',
          'setImmediate',
          'queueMicrotask',
        ],
      ],
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: 'node:crypto',
              allowImportNames: ['createHash'],
              message: 'of node, core may use createHash only',
            },
          ],
          patterns: [{ regex: '^(node:(?!crypto$)|crypto$)', message: 'core does no I/O' }],
        },
      ],
    },
  },
  {
    // What a browser has too: no node.
    files: ['src/seal/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: { 'no-restricted-globals': ['error', 'process', 'Buffer', 'global', 'require', 'setImmediate'] },
  },
  {
    // What a browser has too, and nothing that its policy would stop.
    files: ['web/src/**/*.{ts,tsx}'],
    ignores: ['**/*.spec.{ts,tsx}'],
    rules: {
      'no-console': 'error',
      'no-restricted-globals': ['error', 'process', 'Buffer', 'global', 'require', 'setImmediate'],
      'no-restricted-syntax': ['error', ...plainScreens],
    },
  },
  {
    files: SPECS,
    rules: {
      'no-restricted-syntax': ['error', ...wholeSuites],
      'max-lines': 'off',
      // Answers of HTTP and of raw SQL are judged by the expectations themselves.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  // A migration is one change, and is never split once it has run.
  { files: ['src/migrations/**/*.ts'], rules: { 'max-lines': 'off' } },
);
