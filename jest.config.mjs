/**
 * Four projects, one per size of test. Native ESM: start jest with `node --experimental-vm-modules`
 * (`npm test` does). Relative imports end in `.js`; here they are mapped back to the `.ts` beside them.
 */
process.env.TZ ||= 'UTC';

const swc = {
  sourceMaps: 'inline',
  jsc: {
    target: 'es2022',
    keepClassNames: true,
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
    experimental: { keepImportAttributes: true },
  },
};

const everyProject = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': ['@swc/jest', swc] },
  // `.js` first: packages ship their own `.js`; our sources have only `.ts`.
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': ['$1.js', '$1.ts'] },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/\\.data/'],
  setupFiles: ['<rootDir>/test/support/draw-cases.ts'],
  testTimeout: 60_000,
};

// Jest runs a hook once however many projects name it; without tests from these projects it does not run.
const withDatabase = {
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
};

export default {
  testTimeout: 60_000,
  maxWorkers: 2,
  projects: [
    {
      ...everyProject,
      displayName: 'core',
      testMatch: ['<rootDir>/src/**/*.spec.ts'],
      testPathIgnorePatterns: ['/node_modules/', '\\.db\\.spec\\.ts$'],
    },
    { ...everyProject, ...withDatabase, displayName: 'db', testMatch: ['<rootDir>/src/**/*.db.spec.ts'] },
    {
      ...everyProject,
      ...withDatabase,
      displayName: 'story',
      testMatch: ['<rootDir>/test/story/*.story.spec.ts'],
    },
    { ...everyProject, ...withDatabase, displayName: 'law', testMatch: ['<rootDir>/test/law/*.law.spec.ts'] },
  ],
};
