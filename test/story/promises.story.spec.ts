import type { INestApplication } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import pg from 'pg';
import request from 'supertest';
import type { DataSource } from 'typeorm';
import { AppModule } from '../../src/app.module.js';
import type { BrokenPromise } from '../../src/modules/monitoring/index.js';
import { hashToken } from '../../src/platform/auth/sessions.js';
import { loadConfig } from '../../src/platform/config/load-config.js';
import { makeDataSource } from '../../src/platform/db/data-source.js';
import { createHttp, fastifyAdapter } from '../../src/platform/http/create-http.js';
import { makeLogger } from '../../src/platform/logging/logger.js';
import { newId } from '../../src/platform/new-id.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { plantAllocation, plantPool, type PlantedPool } from '../support/plant-allocation.js';
import { plantParty, plantPerson } from '../support/plant-lot.js';
import { playDispatch, playPlans, playReceipt } from '../support/play-delivery.js';
import { playInvoice, playRequest } from '../support/play-settlement.js';
import { sealAll } from '../support/seal-all.js';
import type { Sql } from '../../src/platform/db/sql.js';

let database: TestDatabase;
let app: INestApplication;
let dataSource: DataSource;
let token: string;
/** A superuser without triggers and foreign keys: plants what nothing of ours could. */
let vandal: pg.Client;
let pool: PlantedPool;
let lotId: string;
let lineId: string;
let settledDrop: string;
let openDrop: string;

/** The river as it should be: one lot settled with a credit, one whose only drop has been asked for. */
beforeAll(async () => {
  database = await freshDatabase();
  vandal = new pg.Client({ connectionString: database.adminUrl });
  await vandal.connect();
  await vandal.query('SET session_replication_role = replica');
  pool = await plantPool(database.owner);
  const koperasiId = await plantParty(database.owner, 'koperasi');
  const supplierId = await plantParty(database.owner, 'supplier');
  const settled = await plantAllocation(database.owner, pool, [{ koperasiId, supplierId, packs: 20 }]);
  [lotId, lineId] = [settled.lotId, settled.lineIds[0]!];
  const open = await plantAllocation(database.owner, pool, [{ koperasiId, supplierId, packs: 4 }], {
    item: 1,
  });
  settledDrop = (await playPlans(database.db, pool, lotId))[0]!;
  await playDispatch(database.db, pool, settledDrop);
  await playReceipt(database.db, pool, settledDrop, { missingPacks: 2 });
  await playInvoice(database.db, settledDrop);
  openDrop = (await playPlans(database.db, pool, open.lotId))[1]!;
  await playDispatch(database.db, pool, openDrop);
  await playRequest(database.db, openDrop);
  await sealAll(database.workerDb);
  await openApplication();
});
afterAll(async () => {
  await app.close();
  await dataSource.destroy();
  await vandal.end();
  await database.close();
});

/** The vandal's connection as our own kind of door. */
const door = (): Sql => {
  const rows = async <Row>(text: string, params: readonly unknown[] = []): Promise<Row[]> =>
    (await vandal.query(text, [...params])).rows as Row[];
  return {
    rows,
    first: async (text, params) => (await rows<never>(text, params))[0],
    change: () => Promise.reject(new Error()),
  };
};

/** What the product never leaves out; without it every fault would break p10 too. */
const AUDITED = `INSERT INTO audit_event (action, subject_type, subject_id) VALUES ('vandalised', 'river', '1')`;

/** The product's own HTTP application, whose auditor looks through the vandal's eyes: faults need not be committed. */
const openApplication = async (): Promise<void> => {
  const url = database.urlOf('sepikul_app');
  dataSource = await makeDataSource({ url, poolSize: 2, applicationName: 'promises' }).initialize();
  const log = makeLogger('silent');
  app = await createHttp(
    AppModule.with({ config: loadConfig({}), log, dataSource, auditor: door() }),
    log,
    fastifyAdapter(),
  );
  await (app.getHttpAdapter().getInstance() as { ready(): Promise<unknown> }).ready();
  const observerId = await plantParty(database.owner, 'observer');
  const personId = await plantPerson(database.owner);
  token = randomBytes(32).toString('base64url');
  await database.owner.query(`INSERT INTO membership (person_id, party_id, role) VALUES ($1, $2, 'viewer')`, [
    personId,
    observerId,
  ]);
  await database.owner.query(
    `INSERT INTO session (token_hash, person_id, expires_at) VALUES ($1, $2, clock_timestamp() + interval '1 hour')`,
    [hashToken(token), personId],
  );
};

interface Looked {
  readonly promises: string[];
  readonly holds: boolean;
  readonly broken: BrokenPromise[];
}

/** What an observer sees at the endpoint. */
const look = async (): Promise<Looked> => {
  const answer = await request(app.getHttpServer() as Server)
    .get('/api/v1/invariants')
    .set('Authorization', `Bearer ${token}`);
  expect(answer.status).toBe(200);
  return answer.body as Looked;
};

/** Plants faults, has an observer ask what is broken, and undoes them. */
const brokenBy = async (faults: readonly string[]): Promise<BrokenPromise[]> => {
  await vandal.query('BEGIN');
  try {
    await vandal.query(AUDITED);
    for (const fault of faults) await vandal.query(fault);
    await vandal.query('SET LOCAL ROLE sepikul_auditor');
    const { holds, broken } = await look();
    expect(holds).toBe(broken.length === 0);
    return broken;
  } finally {
    await vandal.query('ROLLBACK');
  }
};

