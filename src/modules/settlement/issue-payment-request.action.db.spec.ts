import { anObserver } from '../../../test/support/acting-as.js';
import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { plantAllocation, type PlantedPool } from '../../../test/support/plant-allocation.js';
import {
  plantTwoBuyers,
  playDeparture,
  playDispatch,
  playPlans,
  playReceipt,
} from '../../../test/support/play-delivery.js';
import { playPayment, playReversal } from '../../../test/support/play-payment.js';
import { plantingBids } from '../../../test/support/without-trigger.js';
import { playInvoice, playRequest, wireSettlement } from '../../../test/support/play-settlement.js';
import { balancesOf } from '../../../test/support/read-books.js';
import { SettlementReader } from './settlement.reader.js';

let database: TestDatabase;
let pool: PlantedPool;
let ani: string;
let bulog: string;
let lotId: string;
let drops: readonly string[];

const { releasePaidDrop } = wireSettlement();
const reader = new SettlementReader();

const request = (dropId: string): Promise<void> => playRequest(database.workerDb, dropId);
const invoice = (dropId: string): Promise<void> => playInvoice(database.workerDb, dropId);

const invoices = () => reader.invoicePage(database.db, anObserver, pool.poolId, null, 100);
const balances = (partyId: string): Promise<Record<string, number>> => balancesOf(database.db, partyId);

beforeAll(async () => {
  database = await freshDatabase();
});
beforeEach(async () => {
  ({
    pool,
    lotId,
    supplierId: bulog,
    buyers: [ani],
    drops,
  } = await plantTwoBuyers(database));
});
afterAll(() => database.close());

/** What everybody owes each other, kind by kind. */
const dues = () =>
  database.db.rows<{ kind: string; payerId: string; payeeId: string; amountRp: number; state: string }>(
    `SELECT kind, payer_id, payee_id, amount_rp, covered_rp, state FROM due WHERE pool_id = $1 ORDER BY id`,
    [pool.poolId],
  );

/** Pays the oldest open dues of a kind, as the worker does once the money is there for good. */
const pay = async (kind: string, amountRp?: number): Promise<void> => {
  const [due] = await database.db.rows<{ id: string; openRp: number }>(
    `SELECT id, amount_rp - covered_rp AS open_rp FROM due WHERE pool_id = $1 AND kind = $2 AND state = 'open' ORDER BY id`,
    [pool.poolId, kind],
  );
  await playPayment(database.workerDb, due!.id, amountRp ?? due!.openRp);
};

const drop = (dropId: string) =>
  database.db.first<{ isReleased: boolean; awaitedRequests: number | null }>(
    'SELECT released_at IS NOT NULL AS is_released, awaited_requests FROM delivery_drop WHERE id = $1',
    [dropId],
  );

/** Bulog gives so many days' time. */
const onTerms = (days: number): Promise<unknown> =>
  plantingBids(database.owner, () =>
    database.owner.query(
      `UPDATE bid_revision SET payment_days = $2 FROM bid WHERE bid.id = bid_id AND lot_id = $1`,
      [lotId, days],
    ),
  );

