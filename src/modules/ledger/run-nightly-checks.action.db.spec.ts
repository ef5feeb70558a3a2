import { Writable } from 'node:stream';
import { credit, debit } from '../../core/ledger/post-journal.js';
import { makeLogger, type Log } from '../../platform/logging/logger.js';
import { newId } from '../../platform/new-id.js';
import { auditPlanting } from '../../../test/support/audit-planting.js';
import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { plantParty } from '../../../test/support/plant-lot.js';
import { CheckReader } from './check.reader.js';
import { postJournal } from './post-journal.js';
import { RunNightlyChecks } from './run-nightly-checks.action.js';

let database: TestDatabase;
let organiser: string;
let said: { level: number; check: string; subjects: string[] }[];
let log: Log;

beforeEach(async () => {
  database = await freshDatabase();
  organiser = await plantParty(database.owner, 'organiser');
  said = [];
  const write = (chunk: Buffer, _: string, done: () => void): void => {
    said.push(JSON.parse(chunk.toString()) as (typeof said)[number]);
    done();
  };
  log = makeLogger('info', new Writable({ write }));
});
afterEach(() => database.close());

const run = (): Promise<number> => new RunNightlyChecks(database.workerDb, log).run();
const found = async (): Promise<Record<string, [string, number]>> =>
  Object.fromEntries(
    (await new CheckReader().page(database.db, null, 50)).map((row) => [
      row.checkName,
      [row.outcome, row.failureCount],
    ]),
  );
/** So much came through the gateway for nobody knows what, and stands in transit, since two days ago. */
const plantWaiting = async (): Promise<void> => {
  const journalId = await database.db.transaction(async (tx) => {
    await auditPlanting(tx);
    return postJournal(tx, {
      businessKey: newId(),
      kind: 'unknown-money',
      postings: [debit(organiser, 'gateway-clearing', 9), credit(organiser, 'suspense', 9)],
    });
  });
  await database.owner.query(`UPDATE journal SET posted_at = posted_at - interval '2 days' WHERE id = $1`, [
    journalId,
  ]);
};

describe('the nightly checks', () => {
  it('run once a civil day, and hold in books that are in order', async () => {
    expect(await run()).toBeGreaterThanOrEqual(3);
    expect(await run()).toBe(0);
    const outcomes = Object.values(await found());
    expect(outcomes.length).toBeGreaterThanOrEqual(3);
    expect(new Set(outcomes.map(([outcome]) => outcome))).toEqual(new Set(['holds']));
    expect(said).toEqual([]);
  });

  it('run once when three workers are at it', async () => {
    const [due] = [await database.db.first<{ day: string }>('SELECT ledger_day(clock_timestamp()) AS day')];
    await Promise.all([run(), run(), run()]);
    await run();
    const rows = await new CheckReader().page(database.db, null, 50);
    expect(new Set(rows.map(({ checkName }) => checkName)).size).toBe(rows.length);
    expect(new Set(rows.map(({ day }) => day))).toEqual(new Set([due?.day]));
  });

  it('say aloud what is broken, with whom, and as a warning what waits for a hand', async () => {
    await plantWaiting();
    await run();
    expect(await found()).toMatchObject({
      'sums-are-zero': ['holds', 0],
      'transit-clears': ['broken', 1],
      'suspense-is-cleared': ['warning', 1],
    });
    expect(said.map(({ level, check, subjects }) => [level, check, subjects])).toEqual(
      expect.arrayContaining([
        [50, 'transit-clears', [organiser]],
        [40, 'suspense-is-cleared', [organiser]],
      ]),
    );
    expect(said).toHaveLength(2);
    const [row] = await database.db.rows<{ failures: unknown }>(
      `SELECT failures FROM ledger_check WHERE check_name = 'transit-clears'`,
    );
    expect(row?.failures).toEqual([
      {
        view: 'p03_clearing_is_empty_after_a_day',
        subject: organiser,
        detail: 'gateway-clearing 9, of which 9 for more than a day',
      },
    ]);
  });

  it('are looked at by the worker alone, who reaches no other view by them', async () => {
    const look = 'SELECT * FROM look_at_books($1)';
    await expect(database.db.rows(look, ['p01_'])).rejects.toMatchObject({ code: '42501' });
    await expect(database.workerDb.rows(look, ['p10_'])).rejects.toMatchObject({ code: '22023' });
  });
});
