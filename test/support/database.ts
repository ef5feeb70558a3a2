import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { entities } from '../../src/entities.js';
import { makeDataSource } from '../../src/platform/db/data-source.js';
import { Db } from '../../src/platform/db/db.js';
import { currentScope, withinScope } from '../../src/platform/db/scope.js';
import type { Tx } from '../../src/platform/db/sql.js';
import {
  dropDatabase,
  provisionDatabase,
  urlFor,
  type Role,
  type RolePasswords,
} from '../../src/platform/db/provision-roles.js';

interface Cluster {
  readonly adminUrl: string;
  readonly passwords: RolePasswords;
}

const cluster = (): Cluster => {
  const text = process.env.SEPIKUL_TEST_CLUSTER;
  if (text === undefined) throw new Error('no test server: run through npm test');
  return JSON.parse(text) as Cluster;
};

/** A migrated database of its own, cloned from the template; one per spec file is usual. */
export interface TestDatabase {
  /** As the app, for a purpose of its own: most specs are about rows, not about whose they are. Within a scope: as that. */
  readonly db: Db;
  /** As the app with nobody's right. */
  readonly bareDb: Db;
  readonly workerDb: Db;
  /** Sees past row security and changes nothing. */
  readonly auditorDb: Db;
  /** The schema's owner: plants rows that the product's roles could not. */
  readonly owner: pg.Client;
  urlOf(role: Role): string;
  readonly adminUrl: string;
  readonly name: string;
  /** Ends its connections and leaves it standing: others may be cloned from it. */
  leave(): Promise<void>;
  close(): Promise<void>;
}

const connect = async (url: string, applicationName: string, poolSize = 12): Promise<DataSource> => {
  const dataSource = makeDataSource({ url, poolSize, entities, applicationName });
  return dataSource.initialize();
};

/** What a spec asks outside any scope it asks for the purpose `spec`. */
class SpecDb extends Db {
  private scoped<Result>(work: () => Promise<Result>): Promise<Result> {
    return currentScope() === undefined ? withinScope({ purpose: 'spec' }, work) : work();
  }

  override rows<Row>(text: string, params?: readonly unknown[]): Promise<Row[]> {
    return this.scoped(() => super.rows(text, params));
  }

  override first<Row>(text: string, params?: readonly unknown[]): Promise<Row | undefined> {
    return this.scoped(() => super.first(text, params));
  }

  override change(text: string, params?: readonly unknown[]): Promise<number> {
    return this.scoped(() => super.change(text, params));
  }

  override transaction<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    return this.scoped(() => super.transaction(work));
  }
}

/** @param template another than the migrated one: `template1` is empty, as on a new machine. */
export const freshDatabase = async (template = 'sepikul_template'): Promise<TestDatabase> => {
  const { adminUrl, passwords } = cluster();
  const name = `test_${randomBytes(6).toString('hex')}`;
  await provisionDatabase(adminUrl, name, template);
  const urlOf = (role: Role): string => urlFor(adminUrl, role, passwords, name);
  const app = await connect(urlOf('sepikul_app'), 'test-app');
  const worker = await connect(urlOf('sepikul_worker'), 'test-worker');
  const auditor = await connect(urlOf('sepikul_auditor'), 'test-auditor', 2);
  const owner = new pg.Client({ connectionString: urlOf('sepikul_migrator') });
  await owner.connect();
  const ownUrl = new URL(adminUrl);
  ownUrl.pathname = `/${name}`;
  const leave = async (): Promise<void> => {
    await Promise.all([app.destroy(), worker.destroy(), auditor.destroy(), owner.end()]);
  };
  return {
    name,
    db: new SpecDb(app),
    bareDb: new Db(app),
    workerDb: new Db(worker),
    auditorDb: new Db(auditor),
    owner,
    urlOf,
    adminUrl: ownUrl.href,
    leave,
    close: async () => {
      await leave();
      await dropDatabase(adminUrl, name);
    },
  };
};
