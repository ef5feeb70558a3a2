import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { packageRoot } from '../package-root.js';

export interface PageRequest {
  readonly path: string;
  readonly search: string;
  readonly language: 'id' | 'en';
  readonly ask: (request: Request) => Promise<Response>;
}

/** As web/src/server.tsx exports it. */
export interface RenderedPage {
  readonly head: { readonly title: string; readonly description: string; readonly status: number };
  readonly html: string;
  readonly answers: string;
  readonly source: string | null;
}

/** The web app as it was built: the frame of its pages, its files, and how a page is rendered. */
export interface BuiltWeb {
  readonly folder: string;
  readonly page: string;
  /** The files of a screen, to be fetched along with the page. */
  filesOf(source: string): readonly string[];
  render(request: PageRequest): Promise<RenderedPage>;
}

interface ManifestEntry {
  readonly file: string;
  readonly imports?: readonly string[];
}

/** Reads what `node scripts/prepare.mjs` has built. @throws where it has not. */
export const readBuiltWeb = async (root = packageRoot()): Promise<BuiltWeb> => {
  const folder = join(root, 'dist', 'web', 'client');
  if (!existsSync(join(folder, 'index.html')))
    throw new Error('the web app is not built: node scripts/prepare.mjs');
  const server = pathToFileURL(join(root, 'dist', 'web', 'server', 'server.js')).href;
  const { renderPage } = (await import(server)) as { renderPage: BuiltWeb['render'] };
  const manifest = JSON.parse(readFileSync(join(folder, '.vite', 'manifest.json'), 'utf8')) as Record<
    string,
    ManifestEntry
  >;
  const filesOf = (source: string, seen = new Set<string>()): string[] => {
    const entry = manifest[source];
    if (entry === undefined || seen.has(source)) return [];
    seen.add(source);
    return [`/${entry.file}`, ...(entry.imports ?? []).flatMap((other) => filesOf(other, seen))];
  };
  return {
    folder,
    page: readFileSync(join(folder, 'index.html'), 'utf8'),
    filesOf: (source) => filesOf(source),
    render: renderPage,
  };
};