describe('IssuePaymentRequest', () => {
  it('asks for a planned drop at the awarded price, once, however often it runs', async () => {
    await Promise.all(Array.from({ length: 5 }, () => request(drops[0]!)));
    await request(drops[0]!);
    const asked = await reader.requestPage(database.db, anObserver, pool.poolId, null, 10);
    expect(asked).toMatchObject([
      { dropId: drops[0], supplierId: bulog, koperasiId: ani, amountRp: 10_500_000, sequence: 1 },
    ]);
    expect(await balances(bulog)).toEqual({ receivable: 10_500_000, unearned: -10_500_000 });
    expect(await balances(ani)).toEqual({ payable: -10_500_000, prepaid: 10_500_000 });
    expect(await dues()).toMatchObject([
      { kind: 'payment-request', payerId: ani, payeeId: bulog, amountRp: 10_500_000, state: 'open' },
    ]);
  });

  it('releases the drop once all of it is paid for good, and holds it when that is taken back', async () => {
    await expect(playDeparture(database.db, pool, drops[0]!)).rejects.toThrow('DROP_NOT_ASKED_FOR');
    await request(drops[0]!);
    await expect(playDeparture(database.db, pool, drops[0]!)).rejects.toThrow('DROP_NOT_RELEASED');
    const [asked] = await reader.requestPage(database.db, anObserver, pool.poolId, null, 10);
    const release = () => database.workerDb.transaction((tx) => releasePaidDrop.run(tx, asked!.id));
    await pay('payment-request', 500_000);
    await release();
    expect(await drop(drops[0]!)).toEqual({ isReleased: false, awaitedRequests: 1 });
    await pay('payment-request');
    await release();
    expect(await drop(drops[0]!)).toEqual({ isReleased: true, awaitedRequests: 0 });
    await database.workerDb.transaction((tx) => playReversal(tx, asked!.id));
    await release();
    expect(await drop(drops[0]!)).toEqual({ isReleased: false, awaitedRequests: 1 });
    await expect(playDeparture(database.db, pool, drops[0]!)).rejects.toThrow('DROP_NOT_RELEASED');
  });

  it('asks a drop that has grown for the increment, and holds it until that is paid too', async () => {
    await request(drops[0]!);
    await pay('payment-request');
    await request(drops[0]!);
    expect(await drop(drops[0]!)).toEqual({ isReleased: true, awaitedRequests: 0 });
    const more = await plantAllocation(
      database.owner,
      pool,
      [{ koperasiId: ani, supplierId: bulog, packs: 4 }],
      { item: 1 },
    );
    await playPlans(database.db, pool, more.lotId);
    expect(await drop(drops[0]!)).toEqual({ isReleased: false, awaitedRequests: null });
    await request(drops[0]!);
    expect(await dues()).toMatchObject([
      { amountRp: 10_500_000, state: 'settled' },
      { amountRp: 1_050_000, state: 'open' },
    ]);
    expect(await drop(drops[0]!)).toEqual({ isReleased: false, awaitedRequests: 1 });
    await pay('payment-request');
    await request(drops[0]!);
    expect(await drop(drops[0]!)).toEqual({ isReleased: true, awaitedRequests: 0 });
  });

  it('asks for nothing before release where the supplier waits for its money', async () => {
    await onTerms(14);
    await request(drops[0]!);
    expect(await dues()).toEqual([]);
    expect(await drop(drops[0]!)).toEqual({ isReleased: true, awaitedRequests: 0 });
    await playDeparture(database.db, pool, drops[0]!);
    await playReceipt(database.db, pool, drops[0]!, { missingPacks: 1 });
    await invoice(drops[0]!);
    expect(await invoices()).toMatchObject([{ requestedRp: 0, balanceRp: 9_975_000, creditedRp: 0 }]);
    expect(await dues()).toMatchObject([
      { kind: 'balance', payerId: ani, payeeId: bulog, amountRp: 9_975_000 },
    ]);
    const [due] = await database.db.rows<{ days: number; time: string }>(
      `SELECT (due_at AT TIME ZONE 'Asia/Jakarta')::date - (received_at AT TIME ZONE 'Asia/Jakarta')::date AS days,
         (due_at AT TIME ZONE 'Asia/Jakarta')::time::text AS time
       FROM due, delivery_drop WHERE due.pool_id = $1 AND delivery_drop.id = $2`,
      [pool.poolId, drops[0]],
    );
    expect(due).toEqual({ days: 14, time: '23:59:59' });
    expect(await balances(ani)).toEqual({ payable: -9_975_000, purchases: 9_975_000 });
  });
});

describe('the dues of a receipt', () => {
  it('are less by what the credit note takes off, while the request is unpaid', async () => {
    await request(drops[0]!);
    await playDispatch(database.db, pool, drops[0]!);
    await playReceipt(database.db, pool, drops[0]!, { missingPacks: 2 });
    await invoice(drops[0]!);
    expect(await dues()).toMatchObject([
      { kind: 'payment-request', amountRp: 10_500_000, coveredRp: 1_050_000, state: 'open' },
    ]);
    expect(await balances(ani)).toMatchObject({ payable: -9_450_000 });
  });

  it('owe back what was paid and did not arrive, and pay the next request with it', async () => {
    await request(drops[0]!);
    await pay('payment-request');
    await playDispatch(database.db, pool, drops[0]!);
    await playReceipt(database.db, pool, drops[0]!, { missingPacks: 2 });
    await invoice(drops[0]!);
    expect(await dues()).toMatchObject([
      { kind: 'payment-request', state: 'settled' },
      { kind: 'credit', payerId: bulog, payeeId: ani, amountRp: 1_050_000, state: 'open' },
    ]);
    expect(await balances(bulog)).toMatchObject({ receivable: 0, payable: -1_050_000 });
    const next = await plantAllocation(
      database.owner,
      pool,
      [{ koperasiId: ani, supplierId: bulog, packs: 4 }],
      { item: 1 },
    );
    const [, planned] = await playPlans(database.db, pool, next.lotId);
    await request(planned!);
    expect(await dues()).toMatchObject([
      { kind: 'payment-request', state: 'settled' },
      { kind: 'credit', coveredRp: 1_050_000, state: 'settled' },
      { kind: 'payment-request', amountRp: 1_050_000, coveredRp: 1_050_000, state: 'settled' },
    ]);
    expect(await balances(bulog)).toMatchObject({ receivable: 0, payable: 0 });
  });
});
