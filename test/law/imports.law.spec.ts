import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

interface Report {
  summary: {
    violations: { from: string; to: string; rule: { name: string } }[];
    totalDependenciesCruised: number;
  };
}

const breachesIn = async (tree: string): Promise<{ breaches: string[]; edges: number }> => {
  const roots = ['src', 'test', 'bench', 'web'].filter((name) => existsSync(join(tree, name)));
  const args = [
    cruiser,
    '--config',
    join(root, '.dependency-cruiser.mjs'),
    '--output-type',
    'json',
    ...roots,
  ];
  const json = await new Promise<string>((resolve, reject) => {
    // It ends with the number of errors; only an empty answer means that it did not run.
    execFile(process.execPath, args, { cwd: tree, maxBuffer: 2 ** 28 }, (error, stdout, stderr) => {
      if (stdout) resolve(stdout);
      else reject(error ?? new Error(stderr));
    });
  });
  const { summary } = JSON.parse(json) as Report;
  return {
    breaches: summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`).sort(),
    edges: summary.totalDependenciesCruised,
  };
};

const lines = (...imports: string[]): string => `${imports.join('\n')}\nexport const here = 1;\n`;

/** Each planted fault with the breach it must raise. They stand in one tree: no file here carries two faults. */
const planted: { fault: string; breach: string; files: Record<string, string> }[] = [
  {
    fault: 'a stage of core that imports a later one',
    breach: 'upstream-only/bid: src/core/bid/open-bids.ts -> src/core/award/award-lot.ts',
    files: {
      'src/core/bid/open-bids.ts': lines(`import '../award/award-lot.js';`),
      'src/core/award/award-lot.ts': lines(),
    },
  },
  {
    fault: "a module that names a later module's type",
    breach: 'upstream-only/pool: src/modules/pool/close-pool.action.ts -> src/modules/delivery/index.ts',
    files: {
      'src/modules/pool/close-pool.action.ts': `import type { Trip } from '../delivery/index.js';\nexport type T = Trip;\n`,
      'src/modules/delivery/index.ts': `export interface Trip { id: string }\n`,
    },
  },
  {
    fault: 'an import past the front door of an earlier module',
    breach: 'front-door-between-modules: src/modules/lot/index.ts -> src/modules/pool/pool.store.ts',
    files: {
      'src/modules/lot/index.ts': lines(`import '../pool/pool.store.js';`),
      'src/modules/pool/pool.store.ts': lines(),
    },
  },
  {
    fault: 'the wiring that reaches past a front door',
    breach: 'front-door-from-outside: src/app.module.ts -> src/modules/pool/pool.module.ts',
    files: {
      'src/app.module.ts': lines(`import './modules/pool/pool.module.js';`),
      'src/modules/pool/pool.module.ts': lines(),
    },
  },
  {
    fault: 'core that imports a module',
    breach: 'core-is-pure: src/core/pool/merge-pools.ts -> src/modules/pool/index.ts',
    files: {
      'src/core/pool/merge-pools.ts': lines(`import '../../modules/pool/index.js';`),
      'src/modules/pool/index.ts': lines(),
    },
  },
  {
    fault: 'core that reads a file',
    breach: 'core-is-pure: src/core/pool/read-pool.ts -> fs',
    files: {
      'src/core/pool/read-pool.ts': lines(`import { readFileSync } from 'node:fs';`, 'void readFileSync;'),
    },
  },
  {
    fault: 'a spec of core that needs a module',
    breach: 'core-specs-stay-in-core: src/core/pool/close-pool.spec.ts -> src/modules/pool/index.ts',
    files: {
      'src/core/pool/close-pool.spec.ts': lines(`import '../../modules/pool/index.js';`),
      'src/modules/pool/index.ts': lines(),
    },
  },
  {
    fault: 'a kernel that knows a stage',
    breach: 'kernel-stands-alone: src/core/kernel/money.ts -> src/core/catalog/price.ts',
    files: {
      'src/core/kernel/money.ts': lines(`import '../catalog/price.js';`),
      'src/core/catalog/price.ts': lines(),
    },
  },
  {
    fault: "a platform that imports a stage's core",
    breach: 'platform-knows-no-stage: src/platform/relay.ts -> src/core/pool/close-pool.ts',
    files: {
      'src/platform/relay.ts': lines(`import '../core/pool/close-pool.js';`),
      'src/core/pool/close-pool.ts': lines(),
    },
  },
  {
    fault: "a platform that imports a stage's module",
    breach: 'platform-knows-no-stage: src/platform/queue.ts -> src/modules/pool/index.ts',
    files: {
      'src/platform/queue.ts': lines(`import '../modules/pool/index.js';`),
      'src/modules/pool/index.ts': lines(),
    },
  },
  {
    fault: 'sealing that needs node',
    breach: 'seal-stands-alone: src/seal/split-key.ts -> crypto',
    files: {
      'src/seal/split-key.ts': lines(`import { randomBytes } from 'node:crypto';`, 'void randomBytes;'),
    },
  },
  {
    fault: 'an import past the front door of sealing',
    breach: 'front-door-of-seal: src/modules/bid/seal-terms.ts -> src/seal/seal-bid.ts',
    files: {
      'src/modules/bid/seal-terms.ts': lines(`import '../../seal/seal-bid.js';`),
      'src/seal/seal-bid.ts': lines(),
    },
  },
  {
    fault: 'a stage that calls Midtrans past its adapter',
    breach:
      'midtrans-behind-its-adapter: src/modules/settlement/pay.ts -> node_modules/midtrans-client/index.js',
    files: {
      'src/modules/settlement/pay.ts': lines(`import client from 'midtrans-client';`, 'void client;'),
      'node_modules/midtrans-client/package.json': '{ "name": "midtrans-client", "main": "index.js" }',
      'node_modules/midtrans-client/index.js': 'module.exports = {};\n',
    },
  },
  {
    fault: 'a stand-in that shares code with what it stands in for',
    breach: 'local-gateway-stands-alone: src/local-gateway/sign.ts -> src/platform/gateway/verify.ts',
    files: {
      'src/local-gateway/sign.ts': lines(`import '../platform/gateway/verify.js';`),
      'src/platform/gateway/verify.ts': lines(),
    },
  },
  {
    fault: 'a platform that knows the stand-in',
    breach: 'local-gateway-is-no-part: src/platform/gateway/choose.ts -> src/local-gateway/index.ts',
    files: {
      'src/platform/gateway/choose.ts': lines(`import '../../local-gateway/index.js';`),
      'src/local-gateway/index.ts': lines(),
    },
  },
  {
    fault: 'a season that uses monitoring',
    breach: 'monitoring-is-read-by-none: src/season/play.ts -> src/modules/monitoring/index.ts',
    files: {
      'src/season/play.ts': lines(`import '../modules/monitoring/index.js';`),
      'src/modules/monitoring/index.ts': lines(),
    },
  },
  {
    fault: 'a season that calls a module instead of HTTP',
    breach: 'season-talks-http: src/season/order-rice.ts -> src/modules/pool/index.ts',
    files: {
      'src/season/order-rice.ts': lines(
        `import { here as there } from '../modules/pool/index.js';`,
        'void there;',
      ),
      'src/modules/pool/index.ts': lines(),
    },
  },
  {
    fault: 'a stage that imports the application',
    breach: 'wiring-is-imported-by-processes: src/modules/bid/index.ts -> src/worker.ts',
    files: {
      'src/modules/bid/index.ts': lines(`import '../../worker.js';`),
      'src/worker.ts': lines(),
    },
  },
  {
    fault: 'a screen that imports the server',
    breach: 'web-stands-apart: web/src/pool/words.ts -> src/platform/texts.ts',
    files: {
      'web/src/pool/words.ts': lines(`import '../../../src/platform/texts.js';`),
      'src/platform/texts.ts': lines(),
    },
  },
  {
    fault: 'a server that imports a screen past the build',
    breach: 'web-is-served-as-built: src/platform/render.ts -> web/src/server.tsx',
    files: {
      'src/platform/render.ts': lines(`import '../../web/src/server.js';`),
      'web/src/server.tsx': lines(),
    },
  },
  {
    fault: 'a screen that comes along with another',
    breach: 'web-screens-are-fetched: web/src/lot/lots.screen.tsx -> web/src/lot/lot.screen.tsx',
    files: {
      'web/src/lot/lots.screen.tsx': lines(`import './lot.screen.js';`),
      'web/src/lot/lot.screen.tsx': lines(),
    },
  },
  {
    fault: 'a part of every screen that drags a stage along',
    breach: 'web-parts-know-no-stage: web/src/parts/tag.tsx -> web/src/bid/tone.ts',
    files: {
      'web/src/parts/tag.tsx': lines(`import '../bid/tone.js';`),
      'web/src/bid/tone.ts': lines(),
    },
  },
  {
    fault: 'a cycle',
    breach: 'no-circular: src/platform/a.ts -> src/platform/b.ts',
    files: {
      'src/platform/a.ts': lines(`import './b.js';`),
      'src/platform/b.ts': lines(`import './a.js';`),
    },
  },
  {
    fault: 'source that imports a test',
    breach: 'src-without-tests: src/platform/clock.ts -> test/support/fake-clock.ts',
    files: {
      'src/platform/clock.ts': lines(`import '../../test/support/fake-clock.js';`),
      'test/support/fake-clock.ts': lines(),
    },
  },
  {
    fault: 'an import that leads nowhere',
    breach: 'resolvable: src/platform/ids.ts -> ./gone.js',
    files: { 'src/platform/ids.ts': lines(`import './gone.js';`) },
  },
];

const lawful: Record<string, string> = {
  'src/core/kernel/split.ts': lines(),
  'src/core/pool/close-pool.ts': lines(
    `import { createHash } from 'node:crypto';`,
    `import '../kernel/split.js';`,
    'void createHash;',
  ),
  'src/core/award/award-lot.ts': lines(`import '../pool/close-pool.js';`),
  'src/modules/pool/pool.store.ts': lines(`import '../../core/pool/close-pool.js';`),
  'src/modules/pool/index.ts': lines(`import './pool.store.js';`, `import '../../platform/clock.js';`),
  'src/modules/award/index.ts': lines(`import '../pool/index.js';`),
  'src/modules/award/award.db.spec.ts': lines(`import '../../../test/support/given.js';`),
  'src/modules/monitoring/index.ts': lines(`import '../award/index.js';`),
  'src/platform/clock.ts': lines(`import '../core/kernel/split.js';`),
  'src/app.module.ts': lines(`import './modules/pool/index.js';`, `import './modules/monitoring/index.js';`),
  'src/cli/main.ts': lines(`import '../app.module.js';`),
  'src/season/play.ts': `import type { here as there } from '../modules/pool/index.js';\nexport type T = typeof there;\n`,
  'src/seal/index.ts': lines(`import './seal-bid.js';`),
  'src/seal/seal-bid.ts': lines(),
  'src/modules/lot/index.ts': lines(`import '../../seal/index.js';`),
  'test/support/given.ts': lines(),
  'web/src/screens.ts': lines(`import './pool/screens.js';`),
  'web/src/pool/screens.ts': `export const load = () => import('./pools.screen.js');\n`,
  'web/src/pool/pools.screen.tsx': lines(
    `import '../parts/card.js';`,
    `import '../../../src/core/kernel/split.js';`,
  ),
  'web/src/parts/card.tsx': lines(),
};

describe('imports look only upstream', () => {
  const trees: string[] = [];

  const plant = (files: Record<string, string>): string => {
    const tree = mkdtempSync(join(tmpdir(), 'sepikul-imports-'));
    trees.push(tree);
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(tree, file)), { recursive: true });
      writeFileSync(join(tree, file), text);
    }
    return tree;
  };

  afterAll(() => {
    for (const tree of trees) rmSync(tree, { recursive: true, force: true });
  });

  it('holds in the tree as it is', async () => {
    const { breaches, edges } = await breachesIn(root);
    expect(breaches).toEqual([]);
    expect(edges).toBeGreaterThan(0);
  });

  it('leaves a lawful tree alone, and sees every import in it', async () => {
    const { breaches, edges } = await breachesIn(plant(lawful));
    expect(breaches).toEqual([]);
    const written =
      Object.values(lawful)
        .join('\n')
        .match(/^import |\bimport\(/gm) ?? [];
    expect(edges).toBe(written.length);
  });

  describe('in a tree of planted faults', () => {
    let found: string[] = [];

    beforeAll(async () => {
      const files: Record<string, string> = {};
      for (const [file, text] of planted.flatMap((fault) => Object.entries(fault.files))) {
        if (file in files && files[file] !== text) throw new Error(`two faults are planted in ${file}`);
        files[file] = text;
      }
      found = (await breachesIn(plant(files))).breaches;
    });

    it.each(planted)('catches $fault', ({ breach }) => {
      expect(found).toContain(breach);
    });
  });

  it('plants a fault for every rule', async () => {
    const config = (await import(join(root, '.dependency-cruiser.mjs'))) as {
      default: { forbidden: { name: string }[] };
    };
    const { stages } = JSON.parse(readFileSync(join(root, 'src/flow.json'), 'utf8')) as { stages: string[] };
    const family = (name: string): string => name.replace(/\/.*/, '');
    const rules = new Set(config.default.forbidden.map(({ name }) => family(name)));
    const proven = new Set(planted.map(({ breach }) => family(breach.replace(/: .*/, ''))));
    // Needs an installed package in the planted tree, which has none.
    rules.delete('src-without-dev-dependencies');
    expect([...rules].sort()).toEqual([...proven].sort());
    expect(config.default.forbidden.filter(({ name }) => name.startsWith('upstream-only/'))).toHaveLength(
      stages.length - 1,
    );
  });
});
