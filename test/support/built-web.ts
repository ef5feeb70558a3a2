import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { packageRoot } from '../../src/platform/package-root.js';

const folder = join(packageRoot(), 'dist', 'web');

export interface BuiltScreen {
  readonly path: string;
  readonly who: 'anyone' | 'signed-in' | readonly string[];
  readonly source: string;
}

/** Every screen of the app as it was built. */
export const builtScreens = async (): Promise<readonly BuiltScreen[]> => {
  const server = pathToFileURL(join(folder, 'server', 'server.js')).href;
  return ((await import(server)) as { screens: readonly BuiltScreen[] }).screens;
};

interface Entry {
  readonly file: string;
  readonly name?: string;
  readonly isDynamicEntry?: boolean;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
}

const read = (file: string): Buffer => readFileSync(join(folder, 'client', file));

const readManifest = (): Record<string, Entry> =>
  JSON.parse(read('.vite/manifest.json').toString()) as Record<string, Entry>;

/** The address of the file that a chunk or screen became, by the chunk's name or the screen's source. @throws where there is none. */
export const builtFile = (name: string): string => {
  const [, entry] =
    Object.entries(readManifest()).find(([source, each]) => source === name || each.name === name) ?? [];
  if (entry === undefined) throw new Error(`the build has no ${name}`);
  return `/${entry.file}`;
};

const filesOf = (manifest: Record<string, Entry>, name: string, seen = new Set<string>()): Set<string> => {
  const entry = manifest[name];
  if (entry === undefined || seen.has(entry.file)) return seen;
  seen.add(entry.file);
  for (const sheet of entry.css ?? []) seen.add(sheet);
  for (const other of entry.imports ?? []) filesOf(manifest, other, seen);
  return seen;
};

const gzipped = (file: string): number => gzipSync(read(file), { level: 9 }).length;
const sumOf = (files: readonly string[]): number => files.reduce((sum, file) => sum + gzipped(file), 0);

/**
 * What a screen's first load takes of files of the build, gzipped, shell included. @throws for a file that the build
 * does not know as a screen.
 */
export const loadOf = (
  source: string,
): { readonly jsBytes: number; readonly allBytes: number; readonly files: number } => {
  const manifest = readManifest();
  if (manifest[source] === undefined) throw new Error(`the build has no ${source}`);
  const files = [...filesOf(manifest, source, filesOf(manifest, 'index.html'))];
  return {
    jsBytes: sumOf(files.filter((file) => file.endsWith('.js'))),
    allBytes: sumOf(files),
    files: files.length,
  };
};

/**
 * Of each screen, and of each part that a screen fetches later: how many bytes, gzipped, its code has beyond what every
 * page, and the screens that fetch the part, have loaded already.
 */
export const chunkBytes = (): ReadonlyMap<string, number> => {
  const manifest = readManifest();
  const page = read('index.html').toString();
  const shell = new Set([...page.matchAll(/"\/(assets\/[^"]+)"/g)].map(([, file]) => file));
  const bytes = new Map<string, number>();
  for (const [name, { isDynamicEntry }] of Object.entries(manifest)) {
    if (isDynamicEntry !== true) continue;
    const askers = Object.entries(manifest).filter(
      ([asker, entry]) => asker !== 'index.html' && entry.dynamicImports?.includes(name) === true,
    );
    const held = askers.map(([asker]) => filesOf(manifest, asker));
    const isHeld = (file: string): boolean => held.length > 0 && held.every((files) => files.has(file));
    const own = [...filesOf(manifest, name)].filter(
      (file) => !shell.has(file) && !isHeld(file) && file.endsWith('.js'),
    );
    bytes.set(name, sumOf(own));
  }
  return bytes;
};
