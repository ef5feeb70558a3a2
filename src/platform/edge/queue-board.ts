import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { FastifyAdapter as BoardAdapter } from '@bull-board/fastify';
import type { INestApplication } from '@nestjs/common';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import { withinScope } from '../db/scope.js';
import { refuseAccess } from '../auth/refusals.js';
import { Sessions, hashToken } from '../auth/sessions.js';
import { headersOf, problemOf } from '../http/problem.filter.js';
import { refuseRequest } from '../http/refusals.js';
import { LOGGER, type Log } from '../logging/logger.js';
import type { Refusal } from '../../core/kernel/refuse.js';
import type { SeenQueue } from '../queue/see-queue.js';
import { BOARD_PATH, tokenOf, type Visited } from './board-cookie.js';

/** Why a request may not see the board; undefined for the administration's people, and then for looking only. */
const refusalOf = async (sessions: Sessions, request: Visited): Promise<Refusal | undefined> => {
  const token = tokenOf(request);
  const principal =
    token === undefined
      ? undefined
      : await withinScope({ purpose: 'sign-in' }, () => sessions.principalOf(hashToken(token)));
  if (principal === undefined) return refuseAccess('NOT_SIGNED_IN');
  const isAdministrator = principal.memberships.some(({ kind }) => kind === 'administrator');
  const looks = request.method === 'GET' || request.method === 'HEAD';
  return isAdministrator && looks ? undefined : refuseAccess('NOT_ALLOWED');
};

/**
 * bull-board at /admin/queues, for people of the administration, judged anew at every request. It shows the queue and
 * changes nothing: what is to be done again is redriven from the inbox (`GET /api/v1/parked`), which is the truth.
 * The queue is connected to when somebody first looks.
 */
export const mountQueueBoard = async (app: INestApplication, open: () => SeenQueue): Promise<void> => {
  const sessions = app.get(Sessions, { strict: false });
  const log = app.get<Log>(LOGGER, { strict: false });
  const serverAdapter = new BoardAdapter();
  serverAdapter.setBasePath(BOARD_PATH);
  const board = createBullBoard({ queues: [], serverAdapter });
  serverAdapter.setErrorHandler((error) => {
    log.error({ error }, 'the queue board failed');
    const problem = problemOf(refuseRequest('UNAVAILABLE'), { headers: {} });
    return { status: 500, body: { ...problem, status: 500 } };
  });
  let seen: SeenQueue | undefined;
  const show = (): void => {
    if (seen !== undefined) return;
    seen = open();
    board.addQueue(new BullMQAdapter(seen.queue, { readOnlyMode: true }));
  };
  const server = (app.getHttpAdapter() as FastifyAdapter).getInstance();
  await server.register(
    async (scope) => {
      scope.addHook('onRequest', async (request, reply) => {
        const refusal = await refusalOf(sessions, request);
        if (refusal === undefined) {
          show();
          return;
        }
        const problem = problemOf(refusal, request);
        await reply.code(problem.status).headers(headersOf(problem)).send(JSON.stringify(problem));
      });
      scope.addHook('onClose', async () => {
        await seen?.close();
      });
      await scope.register(serverAdapter.registerPlugin());
    },
    { prefix: BOARD_PATH },
  );
};
