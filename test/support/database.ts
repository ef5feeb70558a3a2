import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { entities } from '../../src/entities.js';
import { makeDataSource } from '../../src/platform/db/data-source.js';
import { Db } from '../../src/platform/db/db.js';
import {
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
  readonly db: Db;
  readonly workerDb: Db;
  /** The schema's owner: plants rows that the product's roles could not. */
  readonly owner: pg.Client;
  urlOf(role: Role): string;
  readonly adminUrl: string;
  close(): Promise<void>;
}

const connect = async (url: string, applicationName: string): Promise<DataSource> => {
  const dataSource = makeDataSource({ url, poolSize: 12, entities, applicationName });
  return dataSource.initialize();
};

export const freshDatabase = async (): Promise<TestDatabase> => {
  const { adminUrl, passwords } = cluster();
  const name = `test_${randomBytes(6).toString('hex')}`;
  await provisionDatabase(adminUrl, name, 'sepikul_template');
  const urlOf = (role: Role): string => urlFor(adminUrl, role, passwords, name);
  const app = await connect(urlOf('sepikul_app'), 'test-app');
  const worker = await connect(urlOf('sepikul_worker'), 'test-worker');
  const owner = new pg.Client({ connectionString: urlOf('sepikul_migrator') });
  await owner.connect();
  const ownUrl = new URL(adminUrl);
  ownUrl.pathname = `/${name}`;
  return {
    db: new Db(app),
    workerDb: new Db(worker),
    owner,
    urlOf,
    adminUrl: ownUrl.href,
    close: async () => {
      await Promise.all([app.destroy(), worker.destroy(), owner.end()]);
      const admin = new pg.Client({ connectionString: adminUrl });
      await admin.connect();
      await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await admin.end();
    },
  };
};
