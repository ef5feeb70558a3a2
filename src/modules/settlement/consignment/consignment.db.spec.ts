import { freshDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { plantAllocation, plantPool, type PlantedPool } from '../../../../test/support/plant-allocation.js';
import { plantParty } from '../../../../test/support/plant-lot.js';
import { as, plantMember } from '../../../../test/support/plant-member.js';
import { playDeparture, playPlans, playReceipt } from '../../../../test/support/play-delivery.js';
import { payAllDues } from '../../../../test/support/play-payment.js';
import { playInvoice, playRequest, wireSettlement } from '../../../../test/support/play-settlement.js';
import { withoutTrigger } from '../../../../test/support/without-trigger.js';
import type { TermsKind } from '../../../core/payment/terms/use-terms.js';
import type { ContractMode } from '../../../core/pool/contract-mode.js';
import type { Principal } from '../../../platform/auth/principal.js';
import { LedgerReader } from '../../ledger/index.js';
import { GrantTerms } from '../../payment/index.js';
import { ConsignmentReader } from './consignment.reader.js';

const PROMISES = [
  'p01_journals_sum_to_zero',
  'p15_invoices_agree',
  'p16_settled_lots_add_up',
  'p30_consigned_goods_are_accounted_for',
];
const wired = wireSettlement();
const ledger = new LedgerReader();
const reader = new ConsignmentReader();
let test: TestDatabase;
let pool: PlantedPool;
let [supplierId, koperasiId, dropId, lineId, lotId] = ['', '', '', '', ''];
let [seller, buyer] = [] as unknown as [Principal, Principal];

beforeAll(async () => {
  test = await freshDatabase();
});
beforeEach(async () => {
  pool = await plantPool(test.owner);
  supplierId = await plantParty(test.owner, 'supplier');
  koperasiId = await plantParty(test.owner, 'koperasi');
  seller = await plantMember(test.owner, 'supplier', supplierId, 'officer');
  buyer = await plantMember(test.owner, 'koperasi', koperasiId, 'officer');
});
afterEach(async () => {
  const { rows } = await test.owner.query<{ name: string }>(
    `SELECT viewname AS name FROM pg_views WHERE viewname ~ '^p(01|02|03|05|15|16|17|27|30)_' ORDER BY 1`,
  );
  expect(PROMISES.length).toBeLessThanOrEqual(rows.length);
  for (const { name } of rows)
    expect([name, await test.auditorDb.rows(`SELECT * FROM ${name}`)]).toEqual([name, []]);
});
afterAll(() => test.close());

const grant = (
  grantorId: string,
  buyerId: string,
  kind: TermsKind,
  limitRp = 900_000_000,
): Promise<unknown> =>
  new GrantTerms(test.db).run(pool.personId, grantorId, { buyerId, days: 30, limitRp, kind });

/** 20 sacks of Rp525,000 that have come, three of them broken; 17 were handed over. */
const handOver = async (mode: ContractMode, fee = 0): Promise<void> => {
  await withoutTrigger(test.owner, 'pool', 'deposit_declared_in_draft', () =>
    test.owner.query(
      `UPDATE pool SET contract_mode = $2, due_by = 'party', version = version + 1 WHERE id = $1`,
      [pool.poolId, mode],
    ),
  );
  if (fee > 0)
    await test.owner.query(`INSERT INTO pool_pricing VALUES ($1, 'uniform', $2)`, [pool.poolId, fee]);
  const planted = await plantAllocation(test.owner, pool, [{ koperasiId, supplierId, packs: 20 }]);
  [lotId, lineId] = [planted.lotId, planted.lineIds[0]!];
  [dropId] = (await playPlans(test.db, pool, lotId)) as [string];
  await playRequest(test.workerDb, dropId);
};
const arrive = async (): Promise<void> => {
  await playDeparture(test.db, pool, dropId);
  await playReceipt(test.db, pool, dropId, { damagedPacks: 3 });
  await playInvoice(test.workerDb, dropId);
};
const tell = (kind: 'sold' | 'returned', packs: number): Promise<string> =>
  as(buyer, () => wired.telling(test.bareDb).run(buyer, dropId, kind, [{ lineId, packs }]));
const judge = (moveId: string, isBack: boolean): Promise<void> =>
  as(seller, () => wired.telling(test.bareDb).judge(seller, dropId, moveId, isBack));
const settle = (): Promise<unknown> =>
  test.workerDb.transaction((tx) => wired.settleConsignment.run(tx, dropId));
const passLastDay = async (): Promise<void> => {
  await test.owner.query(
    `UPDATE consignment SET ends_at = clock_timestamp() - interval '1 second' WHERE drop_id = $1`,
    [dropId],
  );
  await wired.endConsignments(test.workerDb).run();
};
const dues = () =>
  test.db.rows<{ kind: string; amountRp: number; payerId: string; payeeId: string }>(
    'SELECT kind, amount_rp, payer_id, payee_id FROM due WHERE pool_id = $1 ORDER BY id',
    [pool.poolId],
  );
const asked = async (kind: string): Promise<number[]> =>
  (await dues()).filter((due) => due.kind === kind).map(({ amountRp }) => amountRp);
const books = async (partyId: string): Promise<Record<string, number>> =>
  Object.fromEntries(
    (await ledger.balancesOf(test.db, partyId))
      .filter(({ balanceRp }) => balanceRp !== 0)
      .map(({ purpose, balanceRp }) => [purpose, balanceRp]),
  );
const shown = async () =>
  (await as(buyer, () => reader.page(test.bareDb, koperasiId, {}))).data.find(
    (each) => each.dropId === dropId,
  );
const lot = () => test.db.first<{ state: string }>('SELECT state FROM lot WHERE id = $1', [lotId]);

const SACK_RP = 525_000;

describe('goods on consignment', () => {
  it('leave unasked for, are owed as they are sold, and are billed for what was not given back', async () => {
    await grant(supplierId, koperasiId, 'consignment');
    await handOver('direct');
    expect(await dues()).toEqual([]);
    await arrive();
    // Handed over, and nobody owes or has earned anything.
    expect([await books(supplierId), await books(koperasiId)]).toEqual([{}, {}]);
    expect(await shown()).toMatchObject({
      askedRp: 0,
      endedAt: null,
      lines: [{ handedPacks: 17, leftPacks: 17 }],
    });
    await tell('sold', 5);
    await settle();
    await settle();
    expect(await asked('payment-request')).toEqual([5 * SACK_RP]);
    expect(await books(supplierId)).toEqual({ receivable: 5 * SACK_RP, unearned: -5 * SACK_RP });
    await playInvoice(test.workerDb, dropId);
    const back = await tell('returned', 4);
    await expect(tell('sold', 9)).rejects.toMatchObject({ code: 'CONSIGNMENT_ABOVE_LEFT' });
    expect(await shown()).toMatchObject({ lines: [{ soldPacks: 5, awaitedPacks: 4, leftPacks: 8 }] });
    await judge(back, true);
    await expect(judge(back, false)).rejects.toMatchObject({ code: 'RETURN_JUDGED' });
    await settle();
    await tell('sold', 8);
    await settle();
    await settle();
    expect(await asked('payment-request')).toEqual([5 * SACK_RP, 8 * SACK_RP]);
    expect(await asked('balance')).toEqual([]);
    const invoice = await test.db.first<{ amountRp: number }>(
      'SELECT amount_rp FROM invoice WHERE drop_id = $1',
      [dropId],
    );
    expect(invoice?.amountRp).toBe(13 * SACK_RP);
    expect(await shown()).toMatchObject({ lines: [{ soldPacks: 13, returnedPacks: 4, leftPacks: 0 }] });
    await expect(tell('sold', 1)).rejects.toMatchObject({ code: 'CONSIGNMENT_ENDED' });
    await payAllDues(test.workerDb, pool.poolId);
    expect(await books(supplierId)).toEqual({ bank: 13 * SACK_RP, sales: -13 * SACK_RP });
    expect(await books(koperasiId)).toEqual({ bank: -13 * SACK_RP, purchases: 13 * SACK_RP });
    expect(await lot()).toEqual({ state: 'settled' });
  });

  it('count as sold when their last day is over, but for what both say went back', async () => {
    await grant(supplierId, koperasiId, 'consignment');
    await handOver('direct');
    await arrive();
    await tell('sold', 5);
    const [unanswered, refused] = [await tell('returned', 2), await tell('returned', 3)];
    await judge(refused, false);
    await settle();
    await passLastDay();
    await wired.endConsignments(test.workerDb).run();
    expect([await asked('payment-request'), await asked('balance')]).toEqual([[5 * SACK_RP], [12 * SACK_RP]]);
    await expect(judge(unanswered, true)).rejects.toMatchObject({ code: 'CONSIGNMENT_ENDED' });
    await settle();
    expect(await dues()).toHaveLength(2);
  });

  it.each([
    ['on consignment where its supplier gave it so too', 'consignment', 0],
    ['in time only where its supplier did not', 'tempo', 17 * SACK_RP],
  ] as const)('resold by an organiser are %s', async (_, kind, owedRp) => {
    await grant(supplierId, pool.organiserId, kind);
    await grant(pool.organiserId, koperasiId, 'consignment');
    await handOver('secondary', 20);
    expect(await dues()).toEqual([]);
    await arrive();
    const fee = 17 * 1_000;
    expect((await asked('balance')).reduce((sum, rp) => sum + rp, 0)).toBe(owedRp === 0 ? 0 : owedRp + fee);
    if (kind === 'tempo') return;
    await tell('sold', 10);
    await judge(await tell('returned', 7), true);
    await settle();
    expect(await asked('payment-request')).toEqual([10 * SACK_RP + 10_000]);
    expect(await asked('supplier-bill')).toEqual([10 * SACK_RP]);
    expect(await lot()).toEqual({ state: 'settled' });
    await payAllDues(test.workerDb, pool.poolId);
    expect(await books(supplierId)).toEqual({ bank: 10 * SACK_RP, sales: -10 * SACK_RP });
    expect(await books(koperasiId)).toMatchObject({ purchases: 10 * SACK_RP + 10_000 });
  });

  it('are paid before they leave above the limit, counting what is there already', async () => {
    await grant(supplierId, koperasiId, 'consignment', 20 * SACK_RP);
    await handOver('direct');
    await arrive();
    await tell('sold', 5);
    // Another pool, while twelve of these are unsold: 20 sacks more do not fit.
    const first = dropId;
    pool = await plantPool(test.owner);
    await handOver('direct');
    expect(await asked('payment-request')).toEqual([20 * SACK_RP]);
    dropId = first;
    await passLastDay();
  });

  it('are told of once of many who tell all of it at once', async () => {
    await grant(supplierId, koperasiId, 'consignment');
    await handOver('direct');
    await arrive();
    const tried = await Promise.allSettled([1, 2, 3, 4].map(() => tell('sold', 17)));
    expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await Promise.all([settle(), settle(), passLastDay()]);
    expect(await asked('payment-request')).toEqual([17 * SACK_RP]);
  });

  it('end on their last day although others before them cannot be billed, and what failed is said', async () => {
    await grant(supplierId, koperasiId, 'consignment');
    const drops: string[] = [];
    for (let at = 0; at < 3; at += 1) {
      pool = await plantPool(test.owner);
      await handOver('direct');
      await arrive();
      drops.push(dropId);
    }
    await test.owner.query(
      `UPDATE consignment SET ends_at = clock_timestamp() - interval '1 second' * (5 - array_position($1::uuid[], drop_id))
       WHERE drop_id = ANY ($1)`,
      [drops],
    );
    await test.owner.query(
      `CREATE FUNCTION planted() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION $$planted$$; END'`,
    );
    await test.owner.query(
      `CREATE TRIGGER planted BEFORE UPDATE ON consignment FOR EACH ROW
       WHEN (OLD.drop_id IN ('${drops[0]}', '${drops[1]}')) EXECUTE FUNCTION planted()`,
    );
    const ended = async () =>
      (
        await test.db.rows<{ id: string }>(
          'SELECT drop_id AS id FROM consignment WHERE drop_id = ANY ($1) AND ended_at IS NOT NULL',
          [drops],
        )
      ).map(({ id }) => id);
    await expect(wired.endConsignments(test.workerDb).run()).rejects.toThrow(
      '2 consignments could not be ended',
    );
    expect(await ended()).toEqual(drops.slice(2));
    await test.owner.query('DROP FUNCTION planted CASCADE');
    expect(await wired.endConsignments(test.workerDb).run()).toBe(2);
    expect(await wired.endConsignments(test.workerDb).run()).toBe(0);
  });
});
