import { randomUUID } from 'node:crypto';
import type { Book, Letter } from './book.js';
import type { Faults } from './faults.js';
import { nextRetryMs } from './retry-schedule.js';

/** Redirects 307 and 308 are followed this far. */
const MAX_HOPS = 5;
const ANSWER_MS = 15_000;
/** Node fires a longer timer at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

interface Post {
  readonly book: Book;
  readonly faults: Faults;
  readonly now: () => number;
  /** How many times faster than real the retries come. */
  readonly timeScale: number;
  /** Called after every attempt. */
  readonly changed: () => void;
}

/** Delivers notifications as Midtrans does: at once, then by its schedule until an answer ends it. */
export class Postman {
  private readonly underWay = new Set<Promise<void>>();
  private readonly timers = new Set<NodeJS.Timeout>();
  private readonly ending = new AbortController();
  private held: Letter[] | undefined;

  constructor(private readonly post: Post) {}

  send(letter: Pick<Letter, 'to' | 'about' | 'headers' | 'body'>): void {
    const kind = this.post.faults.take('notification', letter.about);
    for (let copy = 0; copy < (kind === 'duplicate' ? 2 : 1); copy += 1) {
      const written: Letter = { ...letter, id: randomUUID(), answers: [], nextAt: this.post.now() };
      this.post.book.letters.push(written);
      if (kind === 'lost') this.note(written, 0);
      else if (this.held !== undefined) this.held.push(written);
      else this.deliver(written);
    }
  }

  /** From now on letters wait. */
  hold(): void {
    this.held ??= [];
  }

  /** Sends what waited, one after the other, in the order that `arrange` gives. */
  async release(
    arrange: (letters: readonly Letter[]) => readonly Letter[] = (letters) => letters,
  ): Promise<void> {
    const waiting = this.held ?? [];
    this.held = undefined;
    for (const letter of arrange(waiting)) {
      this.deliver(letter);
      await this.idle();
    }
  }

  /** Once no attempt is under way; attempts that are still to come are not waited for. */
  async idle(): Promise<void> {
    while (this.underWay.size > 0) await Promise.all(this.underWay);
  }

  /** Takes up what an earlier run left. */
  resume(): void {
    for (const letter of this.post.book.letters) if (letter.nextAt !== null) this.plan(letter);
  }

  async stop(): Promise<void> {
    this.ending.abort();
    for (const timer of this.timers) clearTimeout(timer);
    await this.idle();
  }

  private plan(letter: Letter): void {
    if (this.ending.signal.aborted || letter.nextAt === null) return;
    const waitMs = Math.min(Math.max(0, letter.nextAt - this.post.now()), LONGEST_TIMER_MS);
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      if (letter.nextAt !== null && letter.nextAt > this.post.now()) this.plan(letter);
      else this.deliver(letter);
    }, waitMs);
    this.timers.add(timer.unref());
  }

  private deliver(letter: Letter): void {
    const attempt = this.attempt(letter.to, letter, MAX_HOPS).then((status) => {
      this.underWay.delete(attempt);
      // What the end of the gateway cut off is tried again by the next run.
      if (!this.ending.signal.aborted) this.note(letter, status);
    });
    this.underWay.add(attempt);
  }

  private note(letter: Letter, status: number): void {
    letter.answers.push(status);
    const retryMs = nextRetryMs(letter.answers, Math.random());
    letter.nextAt = retryMs === null ? null : this.post.now() + retryMs / this.post.timeScale;
    this.plan(letter);
    this.post.changed();
  }

  /** @returns the status of the answer; 0 where none came. */
  private async attempt(to: string, letter: Letter, hops: number): Promise<number> {
    try {
      const answer = await fetch(to, {
        method: 'POST',
        redirect: 'manual',
        headers: { 'content-type': 'application/json', 'user-agent': 'Veritrans', ...letter.headers },
        body: letter.body,
        signal: AbortSignal.any([this.ending.signal, AbortSignal.timeout(ANSWER_MS)]),
      });
      await answer.arrayBuffer();
      const next = answer.headers.get('location');
      const follows = (answer.status === 307 || answer.status === 308) && next !== null && hops > 0;
      return follows ? await this.attempt(new URL(next, to).href, letter, hops - 1) : answer.status;
    } catch {
      return 0;
    }
  }
}
