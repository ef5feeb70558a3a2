import type { LinearModel, LinearSolution } from '../../../core/award/linear-model.js';
import { locateThread } from './locate-thread.js';
import type { SolveRequest } from './solver-message.js';
import { SolverThread } from './solver-thread.js';

/** The wall clock stopped a solve that did not stop itself; nothing is known of its model. */
export class SolverRanAway extends Error {
  override readonly name = 'SolverRanAway';
}

/** Asked after `close()`, or waiting when it came. */
export class SolverClosed extends Error {
  override readonly name = 'SolverClosed';
}

export interface SolverThreadsOptions {
  /** 1 by default: HiGHS takes a whole core. */
  readonly threads?: number;
  /** Milliseconds after which HiGHS is asked to stop and answer its best; 60,000 by default. */
  readonly guardMs?: number;
  /** Milliseconds more until its thread is killed; 5,000 by default. */
  readonly graceMs?: number;
  /** A thread is replaced after a model of more terms, whose memory WebAssembly never gives back. */
  readonly recycleAboveTerms?: number;
  /** Path of the built thread. */
  readonly threadPath?: string;
}

export interface SolveOptions {
  /** Branch-and-bound nodes, the same on every machine; 20,000 by default. */
  readonly maxNodes?: number;
  /** Proven distance at which to stop, in the model's cost; 0.25 by default, for whole costs. */
  readonly absoluteGap?: number;
  /** The same as a share of the cost; 0 by default. The wider of both counts. */
  readonly relativeGap?: number;
  /** Milliseconds for this solve, where it is to be less than the threads' own. */
  readonly guardMs?: number;
  readonly signal?: AbortSignal;
}

interface Job {
  readonly request: SolveRequest;
  readonly signal: AbortSignal | undefined;
  readonly resolve: (solution: LinearSolution) => void;
  readonly reject: (reason: unknown) => void;
  /** Hears the abort while the job waits. */
  readonly leave: () => void;
}

/**
 * Long-lived solver threads and one queue before them. Threads start with the first request and are
 * reused: the first solve of a thread is several times slower.
 *
 * What can go wrong, and what happens next:
 * - node limit or `guardMs` reached: HiGHS answers its best with the proven bound, status `stopped`;
 * - it does not answer `graceMs` later: its thread is killed, the solve fails with `SolverRanAway`;
 * - a thread crashes: its solve fails with `SolverCrashed`; the next request gets a new thread;
 * - aborted while waiting: leaves the queue; while solving: the thread is killed; fails with the signal's reason.
 */
export class SolverThreads {
  private readonly slots: (SolverThread | null)[];
  private readonly free: number[];
  private readonly queue: Job[] = [];
  private lastId = 0;
  private closed = false;

  constructor(private readonly options: SolverThreadsOptions = {}) {
    this.slots = Array.from({ length: Math.max(1, options.threads ?? 1) }, () => null);
    this.free = this.slots.map((_, slot) => slot).reverse();
  }

  solve(model: LinearModel, options: SolveOptions = {}): Promise<LinearSolution> {
    const { signal, maxNodes = 20_000, absoluteGap = 0.25, relativeGap = 0 } = options;
    const guardMs = Math.min(this.guardMs, options.guardMs ?? Infinity);
    if (this.closed) return Promise.reject(new SolverClosed('the solver is closed'));
    if (signal?.aborted) return Promise.reject(toError(signal.reason));
    this.lastId += 1;
    const request = {
      id: this.lastId,
      model,
      maxNodes,
      maxSeconds: guardMs / 1000,
      absoluteGap,
      relativeGap,
    };
    return new Promise((resolve, reject) => {
      const job: Job = { request, signal, resolve, reject, leave: () => this.leaveQueue(job) };
      signal?.addEventListener('abort', job.leave);
      this.queue.push(job);
      this.next();
    });
  }

  /** Ends all threads; what waits or runs fails with `SolverClosed`. */
  async close(): Promise<void> {
    this.closed = true;
    const reason = new SolverClosed('the solver was closed');
    for (const job of this.queue.splice(0)) job.reject(reason);
    await Promise.all(this.slots.map((_, slot) => this.drop(slot, reason)));
  }

  private get guardMs(): number {
    return this.options.guardMs ?? 60_000;
  }

  private next(): void {
    if (this.queue.length === 0) return;
    const slot = this.free.pop();
    if (slot === undefined) return;
    const job = this.queue.shift();
    if (!job) return;
    job.signal?.removeEventListener('abort', job.leave);
    void this.run(slot, job)
      .then(job.resolve, job.reject)
      .finally(() => {
        this.free.push(slot);
        this.next();
      });
  }

  private async run(slot: number, job: Job): Promise<LinearSolution> {
    const thread = this.threadAt(slot);
    const abort = (): void => void thread.kill(toError(job.signal?.reason));
    const guardMs = job.request.maxSeconds * 1000;
    const runaway = new SolverRanAway(`no answer within ${guardMs} ms and grace`);
    const timer = setTimeout(() => void thread.kill(runaway), guardMs + (this.options.graceMs ?? 5_000));
    job.signal?.addEventListener('abort', abort);
    try {
      return await thread.solve(job.request);
    } finally {
      clearTimeout(timer);
      job.signal?.removeEventListener('abort', abort);
      const isLarge = job.request.model.termFactors.length > (this.options.recycleAboveTerms ?? 200_000);
      if (thread.dead || isLarge) await this.drop(slot, new SolverClosed('the thread is replaced'));
    }
  }

  private threadAt(slot: number): SolverThread {
    const present = this.slots[slot];
    if (present && !present.dead) return present;
    const thread = new SolverThread(this.options.threadPath ?? locateThread());
    this.slots[slot] = thread;
    return thread;
  }

  private async drop(slot: number, reason: Error): Promise<void> {
    const thread = this.slots[slot];
    this.slots[slot] = null;
    if (thread) await thread.kill(reason);
  }

  private leaveQueue(job: Job): void {
    const place = this.queue.indexOf(job);
    if (place < 0) return;
    this.queue.splice(place, 1);
    job.reject(toError(job.signal?.reason));
  }
}

const toError = (reason: unknown): Error => (reason instanceof Error ? reason : new Error(String(reason)));
