/**
 * Six projects: one per size of test, and two of the web app (its pure parts; in a real browser). Native ESM: start jest with `node --experimental-vm-modules`
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

/** Screens render to text in specs, as they do on the server. */
const swcScreens = {
  sourceMaps: 'inline',
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', tsx: true },
    transform: { react: { runtime: 'automatic', importSource: 'preact' } },
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
  // Only what hangs takes so long, on a machine ten times slower than usual.
  testTimeout: 400_000,
};

/** Who loads screens, or the words they are written with. */
const withScreens = {
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '\\.ts$': ['@swc/jest', swc], '\\.tsx$': ['@swc/jest', swcScreens] },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': ['$1.js', '$1.ts', '$1.tsx'] },
};

// Jest runs a hook once however many projects name it; without tests from these projects it does not run.
const withDatabase = {
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
};

export default {
  testTimeout: 400_000,
  maxWorkers: 2,
  // Native ESM keeps what each spec file loaded (jest issue 14605): without an end to it the last files of a
  // whole run spend their time collecting garbage, and a worker ends at node's limit of its heap.
  workerIdleMemoryLimit: '1GB',
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
    {
      ...everyProject,
      ...withScreens,
      displayName: 'web',
      testMatch: ['<rootDir>/web/src/**/*.spec.{ts,tsx}', '<rootDir>/test/support/*.spec.ts'],
    },
    {
      ...everyProject,
      ...withDatabase,
      ...withScreens,
      displayName: 'browser',
      testMatch: ['<rootDir>/test/browser/*.browser.spec.ts'],
    },
    { ...everyProject, ...withDatabase, displayName: 'law', testMatch: ['<rootDir>/test/law/*.law.spec.ts'] },
  ],
};
