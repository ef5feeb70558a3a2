/**
 * Opens the app without a signal: the shell is kept when it is installed, screens when they are first fetched, answers
 * as long as a session lasts. Hand-written, since what may be kept of whom is decided line by line in shell-rules.ts.
 */
import {
  answersCache,
  handlingOf,
  isOfSession,
  isOldShell,
  isWorthKeeping,
  shellCache,
  tooMany,
} from './shell-rules.js';

declare const self: ServiceWorkerGlobalScope;

/** Written in when the app is built: its version, what every page needs, and the file of each screen. */
declare const __BUILT__: {
  readonly version: string;
  readonly shell: readonly string[];
  readonly screens: readonly string[];
};

const SHELL_PAGE = '/shell';
/** On the answer of a cache: since when it is known. The same name stands in api/kept-answers.ts. */
const KEPT_AT = 'sepikul-kept-at';
/** A weak signal is no signal to who holds the phone, where there is something to show. */
const PATIENCE_MS = 6_000;
const MOST_ANSWERS = 200;

const built = __BUILT__;
const shell = shellCache(built.version);
/** Grows with every wipe: what was asked before it is not kept after it. */
let wipes = 0;

const keepShell = async (): Promise<void> => {
  const cache = await caches.open(shell);
  await cache.addAll([SHELL_PAGE, ...built.shell]);
};

const wipeSessions = async (): Promise<void> => {
  wipes += 1;
  const names = await caches.keys();
  await Promise.all(names.filter(isOfSession).map((name) => caches.delete(name)));
};

/** Every screen, one after the other, for whoever works here: a receipt is written where there is no signal. @throws where one does not come. */
const keepScreens = async (): Promise<void> => {
  const cache = await caches.open(shell);
  for (const file of built.screens) {
    if ((await cache.match(file)) !== undefined) continue;
    // What the build before kept under the same name is the same.
    const answer = (await caches.match(file, { ignoreVary: true })) ?? (await fetch(file));
    if (!answer.ok) throw new Error(`${file}: ${String(answer.status)}`);
    await cache.put(file, answer);
  }
};

/** Whether somebody works on this phone: what they were answered is kept. */
const isWorkedOn = async (): Promise<boolean> => (await caches.keys()).some(isOfSession);

const hashOf = async (token: string): Promise<string> => {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token));
  return [...new Uint8Array(digest).subarray(0, 16)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
};

/** The network's answer; after a while without one, or where it fails, what is kept. @throws where nothing is. */
const networkFirst = async (
  network: Promise<Response>,
  fromCache: () => Promise<Response | undefined>,
): Promise<Response> => {
  const late = new Promise<'late'>((resolve) => {
    setTimeout(() => {
      resolve('late');
    }, PATIENCE_MS);
  });
  const first = await Promise.race([network.catch(() => 'none' as const), late]);
  if (first instanceof Response) return first;
  return (await fromCache()) ?? network;
};

const givePage = (request: Request): Promise<Response> =>
  networkFirst(fetch(request), () => caches.match(SHELL_PAGE, { cacheName: shell }));

const giveFile = async (request: Request): Promise<Response> => {
  const known = await caches.match(request, { ignoreVary: true });
  if (known !== undefined) return known;
  const answer = await fetch(request);
  // Not the page that says there is no such file.
  if (answer.ok) await (await caches.open(shell)).put(request, answer.clone());
  return answer;
};

const keepAnswer = async (name: string, url: string, answer: Response, since: number): Promise<void> => {
  const headers = new Headers({
    'content-type': answer.headers.get('content-type') ?? 'application/json',
    [KEPT_AT]: new Date().toISOString(),
  });
  const kept = new Response(await answer.arrayBuffer(), { headers });
  if (since !== wipes) return;
  const cache = await caches.open(name);
  // Anew, so that it is the youngest.
  await cache.delete(url);
  await cache.put(url, kept);
  for (const key of tooMany(await cache.keys(), MOST_ANSWERS)) await cache.delete(key);
  if (since !== wipes) await wipeSessions();
};

const giveData = async (event: FetchEvent): Promise<Response> => {
  const { request } = event;
  const since = wipes;
  const token = request.headers.get('authorization');
  const name = answersCache(token === null ? null : await hashOf(token));
  const network = fetch(request).then((answer) => {
    if (isWorthKeeping(answer.status, answer.headers.get('content-type')))
      event.waitUntil(keepAnswer(name, request.url, answer.clone(), since).catch(() => undefined));
    // The session has ended elsewhere: what was read with it is nobody's any more.
    if (answer.status === 401 && token !== null) event.waitUntil(caches.delete(name));
    return answer;
  });
  return networkFirst(network, () => caches.match(request.url, { cacheName: name }));
};

// A new build takes over from the one before only when it is whole: who works here may open it where there is no signal.
self.addEventListener('install', (event) => {
  event.waitUntil(keepShell().then(async () => ((await isWorkedOn()) ? keepScreens() : undefined)));
});

// Without skipWaiting: an open tab keeps the worker, and with it the files, that it began with.
self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(
          names.filter((name) => isOldShell(name, built.version)).map((name) => caches.delete(name)),
        ),
      )
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { method, url, mode } = request;
  const handling = handlingOf({ method, url, mode, accept: request.headers.get('accept') }, location.origin);
  if (handling === 'page') event.respondWith(givePage(request));
  if (handling === 'file') event.respondWith(giveFile(request));
  if (handling === 'data') event.respondWith(giveData(event));
});

/** What a page asks of the worker: to forget whoever was signed in, or to keep every screen. It is told when it is done. */
self.addEventListener('message', (event) => {
  const work =
    event.data === 'wipe'
      ? wipeSessions()
      : event.data === 'keep-screens'
        ? keepScreens().catch(() => undefined)
        : null;
  if (work === null) return;
  event.waitUntil(
    work.then(() => {
      event.ports[0]?.postMessage('done');
    }),
  );
});
