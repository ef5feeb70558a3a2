import { Refusal } from '../../../src/core/kernel/refuse.js';
import type { Db } from '../../../src/platform/db/db.js';
import type { Sql, Tx } from '../../../src/platform/db/sql.js';
import type { Statement } from './read-footprints.js';

/** A statement on its way; that it was the last before a rollback is known later. */
type Sent = { -readonly [Field in keyof Statement]: Statement[Field] };

type State = 'at-gate' | 'running' | 'done';

/** Most statements are done by then; who is not may be waiting for a lock, which PostgreSQL is asked. */
const LOOK_AFTER_MS = 5;

const outcomeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    (value) => ({ done: value ?? null }),
    (error: unknown) => {
      if (error instanceof Refusal) return { refused: error.code };
      if (error instanceof Error && 'code' in error) return { failed: error.code };
      throw error;
    },
  );

/** A player at work: every statement waits at the gate until it is let through. */
export class Course {
  /** Found waiting for a lock when it was last looked at. */
  wasBlocked = false;
  /** The statement that waits, or runs. */
  statement: Sent = { text: '', kind: 'alone', transaction: [] };
  outcome: unknown = undefined;
  retries = 0;
  crash: unknown = undefined;
  private open: () => void = () => undefined;
  private now: State = 'running';
  private wake: () => void = () => undefined;

  constructor(
    readonly name: string,
    readonly pid: number,
  ) {}

  get state(): State {
    return this.now;
  }

  isRunning(): boolean {
    return this.now === 'running';
  }

  /** Resolves when the state changes, or soon. */
  changes(): Promise<void> {
    return new Promise((resolve) => {
      const soon = setTimeout(resolve, LOOK_AFTER_MS);
      this.wake = () => {
        clearTimeout(soon);
        resolve();
      };
    });
  }

  private turn(state: State): void {
    this.now = state;
    this.wake();
  }

  readonly pass = (statement: Sent): Promise<void> => {
    this.statement = statement;
    this.turn('at-gate');
    return new Promise((resolve) => {
      this.open = resolve;
    });
  };

  begin(work: Promise<unknown>): void {
    outcomeOf(work)
      .then((outcome) => {
        this.outcome = outcome;
      })
      .catch((error: unknown) => {
        this.crash = error;
      })
      .finally(() => {
        this.turn('done');
      });
  }

  letThrough(): Sent {
    const { statement } = this;
    this.turn('running');
    this.open();
    return statement;
  }
}

/** What a connection says to itself meets nobody: it needs no gate. */
const isOwn = (text: string): boolean => /^\s*SELECT (set_config\(|coalesce\(current_setting\()/.test(text);

/** A player's database: what it sends waits at the gate. */
export const gated = (db: Db, course: Course): Db => {
  const through = (sql: Sql, sent?: string[]): Sql => {
    const pass = async (text: string): Promise<void> => {
      if (isOwn(text)) return;
      sent?.push(text);
      await course.pass({ text, kind: sent ? 'inside' : 'alone', transaction: [...(sent ?? [])] });
    };
    return {
      rows: async (text, params) => (await pass(text), sql.rows(text, params)),
      first: async (text, params) => (await pass(text), sql.first(text, params)),
      change: async (text, params) => (await pass(text), sql.change(text, params)),
    };
  };
  const transaction = <Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> => {
    let runs = 0;
    return db.transaction(async (tx) => {
      runs += 1;
      if (runs > 1) course.retries += 1;
      const sent: string[] = [];
      try {
        const result = await work({ ...through(tx, sent), isTransaction: true });
        await course.pass({ text: 'COMMIT', kind: 'commit', transaction: sent });
        return result;
      } catch (error) {
        // It lets go of all that its transaction held.
        if (course.statement.kind === 'inside') course.statement.kind = 'rollback';
        throw error;
      }
    });
  };
  return Object.assign(Object.create(db) as Db, { ...through(db), transaction });
};
