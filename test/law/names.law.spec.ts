import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** A tree as the law sees it: each file's path with its text. */
type Tree = Record<string, string>;

const readTree = (folder: string): Tree => {
  if (!existsSync(join(root, folder))) return {};
  const files: Tree = {};
  for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files[path.slice(root.length + 1)] = readFileSync(path, 'utf8');
  }
  return files;
};

const stages = (JSON.parse(readFileSync(join(root, 'src/flow.json'), 'utf8')) as { stages: string[] }).stages;

/** Words for what has no name yet. A "base unit" is a word of the trade and stays. */
const NAMELESS =
  /(^|[-./])(services?|managers?|helpers?|utils?|utilit(y|ies)|commons?|base(?!-units?\b))(?=$|[-./])/;
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const pascalCase = (kebab: string): string =>
  kebab.replace(/(?:^|-)([a-z0-9])/g, (_, first: string) => first.toUpperCase());

const exportsClass = (text: string, name: string): boolean =>
  new RegExp(`^export (default )?(abstract )?class ${name}\\b`, 'm').test(text);

/** A contract has one meaning for each name: of two classes of one name it would show the fields of one only. */
const sharedNamesIn = (tree: Tree): string[] => {
  const homes = new Map<string, string>();
  const breaches: string[] = [];
  for (const [path, text] of Object.entries(tree)) {
    if (!path.endsWith('.dto.ts')) continue;
    for (const [, name = ''] of text.matchAll(/^export class (\w+)/gm)) {
      const other = homes.get(name);
      if (other !== undefined) breaches.push(`${path}: ${name} is the name of a class of ${other}, too`);
      homes.set(name, path);
    }
  }
  return breaches;
};

const breachesIn = (tree: Tree): string[] => {
  const breaches: string[] = [];
  for (const [path, text] of Object.entries(tree)) {
    const file = basename(path);
    const nameless = NAMELESS.exec(path)?.[2];
    if (nameless) breaches.push(`${path}: "${nameless}" names nothing; name the verb or the thing`);

    const [, action] = /^(.+)\.action\.ts$/.exec(file) ?? [];
    if (action !== undefined && !exportsClass(text, pascalCase(action)))
      breaches.push(`${path}: must export class ${pascalCase(action)}`);

    const [, consumer] = /^(.+)\.consumer\.ts$/.exec(file) ?? [];
    if (consumer !== undefined && !consumer.startsWith('on-'))
      breaches.push(`${path}: a consumer is named after the event, on-past-event`);
    else if (consumer !== undefined && !exportsClass(text, pascalCase(consumer)))
      breaches.push(`${path}: must export class ${pascalCase(consumer)}`);

    const [, stage] = /^src\/(?:core|modules)\/([^/]+)\//.exec(path) ?? [];
    const isKernel = stage === 'kernel' && path.startsWith('src/core/');
    if (stage !== undefined && !isKernel && !stages.includes(stage))
      breaches.push(`${path}: ${stage} is no stage of src/flow.json`);
    if (stage !== undefined && path.startsWith('src/modules/') && !(`src/modules/${stage}/index.ts` in tree))
      breaches.push(`src/modules/${stage}: has no front door index.ts`);
    if (path.startsWith('src/core/') && !KEBAB.test(file.replace(/(\.types)?(\.spec)?\.ts$/, '')))
      breaches.push(`${path}: core files are kebab-case .ts`);
  }
  return [...new Set([...breaches, ...sharedNamesIn(tree)])];
};

const frontDoor: Tree = { 'src/modules/pool/index.ts': '' };

const planted: { fault: string; breach: string; tree: Tree }[] = [
  ...['pool.service.ts', 'lot-manager.ts', 'date-helper.ts', 'utils.ts', 'common/x.ts', 'base-action.ts'].map(
    (file) => ({
      fault: `a file named ${file}`,
      breach: 'names nothing',
      tree: { ...frontDoor, [`src/modules/pool/${file}`]: '' },
    }),
  ),
  {
    fault: 'an action under another name than its file',
    breach: 'must export class ClosePool',
    tree: { ...frontDoor, 'src/modules/pool/close-pool.action.ts': 'export class PoolCloser {}\n' },
  },
  {
    fault: 'an action that is not exported',
    breach: 'must export class ClosePool',
    tree: { ...frontDoor, 'src/modules/pool/close-pool.action.ts': 'class ClosePool {}\n' },
  },
  {
    fault: 'a consumer that is not named after its event',
    breach: 'on-past-event',
    tree: { ...frontDoor, 'src/modules/pool/lots-awarded.consumer.ts': 'export class LotsAwarded {}\n' },
  },
  {
    fault: 'a consumer under another name than its file',
    breach: 'must export class OnLotsAwarded',
    tree: { ...frontDoor, 'src/modules/pool/on-lots-awarded.consumer.ts': 'export class Listener {}\n' },
  },
  {
    fault: 'a file of core in camel case',
    breach: 'kebab-case',
    tree: { 'src/core/pool/closePool.ts': '' },
  },
  {
    fault: 'a module that is no stage',
    breach: 'auction is no stage',
    tree: { 'src/modules/auction/index.ts': '' },
  },
  {
    fault: 'a folder of core that is no stage',
    breach: 'shared is no stage',
    tree: { 'src/core/shared/split-freight.ts': '' },
  },
  {
    fault: 'two views of one name',
    breach: 'LotView is the name of a class of src/modules/pool/lot.dto.ts',
    tree: {
      ...frontDoor,
      'src/modules/pool/lot.dto.ts': 'export class LotView {}\n',
      'src/modules/pool/pool.dto.ts': 'export class LotView {}\n',
    },
  },
  {
    fault: 'a module without a front door',
    breach: 'has no front door',
    tree: { 'src/modules/pool/pool.store.ts': '' },
  },
];

describe('names say what is inside', () => {
  const real = Object.assign({}, ...['src', 'test', 'bench', 'scripts'].map(readTree)) as Tree;

  it('holds in the tree as it is', () => {
    expect(Object.keys(real)).toContain('src/flow.json');
    expect(breachesIn(real)).toEqual([]);
  });

  it('leaves lawful names alone', () => {
    const lawful = {
      ...frontDoor,
      'src/modules/pool/close-pool.action.ts': '@Injectable()\nexport class ClosePool {}\n',
      'src/modules/pool/on-lots-awarded.consumer.ts': 'export class OnLotsAwarded {}\n',
      'src/core/catalog/base-unit.ts': '',
      'src/core/pool/pool.types.ts': '',
      'src/core/kernel/iso-week.spec.ts': '',
      'src/platform/database.ts': '',
    };
    expect(breachesIn(lawful)).toEqual([]);
  });

  it.each(planted)('catches $fault', ({ breach, tree }) => {
    expect(breachesIn(tree)).toEqual([expect.stringContaining(breach)]);
  });
});
