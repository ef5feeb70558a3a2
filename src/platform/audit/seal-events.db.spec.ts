import fc from 'fast-check';
import pg from 'pg';
import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { sealAll } from '../../../test/support/seal-all.js';
import { chainHead, chainHeads } from './chain-head.js';
import { ENTRY_FORMAT, GENESIS, SEALED_COLUMNS, sealEntry, type SealedEvent } from './seal-entry.js';
import { sealEvents } from './seal-events.js';
import { writeAudit } from './write-audit.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

const happen = (action: string, count = 1): Promise<void> =>
  database.db.transaction(async (tx) => {
    for (let place = 0; place < count; place += 1)
      await writeAudit(tx, { actorId: null, action, subjectType: 'sack', subjectId: String(place) });
  });

/** Actions in the order of the chain. */
const sealed = async (): Promise<string[]> =>
  (
    await database.workerDb.rows<{ action: string }>(
      `SELECT action FROM audit_chain JOIN audit_event ON id = audit_id
       WHERE action NOT IN ('planted', 'audit-begun') ORDER BY number`,
    )
  ).map(({ action }) => action);

/** A transaction of its own that somebody leaves open. */
const leaveOpen = async (statement: string): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: database.urlOf('sepikul_app') });
  await client.connect();
  await client.query('BEGIN');
  await client.query(statement);
  return client;
};
const insertion = (action: string): string =>
  `INSERT INTO audit_event (action, subject_type, subject_id) VALUES ('${action}', 'sack', '1')`;

it('chains every row once, each to the one before it, and publishes the end', async () => {
  await happen('weighed', 3);
  await sealAll(database.workerDb);
  expect(await sealEvents(database.workerDb)).toBe(0);
  expect(await sealed()).toEqual(['weighed', 'weighed', 'weighed']);
  const links = await database.workerDb.rows<
    SealedEvent & { number: number; previous: string; hash: string; format: number }
  >(
    `SELECT number, encode(previous, 'hex') AS previous, encode(hash, 'hex') AS hash, format, ${SEALED_COLUMNS}
     FROM audit_chain JOIN audit_event AS event ON event.id = audit_id ORDER BY number`,
  );
  let previous = GENESIS;
  for (const [place, link] of links.entries()) {
    expect([link.number, link.previous]).toEqual([place + 1, previous]);
    expect([link.format, link.hash]).toEqual([ENTRY_FORMAT, sealEntry(link.number, previous, link)]);
    previous = link.hash;
  }
  expect(await chainHead(database.db)).toMatchObject({ number: links.length, hash: previous });
});

it('takes a row that was written early and committed late, after those that overtook it', async () => {
  const late = await leaveOpen(insertion('late'));
  await happen('early');
  // Above the oldest running writer it waits a little, then no longer.
  await sealEvents(database.workerDb);
  expect(await sealed()).not.toContain('early');
  await sealAll(database.workerDb);
  expect((await sealed()).at(-1)).toBe('early');
  await late.query('COMMIT');
  await late.end();
  await sealAll(database.workerDb);
  expect((await sealed()).slice(-2)).toEqual(['early', 'late']);
  expect(await sealEvents(database.workerDb)).toBe(0);
});

it('waits for nobody who only reads, and takes nothing that was rolled back', async () => {
  const reader = await leaveOpen('SELECT count(*) FROM audit_event');
  const undone = await leaveOpen(insertion('undone'));
  await undone.query('ROLLBACK');
  await undone.end();
  await happen('read meanwhile');
  await sealAll(database.workerDb);
  expect((await sealed()).at(-1)).toBe('read meanwhile');
  await reader.query('COMMIT');
  await reader.end();
  expect(await sealed()).not.toContain('undone');
});

it('is one chain however many seal at once while others write', async () => {
  const before = (await sealed()).length;
  await Promise.all([
    ...Array.from({ length: 10 }, (_, place) => happen(`crowd ${place}`, 5)),
    ...Array.from({ length: 10 }, () => sealEvents(database.workerDb)),
  ]);
  await sealAll(database.workerDb);
  expect(await sealed()).toHaveLength(before + 50);
  const [row] = await database.workerDb.rows(
    'SELECT count(*) = max(number) AS gapless, count(*) = count(DISTINCT audit_id) AS once FROM audit_chain',
  );
  expect(row).toEqual({ gapless: true, once: true });
});