const promiseViews = async (): Promise<{ name: string; isInvoker: boolean }[]> =>
  (
    await database.owner.query<{ name: string; isInvoker: boolean }>(
      `SELECT relname AS name, coalesce('security_invoker=true' = ANY (reloptions), false) AS "isInvoker"
       FROM pg_class WHERE relkind = 'v' AND relname ~ '^p[0-9]{2}_' ORDER BY relname`,
    )
  ).rows;

const consumed = (type: string, consumer: string, key: string, id: string): string =>
  `WITH event AS (INSERT INTO outbox (type, payload, relayed_at) VALUES ('${type}', '{"${key}": "${id}"}', now()) RETURNING id)
   INSERT INTO inbox (event_id, consumer, state, done_at) SELECT id, '${consumer}', 'done', now() FROM event`;
const journalOf = (table: string, dropId: string): string =>
  `(SELECT journal_id FROM ${table} WHERE drop_id = '${dropId}')`;

/** The settled lot as if its supplier had distributed it: 20 packs, as many as the quota, the stock and one visit. */
const distributed = (): string[] => [
  `UPDATE pool_item SET mode = 'distribution' WHERE id = '${pool.itemIds[0]}'`,
  `INSERT INTO item_distribution
   SELECT DISTINCT '${pool.itemIds[0]}'::uuid, supplier_id, 10500, 20, 20, 20, 'Gudang uji' FROM allocation WHERE lot_id = '${lotId}'`,
  `UPDATE award SET mode = 'distribution', proposed_by = NULL, proposed_at = NULL, approved_by = NULL, approved_at = NULL WHERE lot_id = '${lotId}'`,
  `UPDATE award_line SET bid_id = NULL WHERE award_id = (SELECT id FROM award WHERE lot_id = '${lotId}')`,
  `UPDATE delivery_drop SET pickup_lot_id = '${lotId}' WHERE id = '${settledDrop}'`,
];

/** The settled drop as if it had been ordered, for what its line comes to and so many rupiah more. */
const ordered = (moreRp = 0): string[] => [
  `INSERT INTO purchase_order (id, drop_id, pool_id, buyer_id, seller_id)
   SELECT gen_random_uuid(), id, pool_id, koperasi_id, supplier_id FROM delivery_drop WHERE id = '${settledDrop}'`,
  `INSERT INTO purchase_order_line SELECT gen_random_uuid(), purchase_order.id, 1, 1, seller_id, line_price.lot_id, 'goods', packs, 50000,
     price_rp_per_unit, charge_rp + ${moreRp}, 'none', 0, 0, NULL
   FROM purchase_order, line_price WHERE line_price.line_id = '${lineId}'`,
  `INSERT INTO document_series SELECT buyer_id, 'purchase-order', 2026, 1 FROM purchase_order`,
  `INSERT INTO document_number SELECT id, buyer_id, 'purchase-order', 2026, 1 FROM purchase_order`,
];

/** The settled drop's order as if its supplier had billed it: all 20 packs, of which 18 were accepted. */
const billed = (matchedPacks = 18, matchedRp = 9_450_000, state = 'differs'): string[] => [
  ...ordered(),
  `INSERT INTO seller_bill (id, seller_id, buyer_id, pool_id, number, billed_on, state, amount_rp, matched_rp, posted_by)
   SELECT gen_random_uuid(), seller_id, buyer_id, pool_id, 'KW-1', '2026-12-01', '${state}', 10500000, ${matchedRp},
     (SELECT id FROM person LIMIT 1) FROM purchase_order`,
  `INSERT INTO seller_bill_line SELECT seller_bill.id, 1, line.id, '', 20, 10500000, 0, ${matchedPacks}, ${matchedRp}, ${10_500_000 - matchedRp}
   FROM seller_bill, purchase_order_line AS line`,
];

/** The settled lot as if its award had said what its line gets. */
const shared = (): string[] => [
  `INSERT INTO award_share (award_id, line_id, packs, amount_rp)
   SELECT id, '${lineId}', 20, cost_rp FROM award WHERE lot_id = '${lotId}'`,
];

/** So much in transit at the gateway since then. */
const clearing = (since: string, amountRp: number): string[] => [
  `WITH party AS (SELECT organiser_id AS id FROM pool LIMIT 1), book AS (
     INSERT INTO account SELECT account_of(id, purpose), id, purpose FROM party, unnest(ARRAY['gateway-clearing', 'suspense']) AS purpose RETURNING id, purpose
   ), entry AS (
     INSERT INTO journal (id, business_key, kind, posted_at) VALUES (gen_random_uuid(), 'vandal', 'vandal', now() - interval '${since}') RETURNING id
   )
   INSERT INTO posting SELECT entry.id, row_number() OVER (), book.id, CASE purpose WHEN 'suspense' THEN -(${amountRp})::bigint ELSE ${amountRp} END
   FROM entry, book`,
  ...summedAnew,
];

