import pg from 'pg';
import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { sealAll } from '../../../test/support/seal-all.js';
import { rowTypes } from '../db/data-source.js';
import type { Sql } from '../db/sql.js';
import {
  ENTRY_FORMAT,
  GENESIS,
  SEALED_COLUMNS,
  sealEntry,
  type EntryFormat,
  type SealedEvent,
} from './seal-entry.js';
import { verifyChain, type ChainVerdict } from './verify-chain.js';
import { writeAudit } from './write-audit.js';

let database: TestDatabase;
/** A superuser, as whoever has the machine is. */
let vandal: pg.Client;
/** Places of the six rows that happened here, and the head that was published after them. */
let first: number;
let head: { number: number; hash: string };

beforeAll(async () => {
  database = await freshDatabase();
  vandal = new pg.Client({ connectionString: database.adminUrl });
  await vandal.connect();
  await vandal.query('SET session_replication_role = replica');
  await sealAll(database.workerDb);
  first = (await verifyChain(door())).sealed + 1;
  for (const subjectId of ['a', 'b', 'c', 'd', 'e', 'f'])
    await database.db.transaction((tx) =>
      writeAudit(tx, { actorId: null, action: 'weighed', subjectType: 'sack', subjectId, data: { kg: 50 } }),
    );
  await sealAll(database.workerDb);
  const { sealed: number, hash } = await verifyChain(door());
  head = { number, hash };
});
afterAll(async () => {
  await vandal.end();
  await database.close();
});

const door = (): Sql => {
  const rows = async <Row>(text: string, params: readonly unknown[] = []): Promise<Row[]> => {
    const found = await vandal.query({ text, values: [...params], types: rowTypes });
    return found.rows.map((row: Record<string, unknown>) =>
      Object.fromEntries(
        Object.entries(row).map(([key, value]) => [
          key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
          value,
        ]),
      ),
    ) as Row[];
  };
  return {
    rows,
    first: async (text, params) => (await rows<never>(text, params))[0],
    change: () => Promise.reject(new Error()),
  };
};

interface Judged {
  readonly verdict: ChainVerdict;
  /** Whether p10 has found something as well. */
  readonly isPromiseBroken: boolean;
}

/** Does harm, verifies, and undoes it. */
const after = async (harm: () => Promise<unknown>, kept = [head]): Promise<Judged> => {
  await vandal.query('BEGIN');
  try {
    await harm();
    const verdict = await verifyChain(door(), kept);
    const found = await vandal.query(
      `SELECT FROM p10_every_change_is_audited WHERE subject NOT IN (SELECT audited_tables()::text)`,
    );
    return { verdict, isPromiseBroken: found.rowCount !== 0 };
  } finally {
    await vandal.query('ROLLBACK');
  }
};
const sql = (text: string) => (): Promise<unknown> => vandal.query(text);
const place = (offset: number): string =>
  `(SELECT audit_id FROM audit_chain WHERE number = ${first + offset})`;
const touchedAt = (offset: number, touch: string): object => ({
  touch,
  number: first + offset,
  auditId: expect.any(String) as unknown,
});

it('finds nothing in a history that nobody touched', async () => {
  const { verdict, isPromiseBroken } = await after(async () => undefined);
  expect(verdict).toMatchObject({ sealed: head.number, hash: head.hash, waiting: 0, touched: null });
  expect(isPromiseBroken).toBe(false);
});

it.each([
  ['an action', `UPDATE audit_event SET action = 'not weighed' WHERE id = $`],
  ['who it was', `UPDATE audit_event SET actor_id = gen_random_uuid() WHERE id = $`],
  [
    'when, by a microsecond',
    `UPDATE audit_event SET happened_at = happened_at + interval '1 microsecond' WHERE id = $`,
  ],
  ['a number in its data', `UPDATE audit_event SET data = '{"kg": 50.0}' WHERE id = $`],
  ['the key of its request', `UPDATE audit_event SET key_id = gen_random_uuid() WHERE id = $`],
  ['what it is about', `UPDATE audit_event SET subject_id = 'z' WHERE id = $`],
])('names the first row of which somebody changed %s', async (_, text) => {
  const { verdict, isPromiseBroken } = await after(async () => {
    await vandal.query(text.replace('$', place(4)));
    await vandal.query(text.replace('$', place(2)));
  });
  expect(verdict.touched).toEqual(touchedAt(2, 'ALTERED'));
  expect([verdict.sealed, isPromiseBroken]).toEqual([first + 1, true]);
});

