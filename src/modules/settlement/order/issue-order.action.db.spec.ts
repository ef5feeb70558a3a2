import { freshDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { plantAllocation, plantPool, type PlantedPool } from '../../../../test/support/plant-allocation.js';
import { plantParty } from '../../../../test/support/plant-lot.js';
import { playDispatch, playPlans } from '../../../../test/support/play-delivery.js';
import { playPayment } from '../../../../test/support/play-payment.js';
import { playRequest, wireSettlement } from '../../../../test/support/play-settlement.js';
import type { ContractMode } from '../../../core/pool/contract-mode.js';

let database: TestDatabase;
let pool: PlantedPool;
let koperasiId: string;
let supplierId: string;
const { releasePaidDrop } = wireSettlement();

beforeAll(async () => {
  database = await freshDatabase();
});
beforeEach(async () => {
  pool = await plantPool(database.owner);
  koperasiId = await plantParty(database.owner, 'koperasi');
  supplierId = await plantParty(database.owner, 'supplier');
});
afterAll(() => database.close());

const plant = async (mode: ContractMode, item: 0 | 1 = 0, packs = 20): Promise<string> => {
  await database.owner.query('UPDATE pool SET contract_mode = $2, version = version + 1 WHERE id = $1', [
    pool.poolId,
    mode,
  ]);
  const { lotId } = await plantAllocation(database.owner, pool, [{ koperasiId, supplierId, packs }], {
    item,
  });
  return lotId;
};

/** Ten sacks more, awarded to the same supplier for the same koperasi. */
const grow = async (mode: ContractMode): Promise<void> => {
  await playPlans(database.db, pool, await plant(mode, 1, 10));
};

interface Ordered {
  readonly number: number;
  readonly revision: number;
  readonly buyerId: string;
  readonly sellerId: string;
  readonly packs: number[];
  readonly amountRp: number;
}

const orders = (): Promise<Ordered[]> =>
  database.db.rows(
    `SELECT number, purchase_order.revision, buyer_id, purchase_order.seller_id,
       array_agg(packs ORDER BY line_no) AS packs, sum(amount_rp)::bigint AS amount_rp
     FROM purchase_order JOIN document_number ON document_id = purchase_order.id
     JOIN purchase_order_line ON order_id = purchase_order.id
     WHERE pool_id = $1 GROUP BY number, purchase_order.id ORDER BY number`,
    [pool.poolId],
  );

const pay = async (dropId: string): Promise<void> => {
  const open = await database.db.rows<{ id: string; openRp: number; subjectId: string }>(
    `SELECT due.id, due.amount_rp - covered_rp AS open_rp, subject_id FROM due JOIN payment_request ON subject_id = payment_request.id
     WHERE drop_id = $1 AND state = 'open'`,
    [dropId],
  );
  for (const { id, openRp, subjectId } of open) {
    await playPayment(database.workerDb, id, openRp);
    await database.workerDb.transaction((tx) => releasePaidDrop.run(tx, subjectId));
  }
};

const broken = async (): Promise<unknown[]> =>
  (await database.owner.query('SELECT * FROM p26_orders_say_what_was_fixed')).rows;

describe.each(['direct', 'secondary'] as const)('a purchase order in contract mode %s', (mode) => {
  it('is issued once its drop is paid for good, not before, once, by who pays to who is paid', async () => {
    const [dropId = ''] = await playPlans(database.db, pool, await plant(mode));
    await playRequest(database.workerDb, dropId);
    expect(await orders()).toEqual([]);
    await pay(dropId);
    await Promise.all([playRequest(database.workerDb, dropId), playRequest(database.workerDb, dropId)]);
    expect(await orders()).toEqual([
      {
        ...{ number: 1, revision: 1, packs: [20], amountRp: 10_500_000 },
        ...{ buyerId: mode === 'direct' ? koperasiId : pool.organiserId, sellerId: supplierId },
      },
    ]);
    expect(await broken()).toEqual([]);
  });

  it('grows with its drop, when the increment is paid', async () => {
    const [dropId = ''] = await playPlans(database.db, pool, await plant(mode));
    await playRequest(database.workerDb, dropId);
    await pay(dropId);
    await grow(mode);
    await playRequest(database.workerDb, dropId);
    expect(await orders()).toMatchObject([{ revision: 1, packs: [20] }]);
    await pay(dropId);
    expect(await orders()).toMatchObject([{ number: 1, revision: 2, packs: [20, 10] }]);
    expect(await broken()).toEqual([]);
  });
});

it('numbers without gaps per buyer, though orders are issued at once', async () => {
  const others = await Promise.all([1, 2, 3].map(() => plantParty(database.owner, 'koperasi')));
  await plant('secondary');
  const { lotId } = await plantAllocation(
    database.owner,
    pool,
    others.map((id) => ({ koperasiId: id, supplierId, packs: 5 })),
    { item: 1 },
  );
  const drops = await playPlans(database.db, pool, lotId);
  for (const dropId of drops) await playRequest(database.workerDb, dropId);
  await Promise.all(drops.map(pay));
  expect((await orders()).map(({ number }) => number)).toEqual([1, 2, 3]);
  expect(await broken()).toEqual([]);
});

it('orders a fixed charge once of a lot, with the drop that is released first', async () => {
  const other = await plantParty(database.owner, 'koperasi');
  await plant('secondary', 1);
  const { lotId } = await plantAllocation(
    database.owner,
    pool,
    [koperasiId, other].map((id) => ({ koperasiId: id, supplierId, packs: 5 })),
  );
  await database.owner.query(
    'UPDATE award_line SET fixed_rp = 70000 FROM award WHERE award.id = award_id AND lot_id = $1',
    [lotId],
  );
  const drops = await playPlans(database.db, pool, lotId);
  for (const dropId of drops) await playRequest(database.workerDb, dropId);
  await Promise.all(drops.map(pay));
  const charges = await database.db.rows(
    `SELECT amount_rp, packs FROM purchase_order_line WHERE lot_id = $1 AND kind = 'fixed-charge'`,
    [lotId],
  );
  expect(charges).toEqual([{ amountRp: 70_000, packs: 1 }]);
  expect(await broken()).toEqual([]);
});

it('adds nothing for a drop that has left, and cannot be altered', async () => {
  const [dropId = ''] = await playPlans(database.db, pool, await plant('direct'));
  await playDispatch(database.db, pool, dropId);
  await playRequest(database.workerDb, dropId);
  expect(await orders()).toEqual([]);
  await expect(
    database.workerDb.change('UPDATE purchase_order_line SET amount_rp = amount_rp + 1', []),
  ).rejects.toThrow('permission denied');
});
