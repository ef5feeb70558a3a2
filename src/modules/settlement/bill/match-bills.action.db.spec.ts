import { freshDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { approveDecision } from '../../../../test/support/plant-account.js';
import { plantAllocation, plantPool, type PlantedPool } from '../../../../test/support/plant-allocation.js';
import { plantParty } from '../../../../test/support/plant-lot.js';
import { playDeparture, playPlans, playReceipt } from '../../../../test/support/play-delivery.js';
import { payAllDues, playPayment } from '../../../../test/support/play-payment.js';
import type { Principal } from '../../../platform/auth/principal.js';
import { playInvoice, playRequest, wireSettlement } from '../../../../test/support/play-settlement.js';
import { as, plantMember } from '../../../../test/support/plant-member.js';
import type { ContractMode } from '../../../core/pool/contract-mode.js';

let database: TestDatabase;
let pool: PlantedPool;
let koperasi: string[];
let supplierId: string;
let count = 0;
const wired = wireSettlement();

beforeAll(async () => {
  database = await freshDatabase();
});
beforeEach(async () => {
  pool = await plantPool(database.owner);
  koperasi = [await plantParty(database.owner, 'koperasi'), await plantParty(database.owner, 'koperasi')];
  supplierId = await plantParty(database.owner, 'supplier');
});
afterEach(async () => {
  for (const promise of [
    'p01_journals_sum_to_zero',
    'p16_settled_lots_add_up',
    'p26_orders_say_what_was_fixed',
    'p27_paid_is_matched',
    'p29_accepted_differences_are_booked',
  ])
    expect((await database.owner.query(`SELECT * FROM ${promise}`)).rows).toEqual([]);
});
afterAll(() => database.close());

/** Twenty sacks of Rp525,000 to each koperasi, ordered; the drops. */
const plant = async (mode: ContractMode): Promise<string[]> => {
  await database.owner.query('UPDATE pool SET contract_mode = $2, version = version + 1 WHERE id = $1', [
    pool.poolId,
    mode,
  ]);
  const { lotId } = await plantAllocation(
    database.owner,
    pool,
    koperasi.map((koperasiId) => ({ koperasiId, supplierId, packs: 20 })),
  );
  const drops = await playPlans(database.db, pool, lotId);
  for (const dropId of drops) await playRequest(database.workerDb, dropId);
  await payAllDues(database.workerDb, pool.poolId);
  for (const dropId of drops) await playRequest(database.workerDb, dropId);
  return drops;
};

const receive = async (dropId: string, missingPacks = 0): Promise<void> => {
  await playDeparture(database.db, pool, dropId);
  await playReceipt(database.db, pool, dropId, { missingPacks });
  await playInvoice(database.workerDb, dropId);
};

const lineOf = async (dropId: string): Promise<string> => {
  const line = await database.db.first<{ id: string }>(
    `SELECT line.id FROM purchase_order_line AS line JOIN purchase_order ON purchase_order.id = order_id WHERE drop_id = $1`,
    [dropId],
  );
  return line?.id ?? '';
};

interface Asked {
  readonly dropId?: string;
  readonly packs: number;
  readonly amountRp: number;
}
const SACK_RP = 525_000;
const sacks = (dropId: string, packs: number, eachRp = SACK_RP): Asked => ({
  dropId,
  packs,
  amountRp: packs * eachRp,
});

const post = async (asked: readonly Asked[], number = `KW-${(count += 1)}`): Promise<string> => {
  const lines = await Promise.all(
    asked.map(async ({ dropId, packs, amountRp }) => ({
      ...{ orderLineId: dropId === undefined ? null : await lineOf(dropId), description: 'palet' },
      ...{ packs, amountRp, taxRp: 0 },
    })),
  );
  const bill = { number, billedOn: '2026-01-01', lines };
  return wired.postBill(database.db).run(pool.personId, supplierId, bill);
};

const billOf = (billId: string): Promise<unknown> =>
  database.db.first('SELECT state, amount_rp, matched_rp FROM seller_bill WHERE id = $1', [billId]);

const supplierDue = async (): Promise<number | undefined> =>
  (
    await database.db.first<{ amountRp: number }>(
      `SELECT amount_rp FROM due WHERE pool_id = $1 AND kind = 'supplier-bill'`,
      [pool.poolId],
    )
  )?.amountRp;

describe('a supplier’s own bill to an organiser that resells', () => {
  it('waits for the receipt, and then is due for what agrees, no more', async () => {
    const drops = await plant('secondary');
    const billId = await post([sacks(drops[0]!, 20), { packs: 4, amountRp: 80_000 }]);
    expect(await billOf(billId)).toEqual({ state: 'held', amountRp: 10_580_000, matchedRp: 0 });
    await receive(drops[0]!, 2);
    expect(await billOf(billId)).toEqual({ state: 'differs', amountRp: 10_580_000, matchedRp: 9_450_000 });
    await receive(drops[1]!);
    // The other drop, which the supplier did not bill, is billed by its receipt.
    expect(await supplierDue()).toBe(9_450_000 + 10_500_000);
  });

  it('comes to the same whatever is received first', async () => {
    const found: unknown[] = [];
    for (const order of [
      [0, 1],
      [1, 0],
    ]) {
      pool = await plantPool(database.owner);
      const drops = await plant('secondary');
      const billId = await post([sacks(drops[0]!, 20, 520_000), sacks(drops[1]!, 20, 530_000)]);
      for (const at of order) await receive(drops[at]!, at + 1);
      found.push([await billOf(billId), await supplierDue()]);
    }
    expect(found[1]).toEqual(found[0]);
    expect(found[0]).toEqual([
      { state: 'differs', amountRp: 21_000_000, matchedRp: 19 * 520_000 + 18 * SACK_RP },
      19 * 520_000 + 18 * SACK_RP,
    ]);
  });

  it('lowers what is due when it asks for less, and raises it again when it is withdrawn', async () => {
    const drops = await plant('secondary');
    for (const dropId of drops) await receive(dropId);
    expect(await supplierDue()).toBe(21_000_000);
    const billId = await post([sacks(drops[0]!, 20, 500_000)]);
    expect(await supplierDue()).toBe(20_500_000);
    await wired.endBill(database.db).run(pool.personId, billId, 'withdrawn', 'salah harga');
    expect(await supplierDue()).toBe(21_000_000);
    await expect(wired.endBill(database.db).run(pool.personId, billId, 'withdrawn', 'lagi')).rejects.toThrow(
      'BILL_HAS_ENDED',
    );
  });

  it('is refused when more has been paid than it would leave', async () => {
    const drops = await plant('secondary');
    for (const dropId of drops) await receive(dropId);
    const due = await database.db.first<{ id: string }>(
      `SELECT id FROM due WHERE pool_id = $1 AND kind = 'supplier-bill'`,
      [pool.poolId],
    );
    await playPayment(database.workerDb, due?.id ?? '', 21_000_000);
    await expect(post([sacks(drops[0]!, 20, 500_000)])).rejects.toThrow('BILL_AFTER_PAYMENT');
    expect(await billOf(await post([sacks(drops[0]!, 20)]))).toMatchObject({ state: 'agreed' });
  });

  it('is paid once, however many bills name the same sacks at one moment', async () => {
    const drops = await plant('secondary');
    for (const dropId of drops) await receive(dropId);
    const bills = await Promise.all([1, 2, 3].map(() => post([sacks(drops[0]!, 20), sacks(drops[1]!, 20)])));
    const states = await Promise.all(bills.map(billOf));
    expect(states.map((bill) => (bill as { matchedRp: number }).matchedRp).sort()).toEqual([
      0, 0, 21_000_000,
    ]);
    expect(await supplierDue()).toBe(21_000_000);
  });

  it('is billed in parts, each paid as it comes, and what was too much is credited', async () => {
    const drops = await plant('secondary');
    for (const dropId of drops) await receive(dropId);
    await post([sacks(drops[0]!, 5)]);
    expect(await supplierDue()).toBe(5 * SACK_RP + 10_500_000);
    const rest = await post([sacks(drops[0]!, 16)]);
    expect(await supplierDue()).toBe(21_000_000);
    expect(await billOf(rest)).toMatchObject({ state: 'differs', matchedRp: 15 * SACK_RP });
    await wired.endBill(database.db).run(pool.personId, rest, 'credited', 'NK-1');
    expect(await billOf(rest)).toMatchObject({ state: 'credited', matchedRp: 15 * SACK_RP });
    expect(await supplierDue()).toBe(21_000_000);
  });

  it('keeps what it came to when it was credited, though an earlier bill is withdrawn afterwards', async () => {
    const drops = await plant('secondary');
    for (const dropId of drops) await receive(dropId);
    const first = await post([sacks(drops[0]!, 5)]);
    const second = await post([sacks(drops[0]!, 20)]);
    await wired.endBill(database.db).run(pool.personId, second, 'credited', 'NK-2');
    await wired.endBill(database.db).run(pool.personId, first, 'withdrawn', 'salah');
    expect(await billOf(second)).toMatchObject({ state: 'credited', matchedRp: 15 * SACK_RP });
    expect(await supplierDue()).toBe(15 * SACK_RP + 10_500_000);
    await post([sacks(drops[0]!, 5)]);
    expect(await supplierDue()).toBe(21_000_000);
  });

  it('has a number of its own, which only a withdrawn bill gives back', async () => {
    const drops = await plant('secondary');
    const billId = await post([sacks(drops[0]!, 20)], 'KW-SAMA');
    await expect(post([sacks(drops[1]!, 20)], 'KW-SAMA')).rejects.toThrow('BILL_NUMBER_TAKEN');
    await wired.endBill(database.db).run(pool.personId, billId, 'withdrawn', 'salah');
    expect(await billOf(await post([sacks(drops[0]!, 20)], 'KW-SAMA'))).toMatchObject({ state: 'held' });
  });
});

describe('what a bill asks for above what agrees', () => {
  const acceptances = () =>
    database.db.rows<{ id: string; decisionId: string; state: string }>(
      `SELECT id, decision_id, state FROM bill_difference WHERE buyer_id = $1 ORDER BY id`,
      [pool.organiserId],
    );
  const people = async (): Promise<[Principal, Principal]> => [
    await plantMember(database.owner, 'organiser', pool.organiserId, 'treasurer'),
    await plantMember(database.owner, 'organiser', pool.organiserId, 'chair'),
  ];
  const propose = ([treasurer]: readonly [Principal, Principal], billId: string) =>
    as(treasurer, () =>
      wired.accepting(database.bareDb).propose(treasurer.personId, billId, 'harga kemasan naik, disepakati'),
    );
  const approve = async ([, chair]: readonly [Principal, Principal]): Promise<string> => {
    const [proposed] = (await acceptances()).filter(({ state }) => state === 'proposed');
    await approveDecision(database, chair, pool.organiserId, proposed?.decisionId ?? '');
    return proposed?.id ?? '';
  };
  const heard = (id: string) =>
    database.workerDb.transaction((tx) => wired.accepting(database.workerDb).approve(tx, id));
  const dear = async (mode: ContractMode): Promise<string> => {
    const drops = await plant(mode);
    for (const dropId of drops) await receive(dropId);
    return post([sacks(drops[0]!, 20, 530_000), { packs: 4, amountRp: 80_000 }]);
  };

  it('is owed once two people accept it, whatever is heard twice, and no member pays it', async () => {
    const billId = await dear('secondary');
    const both = await people();
    await propose(both, billId);
    await expect(propose(both, billId)).rejects.toThrow('BILL_ACCEPTANCE_WAITS');
    const id = await approve(both);
    await Promise.all([heard(id), heard(id)]);
    expect(await billOf(billId)).toEqual({ state: 'accepted', amountRp: 10_680_000, matchedRp: 10_500_000 });
    expect(
      await database.db.rows(
        `SELECT kind, payer_id, payee_id, amount_rp FROM due WHERE subject_id = $1 OR kind = 'equalisation'`,
        [id],
      ),
    ).toEqual([{ kind: 'supplier-bill', payerId: pool.organiserId, payeeId: supplierId, amountRp: 180_000 }]);
    expect(await supplierDue()).toBe(21_000_000);
    await expect(wired.endBill(database.db).run(pool.personId, billId, 'withdrawn', 'salah')).rejects.toThrow(
      'BILL_HAS_ENDED',
    );
    await expect(propose(both, billId)).rejects.toThrow('BILL_HAS_ENDED');
  });

  it('is dropped when the bill has changed before the second person agreed', async () => {
    const billId = await dear('secondary');
    const both = await people();
    await propose(both, billId);
    const id = await approve(both);
    await wired.endBill(database.db).run(pool.personId, billId, 'credited', 'NK-7');
    await heard(id);
    expect((await acceptances()).map(({ state }) => state)).toEqual(['dropped']);
    expect(await billOf(billId)).toMatchObject({ state: 'credited' });
    expect(await supplierDue()).toBe(21_000_000);
  });

  it('is disputed and answered, and paid by nobody, where members buy themselves', async () => {
    const billId = await dear('direct');
    const both = await people();
    await expect(propose(both, billId)).rejects.toThrow('PRICE_WAS_FIXED');
    const buyer = await plantMember(database.owner, 'koperasi', koperasi[0]!, 'treasurer');
    const seller = await plantMember(database.owner, 'supplier', supplierId, 'officer');
    const say = (who: Principal, text: string) =>
      as(who, () => wired.saying(database.bareDb).run(who, billId, text));
    await say(buyer, 'harga tidak sesuai penetapan');
    // Whoever speaks for the seller does, though they may look at the buyer's books too.
    const looking = { partyId: koperasi[0]!, kind: 'koperasi', roles: ['viewer'] } as const;
    await say({ ...seller, memberships: [looking, ...seller.memberships] }, 'kami kirim nota kredit');
    expect(
      await database.db.rows('SELECT kind, party_id FROM bill_word WHERE bill_id = $1 ORDER BY id', [billId]),
    ).toEqual([
      { kind: 'dispute', partyId: koperasi[0] },
      { kind: 'answer', partyId: supplierId },
    ]);
    await wired.endBill(database.db).run(pool.personId, billId, 'credited', 'NK-8');
    await expect(say(buyer, 'terima kasih')).rejects.toThrow('BILL_HAS_ENDED');
  });
});

describe('a supplier’s own bill to a koperasi', () => {
  it('shows what differs; due is what the receipt says, at the ordered price', async () => {
    const drops = await plant('direct');
    await receive(drops[0]!, 2);
    const before = await database.db.rows('SELECT * FROM due WHERE pool_id = $1 ORDER BY id', [pool.poolId]);
    expect(await billOf(await post([sacks(drops[0]!, 20, 530_000)]))).toEqual({
      ...{ state: 'differs', amountRp: 10_600_000, matchedRp: 9_450_000 },
    });
    expect(await database.db.rows('SELECT * FROM due WHERE pool_id = $1 ORDER BY id', [pool.poolId])).toEqual(
      before,
    );
  });
});