it('names a row that was deleted', async () => {
  const { verdict, isPromiseBroken } = await after(sql(`DELETE FROM audit_event WHERE id = ${place(3)}`));
  expect([verdict.touched, isPromiseBroken]).toEqual([touchedAt(3, 'DELETED'), true]);
});

it('names a row that was deleted with its place, also where the places after it moved up', async () => {
  const cut = `DELETE FROM audit_chain WHERE number = ${first + 3}`;
  const gap = await after(sql(cut));
  expect([gap.verdict.touched, gap.isPromiseBroken]).toEqual([touchedAt(3, 'BROKEN'), true]);
  const closed = await after(async () => {
    await vandal.query(cut);
    await vandal.query(`UPDATE audit_chain SET number = number - 1 WHERE number = ${first + 4}`);
    await vandal.query(`UPDATE audit_chain SET number = number - 1 WHERE number = ${first + 5}`);
  });
  expect(closed.verdict.touched).toEqual(touchedAt(3, 'BROKEN'));
});

it('names rows that changed places', async () => {
  const swap = `UPDATE audit_chain SET audit_id = CASE number WHEN ${first + 1} THEN ${place(2)} ELSE ${place(1)} END
    WHERE number IN (${first + 1}, ${first + 2})`;
  const { verdict, isPromiseBroken } = await after(async () => {
    await vandal.query('ALTER TABLE audit_chain DROP CONSTRAINT audit_chain_audit_id_key');
    await vandal.query(swap);
  });
  expect([verdict.touched, isPromiseBroken]).toEqual([touchedAt(1, 'ALTERED'), true]);
});

it('names a row put in where everything had been sealed, and one that a sealer took as new though it says it is old', async () => {
  const behind = `INSERT INTO audit_event (action, subject_type, subject_id, transaction_id, happened_at)
    VALUES ('weighed', 'sack', 'x', 1, (SELECT happened_at FROM audit_event WHERE id = ${place(2)}))`;
  const inserted = await after(sql(behind));
  expect(inserted.verdict.touched).toMatchObject({ touch: 'INSERTED', number: null });
  expect(inserted.isPromiseBroken).toBe(true);
  const backdated = await after(async () => {
    const { rows } = await vandal.query<{ id: string }>(
      `INSERT INTO audit_event (action, subject_type, subject_id, happened_at)
       VALUES ('weighed', 'sack', 'x', clock_timestamp() - interval '1 day') RETURNING id`,
    );
    await chainOn([String(rows[0]?.id)], head);
  });
  expect(backdated.verdict.touched).toMatchObject({ touch: 'BACKDATED', number: head.number + 1 });
});

it('counts what only waits for the sealer as waiting', async () => {
  const { verdict } = await after(
    sql(`INSERT INTO audit_event (action, subject_type, subject_id) VALUES ('weighed', 'sack', 'y')`),
  );
  expect(verdict).toMatchObject({ waiting: 1, touched: null });
});

it.each([
  ['hash', `UPDATE audit_chain SET hash = sha256('x') WHERE number = $`, 'ALTERED'],
  ['link to the one before', `UPDATE audit_chain SET previous = sha256('x') WHERE number = $`, 'BROKEN'],
])('names a place whose %s was edited', async (_, text, touch) => {
  const { verdict, isPromiseBroken } = await after(sql(text.replace('$', String(first + 2))));
  expect([verdict.touched, isPromiseBroken]).toEqual([touchedAt(2, touch), true]);
});

