import pg from 'pg';
import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import type { Db } from './db.js';
import { ROLES, type Role } from './provision-roles.js';
import { withinScope } from './scope.js';

let database: TestDatabase;
let db: Db;

beforeAll(async () => {
  database = await freshDatabase();
  db = database.bareDb;
  await database.owner.query(
    'CREATE TABLE stack (id int PRIMARY KEY, sacks int NOT NULL CHECK (sacks >= 0))',
  );
  await database.owner.query('GRANT SELECT, INSERT, UPDATE ON stack TO sepikul_app');
});

afterAll(() => database.close());

beforeEach(async () => {
  await database.owner.query('TRUNCATE stack');
  await database.owner.query('INSERT INTO stack VALUES (1, 10), (2, 10)');
});

const sacks = async (): Promise<number[]> =>
  (await db.rows<{ sacks: number }>('SELECT sacks FROM stack ORDER BY id')).map((row) => row.sacks);

/** Lets each caller go on once `count` of them have come. */
const meetingOf = (count: number): (() => Promise<void>) => {
  let here = 0;
  let open: () => void;
  const all = new Promise<void>((resolve) => (open = resolve));
  return () => {
    here += 1;
    if (here >= count) open();
    return all;
  };
};

describe('a transaction', () => {
  it('keeps all of it', async () => {
    const result = await db.transaction(async (tx) => {
      await tx.change('UPDATE stack SET sacks = sacks - 3 WHERE id = 1');
      await tx.change('UPDATE stack SET sacks = sacks + 3 WHERE id = 2');
      return 'moved';
    });
    expect([result, await sacks()]).toEqual(['moved', [7, 13]]);
  });

  it('keeps nothing when the work throws, and throws the same on', async () => {
    const tired = new Error('too heavy');
    const work = db.transaction(async (tx) => {
      await tx.change('UPDATE stack SET sacks = sacks - 3 WHERE id = 1');
      throw tired;
    });
    await expect(work).rejects.toBe(tired);
    expect(await sacks()).toEqual([10, 10]);
  });

  it('keeps nothing when a later statement is refused', async () => {
    const work = db.transaction(async (tx) => {
      await tx.change('UPDATE stack SET sacks = sacks + 5 WHERE id = 2');
      await tx.change('UPDATE stack SET sacks = sacks - 11 WHERE id = 1');
    });
    await expect(work).rejects.toMatchObject({ code: '23514' });
    expect(await sacks()).toEqual([10, 10]);
  });

  it('is seen by nobody else before it ends', async () => {
    await db.transaction(async (tx) => {
      await tx.change('UPDATE stack SET sacks = 0 WHERE id = 1');
      expect(await sacks()).toEqual([10, 10]);
    });
    expect(await sacks()).toEqual([0, 10]);
  });

  it('gives its connection back, however it ends: more of them than connections', async () => {
    const works = Array.from({ length: 60 }, (_, place) =>
      db.transaction(async (tx) => {
        await tx.change('UPDATE stack SET sacks = sacks + 1 WHERE id = 1');
        if (place % 3 === 0) throw new Error('dropped');
      }),
    );
    const ends = await Promise.allSettled(works);
    expect(ends.filter((end) => end.status === 'rejected')).toHaveLength(20);
    expect(await sacks()).toEqual([50, 10]);
  });

  it('throws the first error and heals when its connection is killed', async () => {
    const work = db.transaction(async (tx) => {
      await tx.change('UPDATE stack SET sacks = 0');
      await tx.first('SELECT pg_terminate_backend(pg_backend_pid())');
    });
    await expect(work).rejects.toMatchObject({ code: '57P01' });
    expect(await sacks()).toEqual([10, 10]);
  });

  it('is tried again after a deadlock until both are through', async () => {
    const meet = meetingOf(2);
    let tries = 0;
    const move = (from: number, to: number): Promise<void> =>
      db.transaction(async (tx) => {
        tries += 1;
        await tx.change('UPDATE stack SET sacks = sacks - 1 WHERE id = $1', [from]);
        await meet();
        await tx.change('UPDATE stack SET sacks = sacks + 2 WHERE id = $1', [to]);
      });
    await Promise.all([move(1, 2), move(2, 1)]);
    expect(tries).toBeGreaterThan(2);
    expect(await sacks()).toEqual([11, 11]);
  });

  it('is tried again when it could not be put in an order with others', async () => {
    const meet = meetingOf(2);
    let tries = 0;
    const takeOne = (): Promise<void> =>
      db.transaction(async (tx) => {
        tries += 1;
        await tx.change('SET TRANSACTION ISOLATION LEVEL SERIALIZABLE');
        const row = await tx.first<{ sacks: number }>('SELECT sacks FROM stack WHERE id = 1');
        await meet();
        await tx.change('UPDATE stack SET sacks = $1 WHERE id = 1', [(row?.sacks ?? 0) - 1]);
      });
    await Promise.all([takeOne(), takeOne()]);
    expect(tries).toBe(3);
    expect(await sacks()).toEqual([8, 10]);
  });

  it('gives up after five tries, and tries nothing else again', async () => {
    for (const [code, tries] of [
      ['40001', 5],
      ['40P01', 5],
      ['23505', 1],
    ] as const) {
      let tried = 0;
      const work = db.transaction(() => {
        tried += 1;
        return Promise.reject(Object.assign(new Error('planted'), { code }));
      });
      await expect(work).rejects.toMatchObject({ code });
      expect([code, tried]).toEqual([code, tries]);
    }
  });
});

