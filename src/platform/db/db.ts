import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type QueryRunner } from 'typeorm';
import type { Pool } from 'pg';
import { runChange, runRows, type Sql, type SqlClient, type Tx } from './sql.js';

/** Serialization failure and deadlock: the transaction did nothing and may be run again. */
const isRetryable = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === '40001' || error.code === '40P01');

const ATTEMPTS = 5;

const statementsOf = (client: SqlClient): Sql => ({
  rows: (text, params = []) => runRows(client, text, params),
  first: async <Row>(text: string, params: readonly unknown[] = []) =>
    (await runRows<Row>(client, text, params))[0],
  change: (text, params = []) => runChange(client, text, params),
});

/**
 * The one place where connections and transactions are opened. As an Sql it runs single statements, each
 * its own transaction, which is what readers need.
 */
@Injectable()
export class Db implements Sql {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  /** The pool that TypeORM's driver keeps; single statements go to it without a query runner between. */
  private get pool(): Pool {
    return (this.dataSource.driver as unknown as { master: Pool }).master;
  }

  rows<Row>(text: string, params: readonly unknown[] = []): Promise<Row[]> {
    return runRows(this.pool as SqlClient, text, params);
  }

  async first<Row>(text: string, params: readonly unknown[] = []): Promise<Row | undefined> {
    return (await this.rows<Row>(text, params))[0];
  }

  change(text: string, params: readonly unknown[] = []): Promise<number> {
    return runChange(this.pool, text, params);
  }

  /** Runs `work` in one transaction; deadlocks and serialization failures are tried again from the start. */
  async transaction<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    for (let attempt = 1; ; attempt += 1) {
      const runner = this.dataSource.createQueryRunner();
      try {
        return await this.once(runner, work);
      } catch (error) {
        if (attempt >= ATTEMPTS || !isRetryable(error)) throw error;
      } finally {
        await runner.release();
      }
    }
  }

  private async once<Result>(runner: QueryRunner, work: (tx: Tx) => Promise<Result>): Promise<Result> {
    const client = (await runner.connect()) as SqlClient;
    await runner.startTransaction();
    try {
      const result = await work({ ...statementsOf(client), isTransaction: true });
      await runner.commitTransaction();
      return result;
    } catch (error) {
      // A connection that died under us cannot roll back; the first error is the one that tells.
      await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    }
  }
}