/** The sums of days as the postings say. */
const summedAnew = [
  'DELETE FROM account_day',
  'DELETE FROM posting_tail',
  `INSERT INTO account_day (party_id, purpose, day, debit_rp, credit_rp)
   SELECT party_id, purpose, ledger_day(effective_at), sum(greatest(amount_rp, 0)), sum(greatest(-amount_rp, 0))
   FROM posting JOIN account ON account.id = account_id JOIN journal ON journal.id = journal_id GROUP BY 1, 2, 3`,
];

/** The river as if its koperasi had sold: the same packs and prices, the roles changed places. */
const sold = (): string[] => [
  `UPDATE pool SET side = 'sell'`,
  'UPDATE pool_item SET ceiling_rp_per_unit = 10000',
  'ALTER TABLE account DROP CONSTRAINT id_of_party_and_purpose',
  `UPDATE account SET purpose = CASE purpose WHEN 'prepaid' THEN 'unearned' WHEN 'unearned' THEN 'prepaid'
     WHEN 'sales' THEN 'purchases' WHEN 'purchases' THEN 'sales' ELSE purpose END`,
  // What the buyers prepaid stands as a debit, what the sellers have not earned as a credit.
  'UPDATE posting SET amount_rp = -amount_rp',
  ...summedAnew,
];