describe('a single statement', () => {
  const connections = async (): Promise<number[]> => {
    const { rows } = await database.owner.query<{ pid: number }>(
      `SELECT pid FROM pg_stat_activity WHERE application_name = 'test-app' AND datname = current_database() ORDER BY pid`,
    );
    return rows.map(({ pid }) => pid);
  };
  const twice = 'INSERT INTO stack VALUES (1, 10)';
  const refused = (): Promise<unknown>[] =>
    Array.from({ length: 24 }, (_, place) => {
      const say = (): Promise<number> => db.change(twice);
      return expect(place % 2 === 0 ? say() : withinScope({ purpose: 'spec' }, say)).rejects.toMatchObject({
        code: '23505',
      });
    });

  it('that is refused costs no connection, nor what was prepared on it', async () => {
    await Promise.all(refused());
    const before = await connections();
    await Promise.all(refused());
    expect(await connections()).toEqual(before);
    expect(await sacks()).toEqual([10, 10]);
  });

  it('whose connection dies costs that connection, and no other', async () => {
    const before = await connections();
    await expect(db.rows('SELECT pg_terminate_backend(pg_backend_pid())')).rejects.toThrow();
    expect((await connections()).filter((pid) => !before.includes(pid))).toEqual([]);
    expect(await connections()).toHaveLength(before.length - 1);
    expect(await sacks()).toEqual([10, 10]);
  });
});

describe('values from the database', () => {
  const one = async (expression: string): Promise<unknown> =>
    (await db.first<{ value: unknown }>(`SELECT ${expression} AS value`))?.value;

  it('gives a bigint as a number up to 2^53 - 1 and throws beyond, never a rounded one', async () => {
    expect(await one(`'9007199254740991'::bigint`)).toBe(Number.MAX_SAFE_INTEGER);
    expect(await one(`'-9007199254740991'::bigint`)).toBe(Number.MIN_SAFE_INTEGER);
    await expect(one(`'9007199254740992'::bigint`)).rejects.toThrow(
      '9007199254740992, which no double holds exactly',
    );
    await expect(one(`'-9007199254740993'::bigint`)).rejects.toThrow(RangeError);
  });

  it('throws for such a bigint within a transaction too, which keeps nothing', async () => {
    const work = db.transaction(async (tx) => {
      await tx.change('UPDATE stack SET sacks = 0');
      await tx.first(`SELECT '9007199254740993'::bigint AS value`);
    });
    await expect(work).rejects.toThrow('no double holds exactly');
    expect(await sacks()).toEqual([10, 10]);
  });

  it('gives a date as it is written, and a moment as a Date, whatever the zone here', async () => {
    expect(await one(`'2026-03-01'::date`)).toBe('2026-03-01');
    expect(await one(`'2026-03-01 00:30+07'::timestamptz`)).toEqual(new Date('2026-02-28T17:30:00Z'));
    expect(await one(`current_setting('timezone')`)).toBe('UTC');
  });

  it('names columns in camel case', async () => {
    expect(await db.rows('SELECT 1 AS quantity_packs, 2 AS price_rp_per_unit, NULL AS closed_at')).toEqual([
      { quantityPacks: 1, priceRpPerUnit: 2, closedAt: null },
    ]);
  });

  it('says how many rows a change touched', async () => {
    expect(await db.change('UPDATE stack SET sacks = 1 WHERE id > $1', [1])).toBe(1);
    expect(await db.change('UPDATE stack SET sacks = 1 WHERE id > $1', [2])).toBe(0);
  });
});

