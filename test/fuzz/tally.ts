import type { Actor } from './gather-actors.js';
import { codeIn, type Fault } from './judge-answer.js';
import type { Route } from './read-api.js';
import type { Received, Sent } from './send-request.js';

export interface Finding {
  readonly route: string;
  readonly fault: Fault['kind'];
  readonly detail: string;
  /** The first case that found it. */
  readonly number: number;
  readonly actor: string;
  readonly count: number;
  readonly shown: string;
}

/** What came of the cases of one route. */
export interface RouteTally {
  requests: number;
  /** Of them answered with 2xx: what lies behind the refusals. */
  well: number;
  /** How often each refusal came. */
  readonly refusals: Map<string, number>;
  ms: number;
  slowestMs: number;
}

/** What came of all requests so far, of all rounds. */
export class Tally {
  readonly findings = new Map<string, Finding>();
  readonly byStatus: Record<string, number> = {};
  readonly byRoute = new Map<string, RouteTally>();
  requests = 0;
  /** Of them. */
  well = 0;

  constructor(private readonly tell: (line: string) => void) {}

  count({ name }: Route, { status, tookMs, body }: Received): void {
    this.byStatus[status] = (this.byStatus[status] ?? 0) + 1;
    const route = this.byRoute.get(name) ?? {
      requests: 0,
      well: 0,
      refusals: new Map<string, number>(),
      ms: 0,
      slowestMs: 0,
    };
    this.byRoute.set(name, route);
    route.requests += 1;
    route.ms += tookMs;
    route.slowestMs = Math.max(route.slowestMs, tookMs);
    if (status >= 300) {
      const code = codeIn(body);
      route.refusals.set(code, (route.refusals.get(code) ?? 0) + 1);
      return;
    }
    route.well += 1;
    this.well += 1;
  }

  keep(
    { name: routeName }: Route,
    number: number,
    actor: Actor,
    fault: Fault,
    sent: Sent,
    received: Received | undefined,
    why = '',
  ): void {
    const key = `${routeName} ${fault.kind} ${fault.detail}`;
    const before = this.findings.get(key);
    const shown = [
      `${sent.method} ${sent.url.slice(new URL(sent.url).origin.length)}`,
      JSON.stringify({ ...sent.headers, authorization: undefined }),
      sent.body?.toString().slice(0, 600) ?? '',
      `-> ${received?.status ?? 'nothing'} ${received?.body.toString().slice(0, 600) ?? ''}`,
      ...(why === '' ? [] : [why]),
    ].join('\n    ');
    // A run of hours that is broken off has said what it found.
    if (before === undefined) this.tell(`✗ ${key} (case ${number}, as ${actor.name})\n    ${shown}`);
    this.findings.set(key, {
      route: routeName,
      fault: fault.kind,
      detail: fault.detail,
      number: before?.number ?? number,
      actor: before?.actor ?? actor.name,
      count: (before?.count ?? 0) + 1,
      shown: before?.shown ?? shown,
    });
  }
}