/** Chains rows as the sealer would, from a place on. */
const chainOn = async (
  auditIds: readonly string[],
  from: { number: number; hash: string },
  format: EntryFormat = ENTRY_FORMAT,
): Promise<void> => {
  let { number, hash } = from;
  for (const auditId of auditIds) {
    const [event] = await door().rows<SealedEvent>(
      `SELECT ${SEALED_COLUMNS} FROM audit_event AS event WHERE id = $1`,
      [auditId],
    );
    const previous = hash;
    number += 1;
    hash = sealEntry(number, previous, event!, format);
    await vandal.query(
      `INSERT INTO audit_chain (number, audit_id, previous, hash, format)
       VALUES ($1, $2, decode($3, 'hex'), decode($4, 'hex'), $5)`,
      [number, auditId, previous, hash, format],
    );
  }
};

it('verifies what was sealed before the key was, and goes on from it; and finds a format that was changed', async () => {
  const written = async (): Promise<string> => {
    const { rows } = await vandal.query<{ id: string }>(
      `INSERT INTO audit_event (action, subject_type, subject_id) VALUES ('weighed', 'sack', 'z') RETURNING id`,
    );
    return String(rows[0]?.id);
  };
  const chainBoth = async (): Promise<void> => {
    const [older, newer] = [await written(), await written()];
    await chainOn([older], head, 1);
    const { rows } = await vandal.query<{ hash: string }>(
      `SELECT encode(hash, 'hex') AS hash FROM audit_chain WHERE number = ${head.number + 1}`,
    );
    await chainOn([newer], { number: head.number + 1, hash: rows[0]?.hash ?? '' });
  };
  expect((await after(chainBoth)).verdict).toMatchObject({ sealed: head.number + 2, touched: null });
  for (const [offset, format] of [
    [1, 2],
    [2, 1],
  ]) {
    const number = head.number + (offset ?? 0);
    const { verdict, isPromiseBroken } = await after(async () => {
      await chainBoth();
      await vandal.query(`UPDATE audit_chain SET format = ${format} WHERE number = ${number}`);
    });
    expect([verdict.touched, isPromiseBroken]).toMatchObject([{ touch: 'ALTERED', number }, true]);
  }
});

/** Rewrites a row and everything after it, heads and all, so that the database agrees with itself. */
const rewrite = async (): Promise<void> => {
  const { rows } = await vandal.query<{ id: string }>(
    'SELECT audit_id AS id FROM audit_chain ORDER BY number',
  );
  await vandal.query(`UPDATE audit_event SET data = '{"kg": 49}' WHERE id = ${place(2)}`);
  await vandal.query('DELETE FROM audit_head');
  await vandal.query('DELETE FROM audit_chain');
  await chainOn(
    rows.map(({ id }) => id),
    { number: 0, hash: GENESIS },
  );
};

it('finds a history rewritten from the beginning by a head that was published, and by nothing else', async () => {
  expect((await after(rewrite)).verdict.touched).toEqual({
    touch: 'REWRITTEN',
    number: head.number,
    auditId: expect.any(String) as unknown,
  });
  expect((await after(rewrite, [])).verdict.touched).toBeNull();
});

it('finds a tail cut off by a head that was published, and by nothing else', async () => {
  const cut = async (): Promise<void> => {
    const { rows } = await vandal.query<{ id: string }>(
      `SELECT audit_id AS id FROM audit_chain WHERE number > ${first + 2}`,
    );
    await vandal.query(`DELETE FROM audit_head WHERE number > ${first + 2}`);
    await vandal.query(`DELETE FROM audit_chain WHERE number > ${first + 2}`);
    await vandal.query('DELETE FROM audit_event WHERE id = ANY ($1)', [rows.map(({ id }) => id)]);
  };
  expect((await after(cut)).verdict.touched).toEqual({
    touch: 'TRUNCATED',
    number: first + 3,
    auditId: null,
  });
  expect((await after(cut, [])).verdict.touched).toBeNull();
});