describe('the roles', () => {
  const asRole = async <Result>(
    role: Role,
    work: (client: pg.Client) => Promise<Result>,
  ): Promise<Result> => {
    const client = new pg.Client({ connectionString: database.urlOf(role) });
    await client.connect();
    try {
      await client.query('BEGIN');
      return await work(client);
    } finally {
      await client.query('ROLLBACK');
      await client.end();
    }
  };

  /** The code of PostgreSQL's refusal, or `allowed`; nothing of it stays. */
  const tryAs = (role: Role, sql: string): Promise<string> =>
    asRole(role, (client) =>
      client.query(sql).then(
        () => 'allowed',
        (error: unknown) => String((error as { code?: string }).code),
      ),
    );

  const DENIED = '42501';
  /** One harmless column of each table whose rows are written once. */
  const onceWritten = [
    ['audit_event', 'action'],
    ['posting', 'journal_id'],
    ['journal', 'id'],
    ['bid_revision', 'revision'],
    ['commitment_revision', 'version'],
    ['invoice', 'id'],
  ] as const;
  const changes = onceWritten.flatMap(([table, column]) => [
    `UPDATE ${table} SET ${column} = ${column}`,
    `DELETE FROM ${table}`,
    `TRUNCATE ${table} CASCADE`,
  ]);

  it.each(changes)('of app and worker may not: %s', async (sql) => {
    expect(await tryAs('sepikul_app', sql)).toBe(DENIED);
    expect(await tryAs('sepikul_worker', sql)).toBe(DENIED);
    // The same statement is a sound one: it fails for want of the right and for nothing else.
    expect(await tryAs('sepikul_migrator', sql)).toBe('allowed');
  });

  it.each([
    'CREATE TABLE mine (id int)',
    'CREATE TABLE bullmq.mine (id int)',
    'CREATE SCHEMA mine',
    'CREATE FUNCTION mine() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$',
    'ALTER TABLE outbox ADD COLUMN mine int',
    'DROP TABLE inbox',
  ])('of app, worker and auditor may not: %s', async (sql) => {
    for (const role of ['sepikul_app', 'sepikul_worker', 'sepikul_auditor'] as const)
      expect([role, await tryAs(role, sql)]).toEqual([role, DENIED]);
  });

  it('lets the owner make tables', async () => {
    expect(await tryAs('sepikul_migrator', 'CREATE TABLE mine (id int)')).toBe('allowed');
  });

  it('lets app and worker write events and audit rows', async () => {
    for (const role of ['sepikul_app', 'sepikul_worker'] as const) {
      expect(await tryAs(role, `INSERT INTO outbox (type, payload) VALUES ('SackWeighed', '{}')`)).toBe(
        'allowed',
      );
      expect(
        await tryAs(
          role,
          `INSERT INTO audit_event (action, subject_type, subject_id) VALUES ('weigh', 'sack', '1')`,
        ),
      ).toBe('allowed');
    }
  });

  const tablesOf = async (): Promise<string[]> => {
    const { rows } = await database.owner.query<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN ('migrations', 'stack') ORDER BY 1`,
    );
    return rows.map((row) => row.name);
  };

  it('lets the auditor read every table and write none', async () => {
    const tables = await tablesOf();
    expect(tables.length).toBeGreaterThan(20);
    const rights: Record<string, unknown> = {};
    for (const role of ['sepikul_auditor', 'sepikul_migrator'] as const) {
      const { rows } = await database.owner.query(
        `SELECT count(*) FILTER (WHERE has_table_privilege($1, name, 'SELECT'))::int AS readable,
           count(*) FILTER (WHERE has_any_column_privilege($1, name, 'INSERT, UPDATE') OR has_table_privilege($1, name, 'DELETE, TRUNCATE'))::int AS writable
         FROM unnest($2::text[]) AS name`,
        [role, tables],
      );
      rights[role] = rows[0];
    }
    expect(rights).toEqual({
      sepikul_auditor: { readable: tables.length, writable: 0 },
      sepikul_migrator: { readable: tables.length, writable: tables.length },
    });
    expect(
      await tryAs('sepikul_auditor', `INSERT INTO outbox (type, payload) VALUES ('SackWeighed', '{}')`),
    ).toBe(DENIED);
    expect(
      await tryAs('sepikul_migrator', `INSERT INTO outbox (type, payload) VALUES ('SackWeighed', '{}')`),
    ).toBe('allowed');
  });

  it('gives nobody more than a role needs: no superuser, none that makes roles or databases', async () => {
    const { rows } = await database.owner.query<{ name: string; bypasses: boolean }>(
      `SELECT rolname AS name, rolbypassrls AS bypasses FROM pg_roles
       WHERE rolname = ANY ($1) AND NOT (rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication) ORDER BY 1`,
      [ROLES],
    );
    expect(rows.map((row) => row.name)).toEqual([...ROLES].sort());
    expect(rows.filter((row) => row.bypasses).map((row) => row.name)).toEqual(['sepikul_auditor']);
  });
});
