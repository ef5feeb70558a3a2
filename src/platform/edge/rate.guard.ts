import type { CanActivate, ExecutionContext } from '@nestjs/common';
import type { AbstractHttpAdapter } from '@nestjs/core';
import type { GuardedRequest } from '../auth/access.guard.js';
import { clientAddress } from '../http/client-address.js';
import { refuseRequest } from '../http/refusals.js';
import { networkOf } from './network-of.js';
import { rateClassOf, type RateClass } from './rate-class.js';
import { WINDOW_S, type RateLimits } from './rate-limits.js';
import type { Counted } from './rate-window.js';

/** The guard that says who is asking and whether they may. */
interface Guard {
  canActivate(context: ExecutionContext): Promise<boolean>;
}

type Request = GuardedRequest &
  Parameters<typeof clientAddress>[0] & { readonly method: string; rateClass?: RateClass };

/** So many sessions that were just seen alive; beyond it they are seen anew. */
const MOST_LIVE = 50_000;

/**
 * Counts requests by class around the access guard: who is signed in by person, everybody else by address, before
 * anything is asked of the database. A whole village may share one address, so whoever is signed in is never
 * counted with it. Dead tokens count for the address that sends them; once they are too many, only sessions that
 * were seen alive pass from there.
 */
export class RateGuard implements CanActivate {
  private readonly classes = new WeakMap<object, RateClass>();
  private live = new Set<string>();

  constructor(
    private readonly inner: Guard,
    private readonly rates: RateLimits,
    private readonly isForAnyone: (context: ExecutionContext) => boolean,
    private readonly adapter: AbstractHttpAdapter,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const request = http.getRequest<Request>();
    const response = http.getResponse<object>();
    const rateClass = this.classOf(context, request);
    request.rateClass = rateClass;
    const address = `address ${networkOf(clientAddress(request))}`;
    const token = request.headers.authorization;
    if (typeof token !== 'string') this.spend(rateClass, address, response);
    else if (!this.live.has(token)) this.spend('read', `tokens ${address}`, response);
    try {
      return await this.inner.canActivate(context);
    } finally {
      if (typeof token === 'string') {
        const { principal } = request;
        this.remember(token, principal !== undefined);
        this.spend(rateClass, principal === undefined ? address : `person ${principal.personId}`, response);
      }
    }
  }

  private remember(token: string, isLive: boolean): void {
    if (!isLive) this.live.delete(token);
    else if (this.live.size < MOST_LIVE) this.live.add(token);
    else this.live = new Set([token]);
  }

  private classOf(context: ExecutionContext, { method }: Request): RateClass {
    const handler = context.getHandler();
    const known = this.classes.get(handler);
    if (known !== undefined) return known;
    const found = rateClassOf(method, handler, this.isForAnyone(context));
    this.classes.set(handler, found);
    return found;
  }

  private spend(rateClass: RateClass, caller: string, response: object): void {
    const counted = this.rates.count(rateClass, caller);
    this.tell(rateClass, counted, response);
    if (counted.left >= 0) return;
    this.adapter.setHeader(response, 'Retry-After', String(counted.resetS));
    throw refuseRequest('TOO_MANY_REQUESTS', { seconds: counted.resetS });
  }

  /** As the IETF's draft of RateLimit header fields writes it (draft-ietf-httpapi-ratelimit-headers). */
  private tell(rateClass: RateClass, { left, resetS }: Counted, response: object): void {
    const limit = this.rates.limits[rateClass];
    this.adapter.setHeader(response, 'RateLimit-Policy', `"${rateClass}";q=${limit};w=${WINDOW_S}`);
    this.adapter.setHeader(response, 'RateLimit', `"${rateClass}";r=${Math.max(0, left)};t=${resetS}`);
  }
}
