/**
 * The import law, computed from the order of the stages in `src/flow.json`: imports look only upstream.
 * Paths are relative to the directory it is run in, so that the law's own test can run it on a planted tree.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const { stages } = JSON.parse(readFileSync(here('src/flow.json'), 'utf8'));
const anyOf = (names) => `(${names.join('|')})`;
const SPEC = '\\.spec\\.tsx?$';
const WIRING = '^src/(app\\.module|entities|main|worker)\\.ts$';

const upstreamOnly = stages.slice(0, -1).map((stage, place) => ({
  name: `upstream-only/${stage}`,
  comment: `${stage} may import only itself and the stages before it in src/flow.json`,
  severity: 'error',
  from: { path: `^src/(core|modules)/${stage}/` },
  to: { path: `^src/(core|modules)/${anyOf(stages.slice(place + 1))}/` },
}));

export default {
  forbidden: [
    ...upstreamOnly,
    {
      name: 'front-door-between-modules',
      comment: 'one module sees of another only its index.ts',
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/' },
      to: { path: '^src/modules/', pathNot: ['^src/modules/$1/', '^src/modules/[^/]+/index\\.ts$'] },
    },
    {
      name: 'front-door-from-outside',
      comment: 'the wiring, the command line and the season see of a module only its index.ts',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/modules/' },
      to: { path: '^src/modules/', pathNot: '^src/modules/[^/]+/index\\.ts$' },
    },
    {
      name: 'core-is-pure',
      comment: 'core imports only core, and node:crypto for its hash',
      severity: 'error',
      from: { path: '^src/core/', pathNot: SPEC },
      to: { pathNot: ['^src/core/', '^(node:)?crypto$'] },
    },
    {
      name: 'core-specs-stay-in-core',
      severity: 'error',
      from: { path: `^src/core/.+${SPEC}` },
      to: { path: '^src/', pathNot: '^src/(core/|flow\\.json$)' },
    },
    {
      name: 'kernel-stands-alone',
      comment: 'the kernel knows no stage',
      severity: 'error',
      from: { path: '^src/core/kernel/' },
      to: { path: '^src/', pathNot: '^src/core/kernel/' },
    },
    {
      name: 'platform-knows-no-stage',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: ['^src/(modules|cli|season|seed)/', '^src/core/(?!kernel/)', WIRING] },
    },
    {
      name: 'seal-stands-alone',
      comment: 'sealing runs unchanged in a browser: it imports itself and two libraries that do too',
      severity: 'error',
      from: { path: '^src/seal/', pathNot: SPEC },
      to: { pathNot: ['^src/seal/', '(^|/)node_modules/(canonicalize|shamir-secret-sharing)/'] },
    },
    {
      name: 'front-door-of-seal',
      severity: 'error',
      from: { path: '^(src|test|bench|web)/', pathNot: '^src/seal/' },
      to: { path: '^src/seal/', pathNot: '^src/seal/index\\.ts$' },
    },
    {
      name: 'midtrans-behind-its-adapter',
      comment: 'only the adapter talks with Midtrans: it gives the client the limits that it lacks',
      severity: 'error',
      from: { path: '^(src|test|bench|web)/', pathNot: '^src/platform/gateway/midtrans/' },
      to: { path: '(^|/)node_modules/midtrans-client/' },
    },
    {
      name: 'local-gateway-stands-alone',
      comment:
        'what stands in for Midtrans shares nothing with what talks to it, or both could be wrong alike',
      severity: 'error',
      from: { path: '^src/local-gateway/', pathNot: SPEC },
      to: { path: '^src/', pathNot: '^src/local-gateway/' },
    },
    {
      name: 'local-gateway-is-no-part',
      comment: 'what runs at a customer knows no stand-in; the command line and tests start it',
      severity: 'error',
      from: { path: '^src/(core|modules|platform|process)/', pathNot: SPEC },
      to: { path: '^src/local-gateway/' },
    },
    {
      name: 'monitoring-is-read-by-none',
      comment: 'monitoring reads everything; only the wiring and the command line know it',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/(core|modules)/monitoring/', '^src/cli/', WIRING] },
      to: { path: '^src/(core|modules)/monitoring/' },
    },
    {
      name: 'season-talks-http',
      comment:
        'the season plays over HTTP like any client: of the stages it may know types, nothing it could call',
      severity: 'error',
      from: { path: '^src/season/', pathNot: SPEC },
      to: {
        path: ['^src/modules/', '^src/core/(?!kernel/)', '^src/cli/', WIRING],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'wiring-is-imported-by-processes',
      comment: 'a stage that imports the application has turned the river round',
      severity: 'error',
      from: { path: '^src/(modules|core|platform)/', pathNot: SPEC },
      to: { path: ['^src/(cli|season)/', WIRING] },
    },
    {
      name: 'web-stands-apart',
      comment: 'a screen runs in a browser: of the server it may know pure rules and sealing only',
      severity: 'error',
      from: { path: '^web/src/', pathNot: SPEC },
      to: { path: ['^(src|test|bench|scripts)/'], pathNot: ['^src/core/', '^src/seal/index\\.ts$'] },
    },
    {
      name: 'web-is-served-as-built',
      comment: 'the server serves and renders what was built of web/, and knows nothing of its sources',
      severity: 'error',
      from: { path: '^(src|test|bench)/' },
      to: { path: '^web/' },
    },
    {
      name: 'web-screens-are-fetched',
      comment: 'a screen is a file of its own, fetched when somebody goes there',
      severity: 'error',
      from: { path: '^web/', pathNot: SPEC },
      to: { path: '\\.screen\\.tsx$', dependencyTypesNot: ['dynamic-import'] },
    },
    {
      name: 'web-parts-know-no-stage',
      comment: 'what every screen uses is in the first load: it drags no stage along',
      severity: 'error',
      from: { path: '^web/src/(api|parts|words)/', pathNot: SPEC },
      to: { path: `^web/src/${anyOf([...stages, 'public'])}/` },
    },
    {
      name: 'no-circular',
      severity: 'error',
      from: { path: '^(src|test|bench|web)/' },
      to: { circular: true },
    },
    {
      name: 'src-without-tests',
      comment: 'what ships imports neither test nor bench, nor what only development installs',
      severity: 'error',
      from: { path: '^src/', pathNot: SPEC },
      to: { path: ['^test/', '^bench/', SPEC] },
    },
    {
      name: 'src-without-dev-dependencies',
      severity: 'error',
      from: { path: '^src/', pathNot: SPEC },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'resolvable',
      comment: 'an import this law cannot follow is an import it cannot judge',
      severity: 'error',
      from: { path: '^(src|test|bench|web)/' },
      // The types of openapi.json are written by node scripts/prepare.mjs.
      to: { couldNotResolve: true, pathNot: '^\\./schema\\.js$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|data|docs|\\.data)/' },
    // Types count too: a stage that names a later stage's type already knows it.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: here('tsconfig.json') },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['main', 'types'],
    },
  },
};
