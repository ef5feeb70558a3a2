import fastifyStatic from '@fastify/static';
import type { INestApplication } from '@nestjs/common';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import { networkOf } from '../edge/network-of.js';
import type { Config } from '../config/config.js';
import { RateLimits, WINDOW_S, type RateConfig } from '../edge/rate-limits.js';
import { clientAddress } from '../http/client-address.js';
import { LOGGER, type Log } from '../logging/logger.js';
import { readBuiltWeb, type BuiltWeb } from './built-web.js';
import { writePage, writeRefused, writeShell } from './write-page.js';

const serverOf = (app: INestApplication) => (app.getHttpAdapter() as FastifyAdapter).getInstance();
type Server = ReturnType<typeof serverOf>;

interface Asked {
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly ip: string;
}

/** When it is worth asking again for what cannot be reached just now. */
const SOON_S = 5;

/** Names with a hash of their content never change. */
const ofHashedName = '/assets/';
const NOT_PAGES = /^\/(?:api|docs|admin|metrics|health)(?:[/?]|$)/;

const cookieOf = ({ headers }: Asked, name: string): string | undefined =>
  new RegExp(`(?:^|; ?)${name}=([a-z]+)(?:;|$)`).exec(String(headers.cookie ?? ''))?.[1];

/** By the link that was followed, else by the reader's choice, else Bahasa Indonesia, whatever the browser prefers. */
const languageOf = (asked: Asked, search: string): 'id' | 'en' => {
  const wanted = new URLSearchParams(search).get('lang') ?? cookieOf(asked, 'lang');
  return wanted === 'en' ? 'en' : 'id';
};

const themeOf = (asked: Asked): 'light' | 'dark' | null => {
  const theme = cookieOf(asked, 'theme');
  return theme === 'light' || theme === 'dark' ? theme : null;
};

/** The API as the asker would reach it, without a session: every wall and limit stands before it as ever. */
const askerOf =
  (server: Server, { headers, ip }: Asked) =>
  async (request: Request): Promise<Response> => {
    const { pathname, search } = new URL(request.url);
    const forwarded = headers['x-forwarded-for'];
    const answer = await server.inject({
      method: 'GET',
      url: pathname + search,
      remoteAddress: ip,
      headers: {
        'accept-language': request.headers.get('accept-language') ?? 'id',
        ...(forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }),
      },
    });
    return new Response(answer.body, {
      status: answer.statusCode,
      headers: { 'content-type': String(answer.headers['content-type'] ?? 'application/json') },
    });
  };

const pageOf = async (
  web: BuiltWeb,
  server: Server,
  asked: Asked,
  displayName: string,
): Promise<{ status: number; html: string }> => {
  const { pathname, search } = new URL(asked.url, 'http://sepikul.invalid');
  const language = languageOf(asked, search);
  const rendered = await web.render({ path: pathname, search, language, ask: askerOf(server, asked) });
  const html = writePage(web, rendered, { language, theme: themeOf(asked), displayName });
  return { status: rendered.head.status, html };
};

/**
 * The web app at `/`: its files, kept by browsers for ever where their name tells their content, and its pages,
 * rendered as anybody sees them. A path that is not the API's is a page, if only the one that says there is none.
 */
export const mountWeb = async (
  app: INestApplication,
  { DISPLAY_NAME: displayName, ...config }: RateConfig & Pick<Config, 'DISPLAY_NAME'>,
): Promise<void> => {
  const rates = new RateLimits(config);
  const web = await readBuiltWeb();
  const log = app.get<Log>(LOGGER, { strict: false });
  const server = serverOf(app);
  await server.register(fastifyStatic, {
    root: web.folder,
    prefix: '/',
    wildcard: false,
    index: false,
    decorateReply: false,
    preCompressed: true,
    cacheControl: false,
    globIgnore: ['**/*.html', '.vite/**'],
    setHeaders: (reply, path) => {
      const file = path.slice(web.folder.length);
      void reply.header(
        'cache-control',
        file.startsWith(ofHashedName) ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  });
  // For the service worker to keep: the frame alone, which the browser fills by itself.
  const shell = writeShell(web.page, displayName);
  server.get('/shell', (_request, reply) =>
    reply.headers({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' }).send(shell),
  );
  server.get('/*', async (request, reply) => {
    if (NOT_PAGES.test(request.url)) {
      reply.callNotFound();
      return reply;
    }
    const counted = rates.count('page', `address ${networkOf(clientAddress(request.raw))}`);
    if (counted.left < 0) {
      const { search } = new URL(request.url, 'http://sepikul.invalid');
      return reply
        .code(429)
        .headers({ 'content-type': 'text/html; charset=utf-8', 'retry-after': String(counted.resetS) })
        .send(writeRefused(web.page, languageOf(request, search), displayName, counted.resetS));
    }
    try {
      const { status, html } = await pageOf(web, server, request, displayName);
      return await reply
        .code(status)
        .headers({
          'content-type': 'text/html; charset=utf-8',
          // What is only so for now is nothing to be kept.
          'cache-control': status === 429 || status >= 500 ? 'no-store' : 'no-cache',
          vary: 'Cookie',
          ...(status === 503 ? { 'retry-after': String(SOON_S) } : {}),
          ...(status === 429 ? { 'retry-after': String(WINDOW_S) } : {}),
        })
        .send(html);
    } catch (error) {
      // A page that cannot be rendered here may still be shown by the browser itself.
      log.error({ error, path: request.url }, 'a page failed to render');
      return reply.code(500).type('text/html; charset=utf-8').send(shell);
    }
  });
};
