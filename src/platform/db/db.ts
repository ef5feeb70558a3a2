import { Inject, Injectable } from '@nestjs/common';
import pg, { type Pool, type PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import { lookAcross } from './look-across.js';
import type { Purpose } from './purposes.js';
import { SETTINGS, settingsOf } from './principal-settings.js';
import { currentScope, withinScope, type Scope } from './scope.js';
import { ScopedQuery } from './scoped-query.js';
import { sqlOf, type Sql, type Tx } from './sql.js';

/** The database, seen for a named purpose. */
export type Across = Pick<Db, 'rows' | 'first' | 'change' | 'transaction'>;

/** Serialization failure and deadlock: the transaction did nothing and may be run again. */
const isRetryable = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === '40001' || error.code === '40P01');

const ATTEMPTS = 5;

/** Begins a transaction and tells it its principal, in one message. */
const beginFor = (scope: Scope | undefined): string => {
  if (scope === undefined) return 'BEGIN';
  const values = settingsOf(scope);
  const calls = SETTINGS.map(
    (name, place) => `set_config('${name}', ${pg.escapeLiteral(values[place] ?? '')}, true)`,
  );
  return `BEGIN; SELECT ${calls.join(', ')}`;
};

/**
 * Whether an error says only that a statement was wrong, as a unique violation does, or the connection besides: it is
 * closing (57, FATAL), the server is out of something (53), or the error did not come from the server at all.
 */
const isOfStatement = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && !/^(?:08|53|57|58|XX)/.test(error.code ?? 'XX');

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

type Sending = (
  query: ScopedQuery,
  values: undefined,
  answer: (error: Error | undefined, result: pg.QueryResult) => void,
) => void;

/** Sends a query of our own, which the client takes as it stands, and answers by its callback alone; its types know only configurations. */
const sent = (client: PoolClient, query: ScopedQuery): Promise<pg.QueryResult | pg.QueryArrayResult> =>
  new Promise((resolve, reject) => {
    const send = client.query.bind(client) as unknown as Sending;
    send(query, undefined, (error, result) => {
      if (error) reject(error);
      else resolve(result);
    });
  });

const transactionOn = (client: PoolClient): Tx => ({
  ...sqlOf({ array: (query) => client.query(query), plain: (query) => client.query(query) }),
  isTransaction: true,
});

/**
 * The one place where connections and transactions are opened. As an Sql it runs single statements, each
 * its own transaction, which is what readers need. Both carry the principal of the scope they run in; in a scope
 * that has a transaction, both are part of it.
 */
@Injectable()
export class Db implements Sql {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  private readonly single = sqlOf({
    array: (query) => this.send(query),
    plain: (query) => this.send(query),
  });

  /** The pool that TypeORM's driver keeps; statements go to it without a query runner between. */
  private get pool(): Pool {
    return (this.dataSource.driver as unknown as { master: Pool }).master;
  }

  private get sql(): Sql {
    return currentScope()?.tx ?? this.single;
  }

  rows<Row>(text: string, params: readonly unknown[] = []): Promise<Row[]> {
    return this.sql.rows(text, params);
  }

  first<Row>(text: string, params: readonly unknown[] = []): Promise<Row | undefined> {
    return this.sql.first(text, params);
  }

  change(text: string, params: readonly unknown[] = []): Promise<number> {
    return this.sql.change(text, params);
  }

  /** Runs `work` in one transaction; deadlocks and serialization failures are tried again from the start. */
  async transaction<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    const scope = currentScope();
    if (scope?.tx) return work(scope.tx);
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.once(scope, work);
      } catch (error) {
        if (attempt >= ATTEMPTS || !isRetryable(error)) throw error;
      }
    }
  }

  /**
   * The same database, looking across the walls between parties for a named purpose: for answers that are made
   * of everybody's rows and show nobody's. In a scope that has a transaction it is part of that.
   */
  across(purpose: Purpose): Across {
    const inside = <Result>(work: () => Promise<Result>): Promise<Result> => {
      const scope = currentScope();
      return scope?.tx === undefined
        ? withinScope({ purpose }, work)
        : lookAcross(scope.tx, purpose, () => withinScope({ ...scope, purpose }, work));
    };
    return {
      rows: (text, params) => inside(() => this.rows(text, params)),
      first: (text, params) => inside(() => this.first(text, params)),
      change: (text, params) => inside(() => this.change(text, params)),
      transaction: (work) => inside(() => this.transaction(work)),
    };
  }

  private send(query: Parameters<Parameters<typeof sqlOf>[0]['array']>[0]): Promise<pg.QueryArrayResult>;
  private send(query: Parameters<Parameters<typeof sqlOf>[0]['plain']>[0]): Promise<pg.QueryResult>;
  private send(query: pg.QueryConfig & { name: string }): Promise<pg.QueryResult | pg.QueryArrayResult> {
    const scope = currentScope();
    return this.on(async (client, giveUp) => {
      try {
        return await (scope === undefined
          ? client.query(query)
          : sent(client, new ScopedQuery(query, settingsOf(scope))));
      } catch (error) {
        if (!isOfStatement(error)) giveUp(error);
        throw error;
      }
    });
  }

  private once<Result>(scope: Scope | undefined, work: (tx: Tx) => Promise<Result>): Promise<Result> {
    return this.on(async (client, giveUp) => {
      try {
        await client.query(beginFor(scope));
        const result = await work(transactionOn(client));
        await client.query('COMMIT');
        return result;
      } catch (error) {
        // A connection that died under us cannot roll back; the first error is the one that tells.
        await client.query('ROLLBACK').catch(giveUp);
        throw error;
      }
    });
  }

  /** Works on a connection of the pool, which keeps it unless it failed: one that refused a statement is as good as new. */
  private async on<Result>(
    work: (client: PoolClient, giveUp: (error: unknown) => void) => Promise<Result>,
  ): Promise<Result> {
    const client = await this.pool.connect();
    let failure: Error | undefined;
    const giveUp = (error: unknown): void => {
      failure = asError(error);
    };
    client.on('error', giveUp);
    try {
      return await work(client, giveUp);
    } finally {
      client.off('error', giveUp);
      client.release(failure);
    }
  }
}
