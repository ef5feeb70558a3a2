import type { AbstractHttpAdapter } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { Metrics } from './metrics.js';

/** Counts every answer of the product's adapter, by the class that the rate guard put on the request. */
export const measureRequests = (adapter: AbstractHttpAdapter, metrics: Metrics): void => {
  if (!(adapter instanceof FastifyAdapter)) return;
  (adapter as FastifyAdapter).getInstance().addHook('onResponse', (request, reply, done) => {
    const { rateClass } = request as { rateClass?: string };
    metrics.count(rateClass, reply.statusCode, reply.elapsedTime);
    done();
  });
};
