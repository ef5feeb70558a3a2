import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { access } from '../../src/access.js';
import { packageRoot } from '../../src/platform/package-root.js';
import { fillings, overAll } from './call-matrix.js';
import type { River } from './river.js';

/** Ids that paths are made of, by the parameter's name. */
export type KnownIds = Readonly<Record<string, readonly string[]>>;

const BOARD = '/admin/queues';
const BEYOND_OPENAPI = [
  '/docs',
  '/docs/openapi.json',
  BOARD,
  ...['latest', 'active', 'waiting', 'prioritized', 'completed', 'failed', 'delayed'].map(
    (status) => `${BOARD}/api/queues?activeQueue=river&status=${status}&page=1&jobsPerPage=100`,
  ),
];

const paths = (): string[] => {
  const openapi = JSON.parse(readFileSync(join(packageRoot(), 'openapi.json'), 'utf8')) as {
    paths: Record<string, Record<string, unknown>>;
  };
  return Object.entries(openapi.paths)
    .filter(([, methods]) => 'get' in methods)
    .map(([path]) => path.replace(/\{(\w+)\}/g, ':$1'));
};

/** Parameters of the paths that are read; whoever adds a route with one more says here or there what it is of. */
export const parametersRead = (): string[] => [
  ...new Set(paths().flatMap((path) => [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name))),
];

export interface Said {
  readonly route: string;
  readonly asker: string;
  readonly status: number;
  /** Headers and body. */
  readonly text: string;
}

const STREAM_MS = 1_000;

/** A stream goes on for ever: what it says at first is kept. */
const readBody = async (answer: Response): Promise<string> => {
  if (!answer.headers.get('content-type')?.startsWith('text/event-stream'))
    return Buffer.from(await answer.arrayBuffer()).toString('latin1');
  const reader = answer.body?.getReader();
  const first = await Promise.race([reader?.read(), pause(STREAM_MS)]);
  await reader?.cancel();
  return Buffer.from((first?.value ?? []) as Uint8Array).toString('latin1');
};

/** By the access table: whoever asks is answered the same. */
const isAlikeForAll = (route: string): boolean => {
  const row = access[`GET ${route}`];
  return row?.who === 'anyone' && row.narrowedBy === undefined;
};

/**
 * Asks every route of openapi.json that only reads, and what is not in it, as everybody, about all that there is; what is
 * alike for all as nobody and as somebody.
 */
export const readEverything = async (
  { baseUrl }: River,
  askers: readonly { readonly name: string; readonly token?: string }[],
  ids: KnownIds,
): Promise<Said[]> => {
  const filled = (route: string): string[] =>
    fillings(`GET ${route}`, ids).map((values) =>
      route.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(values[name] ?? '')),
    );
  const nobody = askers.filter(({ token }) => token === undefined).slice(0, 1);
  const somebody = askers.filter(({ token }) => token !== undefined).slice(0, 1);
  const calls = [
    ...paths().flatMap((route) =>
      (isAlikeForAll(route) ? [...nobody, ...somebody] : askers).flatMap((asker) =>
        filled(route).map((each) => ({ asker, route: each })),
      ),
    ),
    ...askers.flatMap((asker) => BEYOND_OPENAPI.map((route) => ({ asker, route }))),
  ];
  return overAll(
    calls,
    async ({ asker: { name, token }, route }) => {
      const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
      const answer = await fetch(`${baseUrl}${route}`, { headers, signal: AbortSignal.timeout(20_000) });
      const text = `${JSON.stringify([...answer.headers])}\n${await readBody(answer)}`;
      return [{ route, asker: name, status: answer.status, text }];
    },
    12,
  );
};
