import type { ContractMode } from '../../core/pool/contract-mode.js';
import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { plantAllocation, plantPool, type PlantedPool } from '../../../test/support/plant-allocation.js';
import { plantParty } from '../../../test/support/plant-lot.js';
import { playDispatch, playPlans, playReceipt } from '../../../test/support/play-delivery.js';
import { payAllDues } from '../../../test/support/play-payment.js';
import { playInvoice, playRequest } from '../../../test/support/play-settlement.js';
import { netOf } from '../../../test/support/read-books.js';

let database: TestDatabase;
let pool: PlantedPool;
let koperasi: string[];
let cheap: string;
let dear: string;

const FEE = 20;
const SACKS = 10;

beforeAll(async () => {
  database = await freshDatabase();
});
beforeEach(async () => {
  pool = await plantPool(database.owner);
  koperasi = [await plantParty(database.owner, 'koperasi'), await plantParty(database.owner, 'koperasi')];
  cheap = await plantParty(database.owner, 'supplier');
  dear = await plantParty(database.owner, 'supplier');
});
afterAll(() => database.close());

/** Ten sacks each, of the cheap supplier at Rp500,000 and the dear one at Rp520,000, with a fee of Rp1,000 a sack. */
const plant = async (mode: ContractMode): Promise<string[]> => {
  await database.owner.query('UPDATE pool SET contract_mode = $2, version = version + 1 WHERE id = $1', [
    pool.poolId,
    mode,
  ]);
  await database.owner.query(`INSERT INTO pool_pricing VALUES ($1, 'uniform', $2)`, [pool.poolId, FEE]);
  const { lotId } = await plantAllocation(
    database.owner,
    pool,
    [
      { koperasiId: koperasi[0]!, supplierId: cheap, packs: SACKS },
      { koperasiId: koperasi[1]!, supplierId: dear, packs: SACKS },
    ],
    { priceRpPerUnit: 10_000 },
  );
  await database.owner.query(
    `UPDATE award_line SET price_rp_per_unit = 10400, amount_rp = 5200000 FROM award
     WHERE award.id = award_id AND lot_id = $1 AND supplier_id = $2`,
    [lotId, dear],
  );
  return playPlans(database.db, pool, lotId);
};

interface Sum {
  readonly kind: string;
  readonly payer: string;
  readonly payee: string;
  readonly amountRp: number;
}

/** What each kind of party owes each, kind by kind. */
const duesByKind = (): Promise<Sum[]> =>
  database.db.rows(
    `SELECT due.kind, payer.kind AS payer, payee.kind AS payee, sum(amount_rp)::bigint AS amount_rp
     FROM due JOIN party AS payer ON payer.id = payer_id JOIN party AS payee ON payee.id = payee_id
     WHERE pool_id = $1 GROUP BY due.kind, payer.kind, payee.kind ORDER BY due.kind, payer.kind`,
    [pool.poolId],
  );

const net = (partyId: string, ...purposes: string[]): Promise<number> =>
  netOf(database.db, partyId, ...purposes);

/** A whole lot: asked for, paid, delivered with five of the dear supplier's sacks missing, and everything settled. */
const play = async (mode: ContractMode): Promise<void> => {
  const drops = await plant(mode);
  for (const dropId of drops) await playRequest(database.workerDb, dropId);
  await payAllDues(database.workerDb, pool.poolId);
  for (const dropId of drops) {
    await playDispatch(database.db, pool, dropId);
    const [dearly] = await database.db.rows('SELECT FROM delivery_drop WHERE id = $1 AND supplier_id = $2', [
      dropId,
      dear,
    ]);
    await playReceipt(database.db, pool, dropId, { missingPacks: dearly === undefined ? 0 : 5 });
  }
  await Promise.all(drops.map((dropId) => playInvoice(database.workerDb, dropId)));
  for (const dropId of drops) await playInvoice(database.workerDb, dropId);
};

/** 20 sacks come to Rp10,220,000 at the common price; of 15, Rp7,615,000 is the real cost and Rp7,665,000 invoiced. */
const REQUESTED = 10_220_000;
const INVOICED = 7_665_000;
const BILLED = 7_600_000;
const FEES = 15_000;
const BACK = 50_000;

describe.each(['direct', 'secondary'] as const)('a lot in contract mode %s', (mode) => {
  beforeEach(() => play(mode));

  it('costs koperasi the same, brings suppliers the same, and leaves the organiser its fee', async () => {
    const bought = await Promise.all(koperasi.map((id) => net(id, 'purchases')));
    expect(bought[0]! + bought[1]!).toBe(INVOICED - BACK);
    expect([await net(cheap, 'sales'), await net(dear, 'sales')]).toEqual([-5_000_000, -2_600_000]);
    const { organiserId } = pool;
    expect(await net(organiserId, 'fees')).toBe(-FEES);
    expect(await net(organiserId, 'equalisation', 'sales', 'purchases')).toBe(0);
  });

  it('makes each due what its document says, and its promises hold', async () => {
    const paidBack = REQUESTED - INVOICED;
    expect(await duesByKind()).toEqual(
      mode === 'direct'
        ? [
            { kind: 'credit', payer: 'organiser', payee: 'koperasi', amountRp: BACK },
            { kind: 'credit', payer: 'supplier', payee: 'koperasi', amountRp: paidBack },
            { kind: 'equalisation', payer: 'organiser', payee: 'supplier', amountRp: 45_000 },
            { kind: 'equalisation', payer: 'supplier', payee: 'organiser', amountRp: 110_000 },
            { kind: 'payment-request', payer: 'koperasi', payee: 'supplier', amountRp: REQUESTED },
          ]
        : [
            { kind: 'credit', payer: 'organiser', payee: 'koperasi', amountRp: BACK + paidBack },
            { kind: 'payment-request', payer: 'koperasi', payee: 'organiser', amountRp: REQUESTED },
            { kind: 'supplier-bill', payer: 'organiser', payee: 'supplier', amountRp: BILLED },
          ],
    );
    for (const promise of [
      'p01_journals_sum_to_zero',
      'p03_transit_accounts_clear',
      'p15_invoices_match_their_lines',
      'p16_settled_lots_add_up',
    ])
      expect((await database.owner.query(`SELECT * FROM ${promise}`)).rows).toEqual([]);
  });

  it('ends with nobody owing anybody once every due is paid, and money where it belongs', async () => {
    await payAllDues(database.workerDb, pool.poolId);
    for (const id of [...koperasi, cheap, dear, pool.organiserId])
      expect(await net(id, 'receivable', 'payable', 'prepaid', 'unearned')).toBe(0);
    expect([await net(cheap, 'bank'), await net(dear, 'bank')]).toEqual([5_000_000, 2_600_000]);
    expect(await net(pool.organiserId, 'bank')).toBe(FEES);
    expect((await net(koperasi[0]!, 'bank')) + (await net(koperasi[1]!, 'bank'))).toBe(BACK - INVOICED);
  });
});

it('numbers its invoices per collector: in mode secondary in the organiser’s own series', async () => {
  await play('secondary');
  const issued = await database.db.rows<{ issuerId: string; number: number }>(
    'SELECT issuer_id, number FROM invoice JOIN delivery_drop ON delivery_drop.id = drop_id WHERE pool_id = $1 ORDER BY number',
    [pool.poolId],
  );
  expect(issued).toEqual([1, 2].map((number) => ({ issuerId: pool.organiserId, number })));
});