it('says the same in SQL as here, whatever stands in a row', async () => {
  const text = fc.string({ unit: 'binary' }).filter((each) => !each.includes('\0'));
  await fc.assert(
    fc.asyncProperty(
      text,
      text,
      fc.dictionary(text, fc.oneof(text, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean())),
      fc.option(fc.uuid()),
      fc.constantFrom(1 as const, 2 as const),
      async (action, subjectId, data, keyId, format) => {
        const [row] = await database.workerDb.rows<SealedEvent & { hash: string }>(
          `SELECT ${SEALED_COLUMNS}, encode(sha256(convert_to(audit_entry(7, decode($4, 'hex'), event, $6::smallint), 'UTF8')), 'hex') AS hash
         FROM jsonb_populate_record(NULL::audit_event, jsonb_build_object('id', 12, 'action', $1::text, 'subject_id', $2::text,
           'subject_type', 'sack', 'data', $3::jsonb, 'happened_at', clock_timestamp(), 'key_id', $5::uuid)) AS event`,
          [action, subjectId, JSON.stringify(data), GENESIS, keyId, format],
        );
        expect(row?.hash).toBe(sealEntry(7, GENESIS, row as SealedEvent, format));
      },
    ),
    { numRuns: 100 },
  );
});

describe('whoever serves or works', () => {
  const tryAs = async (role: 'sepikul_app' | 'sepikul_worker', sql: string): Promise<string> => {
    const client = new pg.Client({ connectionString: database.urlOf(role) });
    await client.connect();
    const code = await client.query(sql).then(
      () => 'allowed',
      (error: unknown) => String((error as { code?: string }).code),
    );
    await client.end();
    return code;
  };
  const DENIED = '42501';

  it.each(
    ['audit_event', 'audit_chain', 'audit_head', 'audit_exempt'].flatMap((table) => [
      `UPDATE ${table} SET ${{ audit_event: 'action = action', audit_exempt: 'reason = reason' }[table] ?? 'hash = hash'}`,
      `DELETE FROM ${table}`,
      `TRUNCATE ${table} CASCADE`,
    ]),
  )('may not: %s', async (sql) => {
    expect([await tryAs('sepikul_app', sql), await tryAs('sepikul_worker', sql)]).toEqual([DENIED, DENIED]);
  });

  it.each([
    `INSERT INTO audit_event (action, subject_type, subject_id, happened_at) VALUES ('x', 'y', 'z', '2020-01-01')`,
    `INSERT INTO audit_event (action, subject_type, subject_id, transaction_id) VALUES ('x', 'y', 'z', 1)`,
    `INSERT INTO audit_event (id, action, subject_type, subject_id) OVERRIDING SYSTEM VALUE VALUES (1, 'x', 'y', 'z')`,
    `INSERT INTO audit_exempt VALUES ('pool', 'for me')`,
  ])('may not say when or under which id it happened: %s', async (sql) => {
    expect([await tryAs('sepikul_app', sql), await tryAs('sepikul_worker', sql)]).toEqual([DENIED, DENIED]);
  });

  it('of HTTP may not add to the chain either', async () => {
    const chained = `INSERT INTO audit_chain (number, audit_id, previous, hash) VALUES (9999999, 1, sha256(''), sha256(''))`;
    expect(await tryAs('sepikul_app', chained)).toBe(DENIED);
    expect(
      await tryAs('sepikul_app', `INSERT INTO audit_head (number, hash, horizon) VALUES (1, sha256(''), 1)`),
    ).toBe(DENIED);
  });
});

it('publishes heads that can be read backwards, page by page', async () => {
  const all = await chainHeads(database.db, null, 200);
  expect(all.map(({ number }) => number)).toEqual([...all.map(({ number }) => number)].sort((a, b) => b - a));
  expect(await chainHeads(database.db, all[0]!.number, 1)).toEqual([all[1]]);
});