describe('an observer who looks at the promises', () => {
  it('finds nothing in a river that runs as it should', async () => {
    expect(await brokenBy([])).toEqual([]);
  });

  it('looks as the auditor: neither app nor worker may, who would find nothing in silence', async () => {
    for (const { name } of await promiseViews())
      for (const db of [database.db, database.workerDb])
        await expect(db.rows(`SELECT subject FROM ${name}`)).rejects.toThrow(
          `permission denied for view ${name}`,
        );
  });

  it('sees every promise that has a view, each run with the rights of who asks', async () => {
    const views = await promiseViews();
    expect((await look()).promises).toEqual(views.map(({ name }) => name));
    expect(views.filter(({ isInvoker }) => !isInvoker)).toEqual([]);
  });

  it('knows every promise that has a view', async () => {
    expect((await look()).promises).toEqual([
      'p01_journals_sum_to_zero',
      'p02_deposits_add_up',
      'p03_clearing_is_empty_after_a_day',
      'p03_transit_accounts_clear',
      'p04_gateway_money_is_journaled',
      'p05_allocated_is_awarded',
      'p06_nothing_above_capacity',
      'p07_every_line_has_one_end',
      'p08_sealed_until_opened',
      'p09_no_bid_after_its_deadline',
      'p10_every_change_is_audited',
      'p11_each_event_is_consumed',
      'p12_nobody_approves_their_own',
      'p13_one_effect_per_key',
      'p15_invoices_match_their_lines',
      'p16_settled_lots_add_up',
      'p17_nobody_pays_above_the_worst',
      'p18_distribution_within_its_terms',
      'p19_award_shares_add_up',
      'p20_contracts_are_signed',
      'p21_one_step_waits',
      'p22_bills_follow_the_award',
      'p23_two_holders_open',
      'p24_sales_at_one_price',
      'p25_purchases_name_their_pool',
      'p26_orders_say_what_was_fixed',
      'p27_paid_is_matched',
      'p28_withheld_is_booked',
      'p29_accepted_differences_are_booked',
      'p30_consigned_goods_are_accounted_for',
    ]);
  });

  const sealingKey = (): string =>
    `INSERT INTO sealing_key (id, pool_id, lot_id, attempt, curve, public_key, made_at)
     SELECT '${newId()}', pool_id, id, 1, 'X25519', 'x', now() - interval '9 hours' FROM lot WHERE id = '${lotId}'`;
  const sealedBid = (madeAt: string): string =>
    `INSERT INTO sealed_bid (key_id, supplier_id, revision, action, hash, box, made_by, made_at)
     SELECT id, (SELECT supplier_id FROM bid LIMIT 1), 7, 'submitted', repeat('0', 64), '{}', (SELECT id FROM person LIMIT 1), ${madeAt}
     FROM sealing_key`;

  const planted: [string, string, () => string[]][] = [
    [
      'p01',
      'a posting changed by one rupiah',
      () => ['UPDATE posting SET amount_rp = amount_rp + 1 WHERE line_no = 1'],
    ],
    [
      'p01',
      'a journal that lost its postings',
      () => [`DELETE FROM posting WHERE journal_id = ${journalOf('invoice', settledDrop)}`],
    ],
    [
      'p01',
      'a posting moved into the books of another party',
      () => [
        `UPDATE posting SET account_id = (SELECT id FROM account WHERE purpose = 'payable') WHERE account_id = (SELECT id FROM account WHERE purpose = 'sales')`,
      ],
    ],
    ['p01', 'a day that sums to a rupiah more', () => ['UPDATE posting_tail SET amount_rp = amount_rp + 1']],
    ['p01', 'a day that was not summed', () => ['DELETE FROM account_day', 'DELETE FROM posting_tail']],
    [
      'p01',
      'a reversal that was taken back',
      () => [
        `UPDATE journal SET reverses_id = ${journalOf('payment_request', openDrop)} WHERE id = ${journalOf('invoice', settledDrop)}`,
        `UPDATE journal SET reverses_id = ${journalOf('invoice', settledDrop)} WHERE id = ${journalOf('payment_request', settledDrop)}`,
      ],
    ],
    [
      'p02',
      'a deposit that is said to be forfeited, of which no book knows',
      () => [
        `INSERT INTO pool_deposit (id, pool_id, koperasi_id, forfeited_rp)
         SELECT '${newId()}', pool_id, koperasi_id, 1 FROM commitment_line WHERE id = '${lineId}'`,
      ],
    ],
    [
      'p02',
      'a deposit in the books that nobody paid',
      () => [
        'ALTER TABLE account DROP CONSTRAINT id_of_party_and_purpose',
        `UPDATE account SET purpose = 'deposit-held' WHERE id = (SELECT account_id FROM posting ORDER BY account_id LIMIT 1)`,
      ],
    ],
    ['p03_clearing', 'money in transit for more than a day', () => clearing('25 hours', 7)],
    ['p03_clearing', 'less than nothing in transit', () => clearing('1 hour', -7)],
    [
      'p03_transit',
      'an invoice that vanished',
      () => [`DELETE FROM invoice WHERE drop_id = '${settledDrop}'`],
    ],
    [
      'p03_transit',
      'a request whose journal was never posted',
      () => [`DELETE FROM posting WHERE journal_id = ${journalOf('payment_request', openDrop)}`],
    ],
    [
      'p03_transit',
      'a drop received a day ago without an invoice',
      () => [
        `UPDATE delivery_drop SET state = 'received', received_at = now() - interval '25 hours' WHERE id = '${openDrop}'`,
      ],
    ],
    [
      'p04',
      'a journal of a payment that nobody knows',
      () => [`UPDATE journal SET kind = 'payment' WHERE id = ${journalOf('invoice', settledDrop)}`],
    ],
    [
      'p04',
      'a payment that came and is in no book',
      () => [
        `INSERT INTO payment (id, order_id, payer_id, payee_id, channel, amount_rp, fee_rp, settling_delay_s,
           is_refundable, state, seen, expires_at, settled_at, firm_at, created_by)
         SELECT '${newId()}', 'SPK-' || repeat('0', 32), koperasi_id, supplier_id, 'qris', 1, 0, 0, true, 'settled',
           '{settlement}', now() + interval '1 hour', now(), now(), (SELECT id FROM person LIMIT 1)
         FROM delivery_drop LIMIT 1`,
      ],
    ],
    ['p05', 'an award line of one pack more', () => ['UPDATE award_line SET packs = packs + 1']],
    ['p05', 'an allocation that vanished', () => [`DELETE FROM allocation WHERE lot_id = '${lotId}'`]],
    [
      'p05',
      'packs from a supplier without an award',
      () => [`UPDATE allocation SET supplier_id = '${newId()}' WHERE lot_id = '${lotId}'`],
    ],
    [
      'p05',
      'a surplus nobody was awarded',
      () => [`INSERT INTO surplus SELECT lot_id, supplier_id, 1 FROM allocation WHERE lot_id = '${lotId}'`],
    ],
    ['p05', 'a share of one pack less', () => ['UPDATE share SET allocated_packs = allocated_packs - 1']],
    [
      'p05',
      'a line of a contracted lot without a share',
      () => [`DELETE FROM share WHERE line_id = '${lineId}'`],
    ],
    [
      'p05',
      'a truck with one pack less',
      () => [`UPDATE drop_line SET shipped_packs = shipped_packs - 1 WHERE drop_id = '${openDrop}'`],
    ],
    [
      'p05',
      'an allocation on no drop, though delivery has heard of it',
      () => [
        `DELETE FROM drop_line WHERE lot_id = '${lotId}'`,
        consumed('LotAllocated', 'delivery.on-lot-allocated', 'lotId', lotId),
      ],
    ],
    [
      'p05',
      'a settled lot still on its way',
      () => [`UPDATE delivery_drop SET state = 'dispatched', received_at = NULL WHERE id = '${settledDrop}'`],
    ],
    ['p06', 'an award above capacity', () => ['UPDATE bid_revision SET capacity_packs = 1']],
    [
      'p06',
      'an award to a bid that was withdrawn',
      () => [
        `INSERT INTO bid_revision SELECT bid_id, 2, 'withdrawn', NULL, NULL, NULL, NULL, made_by, made_at FROM bid_revision`,
      ],
    ],
    [
      'p06',
      'a share above what was asked',
      () => [`UPDATE commitment_line SET quantity_packs = 1 WHERE id = '${lineId}'`],
    ],
    ['p07', 'a line that no lot knows', () => [`DELETE FROM lot_membership WHERE line_id = '${lineId}'`]],
    [
      'p07',
      'a line that was forgotten when its pool closed without lots',
      () => [
        'DELETE FROM lot_membership',
        'DELETE FROM lot',
        consumed('PoolClosed', 'lot.on-pool-closed', 'poolId', pool.poolId),
      ],
    ],
    [
      'p07',
      'a withdrawn line in a lot',
      () => [`UPDATE commitment_line SET state = 'withdrawn' WHERE id = '${lineId}'`],
    ],
    [
      'p07',
      'a line that moved to another pool and is in a lot all the same',
      () => [
        `INSERT INTO line_move (line_id, target_line_id, packs)
         SELECT '${lineId}', id, 1 FROM commitment_line WHERE id <> '${lineId}' LIMIT 1`,
      ],
    ],
    [
      'p07',
      'a line that is said to have moved, and did not',
      () => [
        `UPDATE lot_membership SET lot_id = NULL, refusal = 'RESCUE_MERGED' WHERE line_id = '${lineId}'`,
      ],
    ],
    [
      'p07',
      'a line in a lot of an item that was given up',
      () => [
        `ALTER TABLE pool_item_minimum DISABLE TRIGGER USER`,
        `INSERT INTO pool_item_minimum (item_id, minimum_packs) SELECT item_id, 1000000 FROM commitment_line WHERE id = '${lineId}'`,
        `INSERT INTO item_rescue (item_id, outcome, committed_packs, minimum_packs)
         SELECT item_id, 'cancelled', 0, minimum_packs FROM pool_item_minimum`,
      ],
    ],
    ['p07', 'a lot of a pool that was cancelled', () => [`UPDATE pool SET state = 'cancelled'`]],
    [
      'p07',
      'a line that was forgotten when its pool was cancelled',
      () => [
        'DELETE FROM lot_membership',
        'DELETE FROM lot',
        `UPDATE pool SET state = 'cancelled'`,
        consumed('PoolCancelled', 'lot.on-pool-cancelled', 'poolId', pool.poolId),
      ],
    ],
    ['p07', 'a lot of a pool that is open', () => [`UPDATE pool SET state = 'open'`]],
    [
      'p07',
      'a line in a lot of another item',
      () => [
        `UPDATE commitment_line SET item_id = '${pool.itemIds[1]}', needed_by = '2026-12-03' WHERE id = '${lineId}'`,
      ],
    ],
    [
      'p08',
      'a bid in plain text though nobody has opened it',
      () => [sealingKey(), 'UPDATE tender SET opened_at = NULL, bid_count = NULL'],
    ],
    [
      'p08',
      'a key that its holders gave away before the deadline',
      () => [
        sealingKey(),
        `INSERT INTO released_key (key_id, private_key, released_at) SELECT id, 'x', now() - interval '9 hours' FROM sealing_key`,
      ],
    ],
    ['p09', 'a bid that was sealed after the deadline', () => [sealingKey(), sealedBid('now()')]],
    [
      'p09',
      'a sealed bid that was dropped at the opening',
      () => [sealingKey(), sealedBid("now() - interval '8 hours'")],
    ],
    ['p09', 'a bid made after its deadline', () => ['UPDATE bid_revision SET made_at = now()']],
    [
      'p09',
      'bids opened before the deadline',
      () => [
        'ALTER TABLE tender DROP CONSTRAINT tender_check',
        `UPDATE tender SET opened_at = closes_at - interval '1 second'`,
      ],
    ],
    [
      'p09',
      'an award of bids that nobody opened',
      () => ['UPDATE tender SET opened_at = NULL, bid_count = NULL'],
    ],
    [
      'p10',
      'an audit row that was altered',
      () => [
        `UPDATE audit_event SET subject_id = 'another' WHERE id = (SELECT min(id) + 3 FROM audit_event)`,
      ],
    ],
    [
      'p10',
      'an audit row that was deleted',
      () => ['DELETE FROM audit_event WHERE id = (SELECT min(id) + 3 FROM audit_event)'],
    ],
    ['p10', 'a link that leads elsewhere', () => ['UPDATE audit_chain SET previous = hash WHERE number = 2']],
    [
      'p10',
      'a change without its audit row',
      () => [
        `DELETE FROM audit_event WHERE action = 'vandalised'`,
        'UPDATE commitment_line SET quantity_packs = quantity_packs',
      ],
    ],
    [
      'p11',
      'a parked delivery',
      () => [`INSERT INTO inbox (event_id, consumer, state) SELECT min(id), 'x.y', 'parked' FROM outbox`],
    ],
    [
      'p11',
      'a delivery that nobody takes up',
      () => [
        `UPDATE outbox SET recorded_at = now() - interval '3 minutes'`,
        `INSERT INTO inbox (event_id, consumer, due_at) SELECT min(id), 'x.y', now() + interval '12 seconds' FROM outbox`,
      ],
    ],
    [
      'p11',
      'an event that is not relayed',
      () => [`UPDATE outbox SET relayed_at = NULL, recorded_at = now() - interval '3 minutes'`],
    ],
    [
      'p12',
      'an award approved by who proposed it',
      () => [
        'ALTER TABLE award DROP CONSTRAINT nobody_approves_their_own_proposal',
        'UPDATE award SET approved_by = proposed_by',
      ],
    ],
    [
      'p12',
      'an award of the system that one person approved alone',
      () => ['ALTER TABLE award DROP CONSTRAINT two_people_approve', 'UPDATE award SET proposed_by = NULL'],
    ],
    [
      'p12',
      'an objection answered by who proposed',
      () => [
        'ALTER TABLE objection DISABLE TRIGGER USER',
        'ALTER TABLE objection_answer DISABLE TRIGGER USER',
        `INSERT INTO objection (id, award_id, party_id, reason, made_by)
         SELECT '${newId()}', award_id, supplier_id, 'x', proposed_by FROM award JOIN award_line ON award_id = award.id LIMIT 1`,
        `INSERT INTO objection_answer (objection_id, answer, reason, answered_by)
         SELECT id, 'rejected', 'x', made_by FROM objection`,
      ],
    ],
    [
      'p13',
      'a key with two effects',
      () => [
        `INSERT INTO idempotency_key (id, person_id, fingerprint, transaction_id)
         SELECT '${lotId}', '${pool.personId}', sha256(''), min(transaction_id) FROM audit_event`,
        `UPDATE audit_event SET key_id = '${lotId}'`,
      ],
    ],
    [
      'p13',
      'an effect of another transaction than its answer',
      () => [
        `INSERT INTO idempotency_key (id, person_id, fingerprint) VALUES ('${lotId}', '${pool.personId}', sha256(''))`,
        `UPDATE audit_event SET key_id = '${lotId}' WHERE id = (SELECT min(id) FROM audit_event)`,
      ],
    ],
    [
      'p13',
      'an effect whose answer was not kept',
      () => [`UPDATE audit_event SET key_id = '${lotId}' WHERE id = (SELECT min(id) FROM audit_event)`],
    ],
    ['p15', 'an invoice of one rupiah more', () => ['UPDATE invoice SET amount_rp = amount_rp + 1']],
    ['p15', 'a line of one rupiah more', () => ['UPDATE invoice_line SET amount_rp = amount_rp + 1']],
    ['p15', 'a line that vanished', () => ['DELETE FROM invoice_line']],
    [
      'p15',
      'a line for a pack more than was accepted',
      () => ['UPDATE invoice_line SET accepted_packs = accepted_packs + 1'],
    ],
    [
      'p15',
      'a line at another price than awarded',
      () => ['UPDATE invoice_line SET price_rp_per_unit = price_rp_per_unit + 1'],
    ],
    ['p15', 'a credit of one rupiah less', () => ['UPDATE credit_note SET amount_rp = amount_rp - 1']],
    [
      'p15',
      'an invoice without a request',
      () => [`DELETE FROM payment_request WHERE drop_id = '${settledDrop}'`],
    ],
    ['p15', 'a request that nobody owes', () => [`DELETE FROM due WHERE kind = 'payment-request'`]],
    ['p15', 'a credit that nobody owes', () => ['DELETE FROM due_cover']],
    [
      'p15',
      'a journal of another amount',
      () => [
        `UPDATE posting SET amount_rp = amount_rp * 2 WHERE journal_id = ${journalOf('invoice', settledDrop)}`,
      ],
    ],
    [
      'p15',
      'a supplier bill of one rupiah less',
      () => ['UPDATE supplier_bill SET goods_rp = goods_rp - 1, amount_rp = amount_rp - 1'],
    ],
    [
      'p15',
      'goods billed that nobody accepted',
      () => ['UPDATE supplier_bill SET goods_rp = goods_rp - 1, fixed_rp = fixed_rp + 1'],
    ],
    [
      'p15',
      'a line charged otherwise than was fixed',
      () => ['UPDATE line_price SET charge_rp = charge_rp * 2'],
    ],
    ['p15', 'a line that was never priced', () => [`DELETE FROM line_price WHERE line_id = '${lineId}'`]],
    ['p15', 'a gap in the numbers', () => ['UPDATE invoice SET number = 2']],
    ['p15', 'a number that was never issued', () => ['UPDATE invoice_series SET last_number = 2']],
    ['p16', 'a settled lot that was never closed', () => ['DELETE FROM lot_closing']],
    ['p16', 'a supplier bill that vanished', () => ['DELETE FROM supplier_bill']],
    [
      'p16',
      'a supplier without its one bill to an organiser that resells',
      () => [`UPDATE pool SET contract_mode = 'secondary'`],
    ],
    [
      'p16',
      'a closing that leaves a rupiah uncovered that was not',
      () => [
        'ALTER TABLE lot_closing DROP CONSTRAINT what_is_paid_is_what_it_cost',
        'UPDATE lot_closing SET uncovered_rp = uncovered_rp + 1',
      ],
    ],
    ['p16', 'a line that pays above its limit', () => ['UPDATE commitment_line SET max_landed_rp = 1']],
    [
      'p16',
      'a line that pays less than it was credited',
      () => ['UPDATE closing_line SET final_rp = final_rp - 1'],
    ],
    [
      'p16',
      'an organiser who kept a rupiah',
      () => [
        `WITH book AS (INSERT INTO account SELECT account_of(organiser_id, 'equalisation'), organiser_id, 'equalisation' FROM pool LIMIT 1 RETURNING id)
         INSERT INTO posting SELECT id, 9, (SELECT id FROM book), 1 FROM journal LIMIT 1`,
      ],
    ],
    ['p17', 'a line billed above its own limit', () => ['UPDATE commitment_line SET max_landed_rp = 1']],
    [
      'p17',
      'a line billed above what its pool promised when it opened',
      () => [
        'INSERT INTO item_guarantee (item_id, from_packs, worst_rp_per_unit) SELECT id, 1, 1 FROM pool_item',
      ],
    ],
    [
      'p18',
      'an award by tender of a distributed item',
      () => [
        ...distributed(),
        `UPDATE award SET mode = 'tender', proposed_by = '${newId()}', proposed_at = now(), approved_by = '${newId()}', approved_at = now()`,
      ],
    ],
    ['p18', 'a bid for nothing', () => ['UPDATE award_line SET bid_id = NULL']],
    [
      'p18',
      'another price',
      () => [...distributed(), 'UPDATE item_distribution SET price_rp_per_unit = 10499'],
    ],
    [
      'p18',
      'another supplier',
      () => [...distributed(), `UPDATE item_distribution SET supplier_id = '${newId()}'`],
    ],
    ['p18', 'more than the stock', () => [...distributed(), 'UPDATE item_distribution SET stock_packs = 19']],
    [
      'p18',
      'a koperasi above its quota',
      () => [...distributed(), 'UPDATE item_distribution SET quota_per_buyer_packs = 19'],
    ],
    [
      'p18',
      'too much at once',
      () => [...distributed(), 'UPDATE item_distribution SET max_per_pickup_packs = 19'],
    ],
    [
      'p18',
      'a truck for what is picked up',
      () => [...distributed(), 'UPDATE delivery_drop SET pickup_lot_id = NULL'],
    ],
    ['p19', 'a share more than was awarded', () => [...shared(), 'UPDATE award_share SET packs = packs + 1']],
    [
      'p19',
      'a rupiah more than the award and the fee',
      () => [...shared(), 'UPDATE award_share SET amount_rp = amount_rp + 1'],
    ],
    [
      'p19',
      'a line beyond its limit',
      () => [...shared(), `UPDATE commitment_line SET max_landed_rp = 10499 WHERE id = '${lineId}'`],
    ],
    [
      'p19',
      'a line above what it tolerates',
      () => [...shared(), `UPDATE commitment_line SET quantity_packs = 19 WHERE id = '${lineId}'`],
    ],
    [
      'p19',
      'a line below its minimum',
      () => [
        ...shared(),
        `UPDATE commitment_line SET quantity_packs = 21, minimum_packs = 21 WHERE id = '${lineId}'`,
      ],
    ],
    [
      'p19',
      'another allocation than was awarded',
      () => [...shared(), `UPDATE share SET allocated_packs = 19 WHERE line_id = '${lineId}'`],
    ],
    [
      'p19',
      'another charge than was awarded',
      () => [...shared(), `UPDATE line_price SET charge_rp = charge_rp - 1 WHERE line_id = '${lineId}'`],
    ],
    [
      'p20',
      'a contracted lot that its supplier did not sign',
      () => [
        `INSERT INTO award_step (award_id, step, lot_id, due_at, default_at, ended_at, outcome)
         SELECT id, 'contract', lot_id, now(), now(), now(), 'contract' FROM award`,
      ],
    ],
    ['p21', 'an award that waits for nobody', () => [`UPDATE lot SET state = 'opened'`]],
    [
      'p21',
      'a contracted lot that still waits',
      () => [
        `INSERT INTO award_step (award_id, step, lot_id, due_at, default_at)
         SELECT id, 'contract', lot_id, now(), now() FROM award`,
      ],
    ],
    [
      'p22',
      'a lot priced a rupiah above its award',
      () => [`UPDATE line_price SET bill_rp = bill_rp + 1 WHERE lot_id = '${lotId}'`],
    ],
    [
      'p22',
      'an award whose price moved after its lot was priced',
      () => [`UPDATE award_line SET amount_rp = amount_rp - 1`],
    ],
    [
      'p22',
      'packs left over that are billed all the same',
      () => [`UPDATE line_price SET packs = packs - 1 WHERE lot_id = '${lotId}'`],
    ],
    [
      'p22',
      'a price for packs of somebody who was awarded none',
      () => [`UPDATE line_price SET supplier_id = '${newId()}' WHERE lot_id = '${lotId}'`],
    ],
    ['p26', 'an order a rupiah above what was fixed', () => ordered(1)],
    ['p26', 'an order without a number', () => [...ordered(), 'DELETE FROM document_number']],
    [
      'p26',
      'an order by somebody who does not pay for it',
      () => [...ordered(), 'UPDATE purchase_order SET buyer_id = (SELECT organiser_id FROM pool LIMIT 1)'],
    ],
    [
      'p26',
      'a gap in the numbers of orders',
      () => [...ordered(), 'UPDATE document_series SET last_number = 2'],
    ],
    ['p27', 'packs matched that were not accepted', () => billed(20)],
    ['p27', 'more matched than was accepted', () => billed(18, 9_450_001)],
    ['p27', 'packs matched above their billed price', () => billed(17)],
    ['p27', 'a bill that agrees, though something is held', () => billed(18, 9_450_000, 'agreed')],
    [
      'p27',
      'a bill whose total is not its lines',
      () => [...billed(), 'UPDATE seller_bill SET amount_rp = amount_rp + 1'],
    ],
    [
      'p27',
      'a bill on another buyer’s order',
      () => [...billed(), 'UPDATE seller_bill SET buyer_id = (SELECT organiser_id FROM pool LIMIT 1)'],
    ],
    [
      'p28',
      'tax withheld that is in no books',
      () => [
        `INSERT INTO withheld_tax SELECT gen_random_uuid(), gen_random_uuid(), 1, organiser_id, organiser_id, 'pph-22', '2022-05-01', 1000, 15, gen_random_uuid()
         FROM pool LIMIT 1`,
      ],
    ],
    [
      'p28',
      'tax in the books that was withheld of no bill',
      () => [
        `WITH book AS (INSERT INTO account SELECT account_of(organiser_id, wanted), organiser_id, wanted FROM (SELECT organiser_id FROM pool LIMIT 1) AS pool, unnest(ARRAY['withholding', 'suspense']) AS wanted RETURNING id, purpose),
         entry AS (INSERT INTO journal (id, business_key, kind) VALUES (gen_random_uuid(), 'vandal', 'withholding') RETURNING id)
         INSERT INTO posting SELECT entry.id, row_number() OVER (), book.id, CASE purpose WHEN 'suspense' THEN 15 ELSE -15 END FROM entry, book`,
        ...summedAnew,
      ],
    ],
    [
      'p29',
      'a bill whose difference counts as accepted, and nobody did',
      () => [...billed(), `UPDATE seller_bill SET state = 'accepted', ended_at = now(), end_reason = 'uji'`],
    ],
    [
      'p29',
      'an accepted difference that nobody owes',
      () => [
        ...billed(),
        `UPDATE seller_bill SET state = 'accepted', ended_at = now(), end_reason = 'uji'`,
        `INSERT INTO bill_difference (id, bill_id, buyer_id, seller_id, amount_rp, reason, decision_id, state, journal_id, due_id, ended_at)
         SELECT gen_random_uuid(), id, buyer_id, seller_id, amount_rp - matched_rp, 'uji', gen_random_uuid(), 'accepted',
           gen_random_uuid(), gen_random_uuid(), now() FROM seller_bill`,
      ],
    ],
    [
      'p30',
      'goods that went back and were never on consignment',
      () => [
        `UPDATE drop_line SET accepted_packs = accepted_packs - 1, returned_packs = 1 WHERE accepted_packs > 0`,
      ],
    ],
    [
      'p30',
      'a consignment that is over and was not billed',
      () => [
        `INSERT INTO consignment (drop_id, seller_id, buyer_id, supplier_id, ends_at, ended_at)
         SELECT delivery_drop.id, supplier_id, koperasi_id, supplier_id, now(), now() FROM delivery_drop
         WHERE NOT EXISTS (SELECT FROM invoice WHERE invoice.drop_id = delivery_drop.id)`,
        `INSERT INTO consignment (drop_id, seller_id, buyer_id, supplier_id, ends_at)
         SELECT delivery_drop.id, delivery_drop.supplier_id, delivery_drop.koperasi_id, delivery_drop.supplier_id, now() FROM delivery_drop
         JOIN invoice ON invoice.drop_id = delivery_drop.id`,
      ],
    ],
    [
      'p23',
      'a key that one holder alone released',
      () => [sealingKey(), `INSERT INTO released_key (key_id, private_key) SELECT id, 'x' FROM sealing_key`],
    ],
    ['p24', 'a sale below its floor', () => [...sold(), 'UPDATE pool_item SET ceiling_rp_per_unit = 10501']],
    [
      'p24',
      'a buyer charged another price',
      () => [...sold(), 'UPDATE line_price SET charge_rp = charge_rp + 1'],
    ],
    [
      'p24',
      'a line that brings less than its limit',
      () => [...sold(), 'UPDATE commitment_line SET max_landed_rp = 10501'],
    ],
    [
      'p24',
      'somebody who buys what it sells',
      () => [...sold(), 'UPDATE commitment_line SET koperasi_id = supplier_id FROM bid'],
    ],
    [
      'p24',
      'somebody who sells for another',
      () => [...sold(), `UPDATE commitment_line SET beneficiary_id = '${newId()}'`],
    ],
    [
      'p24',
      'accepted packs that were not sorted',
      () => [...sold(), `INSERT INTO item_grade VALUES ('${pool.itemIds[0]}', 1, 'A', 10000)`],
    ],
    ['p25', 'purchases of no pool', () => ['UPDATE journal SET pool_id = NULL']],
  ];

  it('finds nothing in a lot whose award says what each line gets', async () => {
    expect(await brokenBy(shared())).toEqual([]);
  });

  it('finds nothing in a lot that was distributed as declared', async () => {
    expect(await brokenBy(distributed())).toEqual([]);
  });

  it('finds nothing in a river that sells', async () => {
    expect(await brokenBy(sold())).toEqual([]);
  });

  it.each(planted)('finds under %s %s', async (promise, _, faults) => {
    const broken = await brokenBy(faults());
    expect(broken.filter((row) => row.promise.startsWith(promise))).not.toEqual([]);
    for (const row of broken) {
      expect(row.subject).toBeTruthy();
      expect(row.detail).toBeTruthy();
    }
  });

  it('has a planted fault for every promise', async () => {
    const names = (await look()).promises;
    const labels = [...new Set(planted.map(([promise]) => promise))];
    // Each name by the label that is its own: two promises of one number have longer ones.
    expect(labels.sort()).toEqual(names.map((name) => labels.find((label) => name.startsWith(label))));
  });

  it('does not take a pool that closed a moment ago for one that forgot its lines', async () => {
    const broken = await brokenBy(['DELETE FROM lot_membership', 'DELETE FROM lot']);
    expect(broken.filter((row) => row.promise.startsWith('p07'))).toEqual([]);
  });
});
