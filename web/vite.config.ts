import { defineConfig, type Plugin } from 'vite';

/** What every screen needs, the app itself included; a screen and what only it draws with is none of it. */
const ofShell = new RegExp(
  [
    'node_modules/(?!d3-|uqr|idb-|shamir|canonicalize)',
    'oxc-project',
    'web/src/pool/use-pool\\.',
    'web/src/(?:client|app|screens)\\.tsx?$',
    'web/src/(?:api|frame|words)/(?!in-use|keep-focus|return-to|.*\\.screen)',
    'web/src/offline/(?!words|entry-state|.*\\.screen)',
    'web/src/parts/(?!qr-|proof-form|stepper|copy|day-field|download|file-field|find-party|pick|price-bars|share-text)',
  ].join('|'),
);

/** Within a stage, what only some of its screens need, mostly words: the others do not wait for it. */
const topics: readonly (readonly [name: string, file: RegExp])[] = [
  ['order', /\/web\/src\/(?:pool\/(?:kitchen-|own-line)|offline\/(?:words|entry-state))/],
  ['ordering', /\/web\/src\/pool\/order-(?!cost)/],
  ['rules', /\/web\/src\/pool\/(?:pool-rules|rule-words)|src\/core\/pool\/rationing-rule/],
  ['treasury', /\/web\/src\/payment\/(?:treasury|terms)-words/],
  ['paying', /\/web\/src\/payment\/(?:payment-words|use-payment)/],
  ['drafting', /\/web\/src\/pool\/(?:new-(?!people|rules|check)|pool-form|revise-words)(?!.*\.screen)/],
  ['market', /\/web\/src\/catalog\/market-/],
  ['standing', /\/web\/src\/(?:lot\/(?:lot-state|state-words|use-lot)|monitoring\/use-results|award\/step-)/],
  ['deciding', /\/web\/src\/party\/(?:two-people|decision-words)/],
  ['jobs', /\/web\/src\/monitoring\/job-words/],
  ['watch', /\/web\/src\/monitoring\/(?:use-watch|watch-words)/],
];
/** What several screens share is one file for each stage or topic; what meters and pools show goes together. */
const ofStage = /\/web\/src\/(?!.*\.(?:screen|ask)\.tsx$)/;
/** What many screens draw with and some do without; names of roles go along, too small to be a request. */
const ofParts = /\/web\/src\/(?:parts\/(?!qr-|price-bars|proof-form|stepper)|party\/role-words)/;
/** What only who runs a pool sees of it: nobody else waits for it. */
const ofOrganiser =
  /\/web\/src\/pool\/(?:close|coming|committed|desk|discard-words|group|manage(?!-after|-closed|-draft)|members|pool-move|run|use-members)/;
/** What only organisers and key holders of a committee see, and what they open with. */
const ofCommittee = /\/web\/src\/bid\/(?:ceremony|committee|fault|keep-|key-name|use-committee)/;
/** What few people do of a party once in a while: home does not wait for it. */
const ofPartOfParty = /\/web\/src\/party\/(account|joining|documents|people|bank|readiness|rules|checking)\//;
/** What an organiser writes down for a koperasi, and the koperasi confirms. */
const ofEntered = /\/web\/src\/pool\/entered-(?!.*\.(?:screen|ask))/;
/** What is signed once an award is made. */
const ofContract = /\/web\/src\/award\/contract-(?!.*\.(?:screen|ask))/;
const stageOf = (file: string): string | null => {
  const [, stage] = /\/web\/src\/([a-z]+)\//.exec(file) ?? [];
  if (
    stage === undefined ||
    /parts\/(?:qr-|price-bars|proof-form)|party\/sign-in-|pool\/manage-(?:after|closed|draft)|award\/(?:contracts|objections|request-list|review-)/.test(
      file,
    )
  )
    return null;
  if (ofOrganiser.test(file)) return null;
  const [, part] = ofPartOfParty.exec(file) ?? [];
  // Who checks a party reads its documents.
  if (part !== undefined) return `party-${part === 'checking' ? 'documents' : part}`;
  if (ofCommittee.test(file)) return 'committee';
  if (ofEntered.test(file) || ofContract.test(file)) return null;
  return stage === 'quote' ? 'pool' : stage;
};

