import { createContext } from 'preact';
import { Refused, type Problem } from './api.js';
import { keptSince } from './kept-answers.js';

/** An answer, when it was had, and whether only this phone still gives it; or the refusal. */
export type Answer =
  | { readonly value: unknown; readonly atMs: number; readonly isKept?: boolean }
  | { readonly refusal: Problem | null };

const FRESH_MS = 5_000;

/**
 * What the API has answered so far, by the key of the question. On the server it gathers what the screen asks for
 * until all is there; in the browser it begins with that, and shows what is known while it asks anew.
 */
export class Answers {
  private readonly known = new Map<string, Answer>();
  private asking = new Map<string, Promise<void>>();
  /** Grows when all is forgotten: what was asked before is nobody's any more when it comes. */
  private age = 0;
  private changedMs = 0;
  /** What came with the page: no service worker has seen it. */
  private readonly given: Set<string>;

  constructor(
    readonly isServer: boolean,
    begin: Readonly<Record<string, Answer>> = {},
  ) {
    for (const [key, answer] of Object.entries(begin)) this.known.set(key, answer);
    this.given = new Set(Object.keys(begin));
  }

  get(key: string): Answer | undefined {
    return this.known.get(key);
  }

  set(key: string, value: unknown): void {
    this.given.delete(key);
    const atMs = keptSince(value);
    this.known.set(key, atMs === null ? { value, atMs: Date.now() } : { value, atMs, isKept: true });
  }

  /**
   * Whether what is known need not be asked again: it came a moment ago, and nothing was changed since.
   * @param isWatched a service worker keeps what is asked, to be read without a signal: what came with the page is asked for its sake.
   */
  isFresh(key: string, isWatched = false): boolean {
    const known = this.known.get(key);
    if (known === undefined || !('value' in known) || (isWatched && this.given.has(key))) return false;
    return known.atMs > this.changedMs && Date.now() - known.atMs < FRESH_MS;
  }

  /** Somebody here has changed something: what was known before may be so no longer. */
  noteChange(): void {
    this.changedMs = Date.now();
  }

  /** Asks once, however many components wait for the same. */
  async ask(key: string, question: () => Promise<unknown>): Promise<void> {
    const before = this.asking.get(key);
    if (before !== undefined) return before;
    const { age, asking } = this;
    const now = new Promise((resolve) => {
      resolve(question());
    }).then(
      (value) => {
        if (age === this.age) this.set(key, value);
      },
      (error: unknown) => {
        if (!(error instanceof Refused)) throw error;
        if (age !== this.age) return;
        const isKnown = this.known.has(key) && 'value' in (this.known.get(key) ?? {});
        // The session is over: the frame says so, and nothing is taken from under who is writing.
        if (isKnown && error.code === 'NOT_SIGNED_IN') return;
        // What was known is better than nothing while there is no signal.
        if (!(error.isOffline && isKnown)) this.known.set(key, { refusal: error.problem });
        else throw error;
      },
    );
    const done = now.finally(() => {
      asking.delete(key);
    });
    asking.set(key, done);
    return done;
  }

  /** Asks without waiting, as a screen does while the server renders it: `settle` tells of what is no refusal. */
  gather(key: string, question: () => Promise<unknown>): void {
    this.ask(key, question).catch(() => undefined);
  }

  /** Waits for all that is being asked. @returns whether there was anything. @throws what is no refusal. */
  async settle(): Promise<boolean> {
    const waiting = [...this.asking.values()];
    await Promise.all(waiting);
    return waiting.length > 0;
  }

  forget(): void {
    this.known.clear();
    this.asking = new Map();
    this.age += 1;
  }

  toJSON(): Record<string, Answer> {
    return Object.fromEntries(this.known);
  }
}

export const AnswersContext = createContext(new Answers(false));
