import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vite';

const client = join(import.meta.dirname, '../dist/web/client');

interface Entry {
  readonly file: string;
  readonly css?: readonly string[];
}

/** Of the build before this one: what every page needs, and what the screens need besides. */
const built = (): { version: string; shell: string[]; screens: string[] } => {
  const json = readFileSync(join(client, '.vite', 'manifest.json'), 'utf8');
  const manifest = JSON.parse(json) as Record<string, Entry>;
  const page = readFileSync(join(client, 'index.html'), 'utf8');
  const shell = new Set([...page.matchAll(/"\/(assets\/[^"]+)"/g)].map(([, file]) => file));
  const all = new Set(Object.values(manifest).flatMap(({ file, css }) => [file, ...(css ?? [])]));
  return {
    version: createHash('sha256')
      .update(json + page)
      .digest('hex')
      .slice(0, 16),
    shell: [...[...shell].map((file) => `/${file}`), '/icon.svg', '/manifest.webmanifest'],
    screens: [...all].filter((file) => !shell.has(file)).map((file) => `/${file}`),
  };
};

/** The service worker: one file under a name that stays, with what the app's build has just written in it. */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  define: { __BUILT__: JSON.stringify(built()) },
  build: {
    target: 'es2020',
    outDir: client,
    emptyOutDir: false,
    modulePreload: false,
    rolldownOptions: {
      input: 'src/offline/service-worker.ts',
      output: { entryFileNames: 'service-worker.js', format: 'iife' },
    },
  },
});