/** Which file holds a screen is what the server asks; browsers fetch it by the import beside it. */
const withoutSources: Plugin = {
  enforce: 'pre',
  name: 'without-sources',
  transform: (code, id) =>
    id.endsWith('/screens.ts') ? { code: code.replace(/^\s*source: '[^']+',$/gm, ''), map: null } : null,
};

/** With every screen's styles in the one sheet there is nothing to fetch ahead of a screen: importing it is all. */
const withoutPreload: Plugin = {
  enforce: 'pre',
  name: 'without-preload',
  load: (id) => (id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : null),
  generateBundle(_options, bundle) {
    const sheets = Object.keys(bundle).filter((file) => file.endsWith('.css'));
    if (sheets.length > 1) this.error(`nobody would fetch the second sheet of ${sheets.join(', ')}`);
  },
};

/** The bundler's own few lines would be a file, and so a request, of their own: each file that needs them has them in it. */
const withoutRuntimeFile: Plugin = {
  name: 'without-runtime-file',
  generateBundle: (_options, bundle) => {
    const runtime = Object.values(bundle).find(
      (each) => each.type === 'chunk' && each.name === 'rolldown-runtime',
    );
    if (runtime?.type !== 'chunk') return;
    const found = /^(.*)export\{(?:(\w+) as )?t\};?\s*$/s.exec(runtime.code);
    if (found === null) throw new Error(`the bundler's own lines: ${runtime.code}`);
    const [, lines = '', name = 't'] = found;
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk' || !chunk.imports.includes(runtime.fileName)) continue;
      const code = chunk.code.replace(
        /import\{t as (\w+)\}from"\.\/([\w-]+\.js)";/g,
        (whole, local: string, file: string) =>
          runtime.fileName.endsWith(`/${file}`) ? `const ${local}=(()=>{${lines}return ${name}})();` : whole,
      );
      if (code === chunk.code) throw new Error(`${chunk.fileName} imports the bundler's own lines otherwise`);
      chunk.code = code;
      chunk.imports = chunk.imports.filter((file) => file !== runtime.fileName);
    }
    Reflect.deleteProperty(bundle, runtime.fileName);
  },
};

/** Two builds of the same screens: for browsers, and for the HTTP process, which renders the public ones. */
export default defineConfig(({ isSsrBuild }) => ({
  root: import.meta.dirname,
  publicDir: isSsrBuild ? false : 'public',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: isSsrBuild ? [] : [withoutSources, withoutPreload, withoutRuntimeFile],
  build: {
    target: 'es2020',
    outDir: isSsrBuild ? '../dist/web/server' : '../dist/web/client',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    // The server names what a first load needs; the list for every other way weighs 2 kB.
    modulePreload: false,
    manifest: !isSsrBuild,
    rolldownOptions: isSsrBuild
      ? { input: 'src/server.tsx' }
      : {
          output: {
            // Every first load carries all the names; whose they are stands in the manifest.
            chunkFileNames: 'assets/[hash].js',
            entryFileNames: 'assets/[hash].js',
            // What every screen needs comes in one file: on a weak signal each request costs more than its bytes.
            codeSplitting: {
              groups: [
                { name: 'shell', priority: 6, test: ofShell },
                // A group takes what its files need along: what others stand on comes before them.
                // Who counts packs: few screens, among them those with the most to fetch.
                { name: 'stepper', priority: 5, test: /\/web\/src\/parts\/stepper/ },
                { name: 'parts', priority: 5, minShareCount: 2, test: ofParts },
                // Whoever drafts a pool and who writes a kitchen's week count in weeks; neither needs the other.
                { name: 'week', priority: 5, minShareCount: 2, test: /src\/core\/kernel\/iso-week/ },
                {
                  name: 'lot',
                  priority: 3,
                  minShareCount: 2,
                  test: /\/web\/src\/lot\/(?:lot-words|lot-frame)/,
                },
                ...topics.map(([name, test]) => ({ name, priority: 4, minShareCount: 2, test })),
                { name: stageOf, priority: 2, minShareCount: 2, test: ofStage },
                // What seals is fetched by who seals: bidders of a committee's pool, and its key holders.
                { name: 'seal', priority: 3, test: /src\/seal\/|node_modules\/(?:shamir|canonicalize)/ },
                { name: 'contract', priority: 1, minShareCount: 2, test: ofContract },
                { name: 'entered', priority: 1, minShareCount: 2, test: ofEntered },
                { name: 'organise', priority: 1, minShareCount: 2, test: ofOrganiser },
              ],
            },
          },
        },
  },
  // The server has no packages of the screens: they are in its bundle.
  ssr: { noExternal: true, target: 'node' },
}));
