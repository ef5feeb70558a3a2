import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The address of a process, at which another build of the app can be released. */
export interface Releases {
  readonly url: string;
  /** From now on the service worker is of another build; its files are those of the one before. */
  release(): void;
  close(): Promise<void>;
}

const VERSION = /(version:\W)[0-9a-f]{16}/;
/** Of the build that is released. */
export const NEXT_VERSION = '0123456789abcdef';

export const releasesAt = async (baseUrl: string): Promise<Releases> => {
  let isReleased = false;
  const server = createServer((asked, answer) => {
    const isWorker = asked.url === '/service-worker.js';
    // The worker is asked for whole: what was known of the build before says nothing of the next.
    const headers = isWorker ? { host: asked.headers.host, 'accept-encoding': 'identity' } : asked.headers;
    const onward = request(new URL(asked.url ?? '/', baseUrl), { method: asked.method, headers }, (given) => {
      const others = Object.entries(given.headers).filter(([name]) => !/length|etag|modified/.test(name));
      if (!isWorker) {
        answer.writeHead(given.statusCode ?? 502, given.headers);
        given.pipe(answer);
        return;
      }
      answer.writeHead(given.statusCode ?? 502, Object.fromEntries(others));
      given.setEncoding('utf8');
      let code = '';
      given.on('data', (text: string) => (code += text));
      given.on('end', () => answer.end(isReleased ? code.replace(VERSION, `$1${NEXT_VERSION}`) : code));
    });
    onward.on('error', () => answer.destroy());
    asked.pipe(onward);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    release: () => {
      isReleased = true;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
