/**
 * The import law, computed from the order of the stages in `src/flow.json`: imports look only upstream.
 * Paths are relative to the directory it is run in, so that the law's own test can run it on a planted tree.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const { stages } = JSON.parse(readFileSync(here('src/flow.json'), 'utf8'));
const anyOf = (names) => `(${names.join('|')})`;
const SPEC = '\\.spec\\.ts$';
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
      name: 'no-circular',
      severity: 'error',
      from: { path: '^(src|test|bench)/' },
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
      from: { path: '^(src|test|bench)/' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|web|data|docs|\\.data)/' },
    // Types count too: a stage that names a later stage's type already knows it.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: here('tsconfig.json') },
    enhancedResolveOptions: {
      extensions: ['.ts', '.mjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['main', 'types'],
    },
  },
};
