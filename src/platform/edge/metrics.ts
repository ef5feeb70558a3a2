import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import { DataSource } from 'typeorm';
import { rateClasses } from './rate-class.js';

/** Seconds, from what a commitment takes to what a person waits for. */
const BUCKETS_S = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What this process counts of itself. Labels are classes, states and codes: nothing that names anybody. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  private readonly requests: Counter<'class' | 'status'>;
  private readonly seconds: Histogram<'class'>;

  constructor(@Inject(DataSource) dataSource: DataSource) {
    const registers = [this.registry];
    this.requests = new Counter({
      name: 'sepikul_http_requests_total',
      help: 'Requests answered, by class of route and status.',
      labelNames: ['class', 'status'],
      registers,
    });
    this.seconds = new Histogram({
      name: 'sepikul_http_request_seconds',
      help: 'Seconds to the end of an answer, by class of route; streams are not timed.',
      labelNames: ['class'],
      buckets: BUCKETS_S,
      registers,
    });
    const poolOf = (): Pool | undefined => (dataSource.driver as unknown as { master?: Pool }).master;
    new Gauge({
      name: 'sepikul_database_connections',
      help: 'Connections of this process to PostgreSQL, and requests that wait for one.',
      labelNames: ['state'],
      registers,
      collect() {
        const pool = poolOf();
        this.set({ state: 'open' }, pool?.totalCount ?? 0);
        this.set({ state: 'idle' }, pool?.idleCount ?? 0);
        this.set({ state: 'awaited' }, pool?.waitingCount ?? 0);
      },
    });
    collectDefaultMetrics({ register: this.registry });
  }

  /** Counts an answer; what reached no route is of class `none`. */
  count(rateClass: string | undefined, status: number, tookMs: number): void {
    const known = rateClasses.find((name) => name === rateClass) ?? 'none';
    this.requests.inc({ class: known, status: String(status) });
    if (known !== 'stream') this.seconds.observe({ class: known }, tookMs / 1000);
  }
}
