import { setTimeout as pause } from 'node:timers/promises';
import { credit, debit } from '../../core/ledger/post-journal.js';
import { newId } from '../../platform/new-id.js';
import { auditPlanting } from '../../../test/support/audit-planting.js';
import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { plantParty } from '../../../test/support/plant-lot.js';
import { LedgerReader } from './ledger.reader.js';
import { postJournal } from './post-journal.js';
import { RollUpPostings } from './roll-up-postings.js';

let database: TestDatabase;
let koperasi: string;
const reader = new LedgerReader();

const post = (amountRp: number, effectiveAt?: string): Promise<string> =>
  database.db.transaction(async (tx) => {
    await auditPlanting(tx);
    return postJournal(tx, {
      businessKey: newId(),
      kind: 'paid',
      postings: [debit(koperasi, 'bank', amountRp), credit(koperasi, 'receivable', amountRp)],
      effectiveAt: effectiveAt === undefined ? null : new Date(effectiveAt),
    });
  });
const rollUp = (): Promise<number> => new RollUpPostings(database.workerDb).run();
const bankOn = async (on?: string): Promise<number | undefined> =>
  (await reader.balancesOf(database.db, koperasi, on)).find(({ purpose }) => purpose === 'bank')?.balanceRp;
const tailRows = async (): Promise<number> =>
  (await database.db.first<{ rows: number }>('SELECT count(*) AS rows FROM posting_tail'))?.rows ?? -1;
const brokenSums = (): Promise<unknown[]> =>
  database.auditorDb.rows('SELECT * FROM p01_journals_sum_to_zero');

beforeAll(async () => {
  database = await freshDatabase();
});
beforeEach(async () => {
  koperasi = await plantParty(database.owner, 'koperasi');
});
afterAll(() => database.close());

describe('balances at a date', () => {
  it('are those at the end of the civil day at UTC+7, rolled up or not', async () => {
    await post(100, '2026-03-01T16:59:59Z');
    await post(20, '2026-03-01T17:00:00Z');
    await post(3, '2026-03-04T00:00:00Z');
    for (const rolled of [false, true]) {
      if (rolled) expect(await rollUp()).toBeGreaterThan(0);
      expect(await bankOn('2026-02-28')).toBeUndefined();
      expect([await bankOn('2026-03-01'), await bankOn('2026-03-02'), await bankOn('2026-03-03')]).toEqual([
        100, 120, 120,
      ]);
      expect([await bankOn('2026-03-04'), await bankOn()]).toEqual([123, 123]);
      const trial = await reader.trialBalance(database.db, '2026-03-03');
      expect(trial.reduce((sum, { balanceRp }) => sum + balanceRp, 0)).toBe(0);
    }
  });

  it('take what is posted late into a day that was rolled up', async () => {
    await post(100, '2026-03-01T05:00:00Z');
    await rollUp();
    await post(11, '2026-03-01T06:00:00Z');
    expect(await bankOn('2026-03-01')).toBe(111);
    await rollUp();
    expect(await bankOn('2026-03-01')).toBe(111);
    expect(await tailRows()).toBe(0);
    expect(await brokenSums()).toEqual([]);
  });

  it('say at any moment what was posted, while many post and three roll up', async () => {
    const over = new AbortController();
    const rolling = Array.from({ length: 3 }, async () => {
      while (!over.signal.aborted) await rollUp();
    });
    const looks: number[] = [];
    const looking = (async () => {
      while (!over.signal.aborted) {
        looks.push((await bankOn()) ?? 0);
        await pause(2);
      }
    })();
    const posters = Array.from({ length: 6 }, async () => {
      for (let count = 0; count < 20; count += 1) await post(1);
    });
    await Promise.all(posters);
    over.abort();
    await Promise.all([...rolling, looking]);
    expect(looks).toEqual([...looks].sort((a, b) => a - b));
    expect(await bankOn()).toBe(120);
    await rollUp();
    expect([await bankOn(), await tailRows()]).toEqual([120, 0]);
    expect(await brokenSums()).toEqual([]);
  });

  it('are shown broken when a sum is not that of its postings', async () => {
    await post(100, '2026-03-01T05:00:00Z');
    await rollUp();
    await database.owner.query(
      'UPDATE account_day SET debit_rp = debit_rp + 1 WHERE party_id = $1 AND purpose = $2',
      [koperasi, 'bank'],
    );
    expect(await brokenSums()).toEqual([
      { subject: koperasi, detail: 'bank on 2026-03-01: sums 101 and 0, postings 100 and 0' },
    ]);
    await database.owner.query(
      'UPDATE account_day SET debit_rp = debit_rp - 1 WHERE party_id = $1 AND purpose = $2',
      [koperasi, 'bank'],
    );
  });

  it('are rolled up by the worker alone', async () => {
    await expect(new RollUpPostings(database.db).run()).rejects.toMatchObject({ code: '42501' });
  });
});
