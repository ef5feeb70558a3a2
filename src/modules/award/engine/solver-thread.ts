import { Worker } from 'node:worker_threads';
import type { LinearSolution } from '../../../core/award/linear-model.js';
import type { SolveReply, SolveRequest } from './solver-message.js';

/** A thread died, or HiGHS refused a model; the next request gets a new thread. */
class SolverCrashed extends Error {
  override readonly name = 'SolverCrashed';
}

interface Waiting {
  readonly id: number;
  readonly resolve: (solution: LinearSolution) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * One worker thread that solves one request at a time. It is referenced only while it solves, so an idle
 * thread keeps no process alive. Once `dead` it stays so; `SolverThreads` starts another.
 */
export class SolverThread {
  private readonly worker: Worker;
  private waiting: Waiting | null = null;
  private ended = false;

  constructor(path: string) {
    // Without our own flags: some, such as --input-type, no thread accepts.
    this.worker = new Worker(path, { execArgv: [] });
    this.worker.unref();
    this.worker.on('message', (reply: SolveReply) => this.take(reply));
    this.worker.on('error', (error: unknown) =>
      this.end(new SolverCrashed(error instanceof Error ? error.message : String(error))),
    );
    this.worker.on('exit', (code) =>
      this.end(new SolverCrashed(`the solver thread ended with code ${code}`)),
    );
  }

  get dead(): boolean {
    return this.ended;
  }

  solve(request: SolveRequest): Promise<LinearSolution> {
    return new Promise((resolve, reject) => {
      if (this.ended || this.waiting) {
        reject(new SolverCrashed(this.ended ? 'the solver thread has ended' : 'the solver thread is busy'));
        return;
      }
      this.waiting = { id: request.id, resolve, reject };
      this.worker.ref();
      this.worker.postMessage(request);
    });
  }

  /** Ends the thread at once, in the middle of a solve too, which then fails with `reason`. */
  async kill(reason: unknown): Promise<void> {
    this.end(reason);
    await this.worker.terminate();
  }

  private take(reply: SolveReply): void {
    const waiting = this.waiting;
    if (waiting?.id !== reply.id) return;
    this.waiting = null;
    this.worker.unref();
    if ('solution' in reply) waiting.resolve(reply.solution);
    else waiting.reject(new SolverCrashed(reply.error));
  }

  private end(reason: unknown): void {
    this.ended = true;
    const waiting = this.waiting;
    this.waiting = null;
    waiting?.reject(reason);
  }
}
