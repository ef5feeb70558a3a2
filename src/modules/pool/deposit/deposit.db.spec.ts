import { freshDatabase, type TestDatabase } from '../../../../test/support/database.js';
import {
  playForming,
  playPaid,
  playRelease,
  playTakenBack,
  plantDepositRule,
} from '../../../../test/support/play-deposit.js';
import { plantParty, plantPerson } from '../../../../test/support/plant-lot.js';
import {
  CITY,
  plantKoperasi,
  plantLine,
  plantPool,
  plantRegions,
} from '../../../../test/support/plant-pool.js';
import { closing } from '../../../../test/support/plant-rescue.js';
import { raiseDue } from '../../payment/index.js';
import { newId } from '../../../platform/new-id.js';
import { CommitmentStore } from '../commitment.store.js';
import { settlePool } from '../settle-pool.js';
import { WithdrawCommitment } from '../withdraw-commitment.action.js';
import { AskDeposits } from './ask-deposits.js';
import { applyDeposit } from './apply-deposit.js';
import { CarryDeposit } from './carry-deposit.action.js';
import { DepositReader } from './deposit.reader.js';
import { settleDeposits } from './settle-deposits.js';

let database: TestDatabase;
let personId: string;

/** A sack of 50 kg at Rp12,000 at worst: Rp600,000, and a deposit of 10 % of it Rp60,000. */
const SACK_RP = 60_000;

interface World {
  readonly poolId: string;
  readonly organiserId: string;
  readonly itemIds: readonly string[];
}

const aPool = async (rule: Parameters<typeof plantDepositRule>[2] = {}): Promise<World> => {
  const pool = await plantPool(database.owner, ['dry', 'dry'], 'open');
  await plantDepositRule(database.owner, pool.poolId, rule);
  return pool;
};
const aLine = (pool: World, koperasiId: string, quantityPacks: number, item = 0): Promise<string> =>
  plantLine(database.owner, {
    poolId: pool.poolId,
    itemId: pool.itemIds[item] ?? '',
    koperasiId,
    quantityPacks,
  });
const settled = (pool: World, koperasiId: string | null = null): Promise<void> =>
  database.workerDb.transaction((tx) => settleDeposits(tx, pool.poolId, koperasiId));
const standOf = async (pool: World, koperasiId: string) => {
  const [row] = await new DepositReader().page(database.db, pool.poolId, [koperasiId], null, 1);
  if (row === undefined) throw new Error('no deposit');
  return row;
};
const paid = async (pool: World, koperasiId: string, options: Parameters<typeof playPaid>[2] = {}) => {
  await playPaid(database.workerDb, (await standOf(pool, koperasiId)).openDueId ?? '', options);
};
const passTime = (pool: World, interval = '1 second'): Promise<unknown> =>
  database.owner.query(`UPDATE pool SET closes_at = clock_timestamp() - $2::interval WHERE id = $1`, [
    pool.poolId,
    interval,
  ]);
const stateOf = async (pool: World): Promise<string> =>
  (await database.owner.query<{ state: string }>('SELECT state FROM pool WHERE id = $1', [pool.poolId]))
    .rows[0]?.state ?? '';
const endsOf = async (pool: World): Promise<Record<string, string>> =>
  Object.fromEntries(
    (
      await database.owner.query<{ id: string; end: string }>(
        `SELECT line_id AS id, coalesce(refusal, 'lot') AS end FROM lot_membership
         JOIN commitment_line ON commitment_line.id = line_id WHERE pool_id = $1`,
        [pool.poolId],
      )
    ).rows.map(({ id, end }) => [id, end]),
  );
const closed = async (pool: World): Promise<void> => {
  await passTime(pool, '0 seconds');
  await closing(database.workerDb).due();
  await playForming(database.workerDb, pool.poolId);
  await settled(pool);
};
const broken = (): Promise<unknown[]> => database.auditorDb.rows('SELECT * FROM p02_deposits_add_up');

beforeAll(async () => {
  database = await freshDatabase();
  await plantRegions(database.owner);
  personId = await plantPerson(database.owner);
});
afterEach(async () => {
  expect(await broken()).toEqual([]);
});
afterAll(() => database.close());

describe('deposits', () => {
  it('are asked for by what is ordered, however often and at once that is heard of, in one due that grows', async () => {
    const pool = await aPool();
    const koperasiId = await plantKoperasi(database.owner, CITY);
    await aLine(pool, koperasiId, 10);
    await Promise.all([settled(pool, koperasiId), settled(pool, koperasiId), settled(pool)]);
    const first = await standOf(pool, koperasiId);
    expect(first).toMatchObject({ requiredRp: 10 * SACK_RP, missingRp: 10 * SACK_RP, heldRp: 0 });
    await paid(pool, koperasiId, { amountRp: SACK_RP });
    await aLine(pool, koperasiId, 5, 1);
    await settled(pool, koperasiId);
    const grown = await standOf(pool, koperasiId);
    expect(grown.openDueId).toBe(first.openDueId);
    expect(grown).toMatchObject({ requiredRp: 15 * SACK_RP, missingRp: 14 * SACK_RP, heldRp: SACK_RP });
  });

  it('that were paid and are too much wait while the pool is open; with the last line withdrawn they go back', async () => {
    const pool = await aPool();
    const koperasiId = await plantKoperasi(database.owner, CITY);
    const lines = [await aLine(pool, koperasiId, 10), await aLine(pool, koperasiId, 5, 1)];
    await settled(pool);
    await paid(pool, koperasiId);
    const withdraw = new WithdrawCommitment(database.db, new CommitmentStore());
    await withdraw.run(personId, pool.poolId, lines[0] ?? '', 1);
    await settled(pool);
    expect(await standOf(pool, koperasiId)).toMatchObject({ heldRp: 15 * SACK_RP, backRp: 0 });
    await withdraw.run(personId, pool.poolId, lines[1] ?? '', 1);
    await Promise.all([settled(pool), settled(pool)]);
    expect(await standOf(pool, koperasiId)).toMatchObject({ heldRp: 0, backRp: 15 * SACK_RP, returnedRp: 0 });
  });

  it('bind what was paid for by the closing time, heard of later or not; a pool waits for such news', async () => {
    const pool = await aPool({ graceS: 600 });
    const [early, late, never, half] = await Promise.all(
      [0, 1, 2, 3].map(() => plantKoperasi(database.owner, CITY)),
    );
    if (!early || !late || !never || !half) throw new Error();
    const lines = {
      early: await aLine(pool, early, 10),
      late: await aLine(pool, late, 10),
      never: await aLine(pool, never, 10),
      half: await aLine(pool, half, 4),
      rest: await aLine(pool, half, 5, 1),
    };
    await settled(pool);
    await passTime(pool, '60 seconds');
    expect(await closing(database.workerDb).due()).toBe(0);
    // News of a payment made in time, and of one that was not.
    await paid(pool, early, { paidAt: new Date(Date.now() - 120_000) });
    await paid(pool, late, { paidAt: new Date() });
    await paid(pool, half, { amountRp: 5 * SACK_RP, paidAt: new Date(Date.now() - 120_000) });
    expect(await closing(database.workerDb).due()).toBe(0);
    await passTime(pool, '601 seconds');
    await database.owner.query(
      `UPDATE due_cover SET paid_at = paid_at - interval '10 minutes', firm_at = firm_at - interval '10 minutes'
       WHERE due_id IN (SELECT id FROM due WHERE pool_id = $1)`,
      [pool.poolId],
    );
    await Promise.all([closing(database.workerDb).due(), closing(database.workerDb).due()]);
    expect(await stateOf(pool)).toBe('closed');
    await playForming(database.workerDb, pool.poolId);
    expect(await endsOf(pool)).toEqual({
      [lines.early]: 'lot',
      [lines.late]: 'DEPOSIT_NOT_HELD',
      [lines.never]: 'DEPOSIT_NOT_HELD',
      [lines.half]: 'lot',
      [lines.rest]: 'DEPOSIT_NOT_HELD',
    });
    await Promise.all([settled(pool), settled(pool)]);
    expect(await standOf(pool, late)).toMatchObject({ heldRp: 0, backRp: 10 * SACK_RP, openDueId: null });
    expect(await standOf(pool, never)).toMatchObject({
      heldRp: 0,
      backRp: 0,
      openDueId: null,
      requiredRp: 0,
    });
    expect(await standOf(pool, half)).toMatchObject({
      heldRp: 4 * SACK_RP,
      backRp: SACK_RP,
      openDueId: null,
    });
    const told = await database.db.rows<{ kind: string }>(
      'SELECT kind FROM happening WHERE party_id = $1 ORDER BY id',
      [never],
    );
    expect(told.map(({ kind }) => kind)).toEqual(['deposit-asked', 'deposit-not-held']);
  });

  it('are asked about at the gateway once, when the time is up', async () => {
    const pool = await aPool({ graceS: 600 });
    const koperasiId = await plantKoperasi(database.owner, CITY);
    await aLine(pool, koperasiId, 10);
    await settled(pool);
    const { openDueId, missingRp } = await standOf(pool, koperasiId);
    const paymentId = newId();
    await database.owner.query('BEGIN');
    await database.owner.query(
      `INSERT INTO payment (id, order_id, payer_id, payee_id, channel, amount_rp, fee_rp, settling_delay_s, is_refundable,
         state, instructions, expires_at, created_by)
       VALUES ($1, $2, $3, $4, 'bni-va', $5, 0, 0, false, 'created', NULL, now() + interval '1 day', $6)`,
      [paymentId, `SPK-${paymentId.replaceAll('-', '')}`, koperasiId, pool.organiserId, missingRp, personId],
    );
    await database.owner.query(
      'INSERT INTO payment_item (payment_id, due_id, amount_rp) VALUES ($1, $2, $3)',
      [paymentId, openDueId, missingRp],
    );
    await database.owner.query('COMMIT');
    const look = () => new AskDeposits(database.workerDb).run();
    const asks = () =>
      database.db.rows('SELECT call, round FROM gateway_ask WHERE payment_id = $1', [paymentId]);
    await look();
    expect(await asks()).toEqual([]);
    await passTime(pool);
    await Promise.all([look(), look()]);
    await look();
    expect(await asks()).toEqual([{ call: 'status', round: 1 }]);
  });

  it('do not keep a pool waiting when all are held, and one closed by hand waits too', async () => {
    const pool = await aPool({ graceS: 600 });
    const koperasiId = await plantKoperasi(database.owner, CITY);
    await aLine(pool, koperasiId, 10);
    await settled(pool);
    const byHand = closing(database.db);
    await byHand.byHand(personId, pool.poolId, 'panen gagal');
    expect(await stateOf(pool)).toBe('open');
    await expect(byHand.byHand(personId, pool.poolId, 'sekali lagi')).rejects.toThrow('POOL_ALREADY_CLOSED');
    await paid(pool, koperasiId, { paidAt: new Date(Date.now() - 60_000) });
    expect(await closing(database.workerDb).due()).toBe(1);
    const { rows } = await database.owner.query(
      'SELECT state, closed_by, close_reason FROM pool WHERE id = $1',
      [pool.poolId],
    );
    expect(rows).toEqual([{ state: 'closed', closed_by: personId, close_reason: 'panen gagal' }]);
  });

  it('go back when a lot fails, stay while another is under way, and go back at the end', async () => {
    const pool = await aPool();
    const koperasiId = await plantKoperasi(database.owner, CITY);
    await aLine(pool, koperasiId, 10);
    await aLine(pool, koperasiId, 5, 1);
    await settled(pool);
    await paid(pool, koperasiId);
    await closed(pool);
    expect(await standOf(pool, koperasiId)).toMatchObject({ heldRp: 15 * SACK_RP, backRp: 0 });
    const { rows } = await database.owner.query<{ id: string }>(
      'SELECT id FROM lot WHERE pool_id = $1 AND item_id = $2',
      [pool.poolId, pool.itemIds[1]],
    );
    for (const reason of ['TENDERED_ANEW', 'LOT_FAILED'] as const) {
      await playRelease(database.workerDb, rows[0]?.id ?? '', reason);
      await settled(pool);
      expect(await standOf(pool, koperasiId)).toMatchObject({ heldRp: 10 * SACK_RP, backRp: 5 * SACK_RP });
    }
    await database.workerDb.transaction((tx) => settlePool(tx, pool.poolId));
    await settled(pool);
    expect(await standOf(pool, koperasiId)).toMatchObject({ heldRp: 0, backRp: 15 * SACK_RP });
  });

  it('are forfeited for withdrawn lines where the pool declared it, and once', async () => {
    const pool = await aPool({ forfeit: 'line-withdrawn' });
    const koperasiId = await plantKoperasi(database.owner, CITY);
    await aLine(pool, koperasiId, 10);
    const second = await aLine(pool, koperasiId, 5, 1);
    await settled(pool);
    await paid(pool, koperasiId);
    await new WithdrawCommitment(database.db, new CommitmentStore()).run(personId, pool.poolId, second, 1);
    await settled(pool);
    expect(await standOf(pool, koperasiId)).toMatchObject({ forfeitedRp: 0, backRp: 0 });
    await closed(pool);
    await settled(pool);
    expect(await standOf(pool, koperasiId)).toMatchObject({
      heldRp: 10 * SACK_RP,
      forfeitedRp: 5 * SACK_RP,
      backRp: 0,
    });
  });

  it('that were paid for lines which stand are not forfeited for one that was withdrawn unpaid', async () => {
    const pool = await aPool({ forfeit: 'line-withdrawn' });
    const koperasiId = await plantKoperasi(database.owner, CITY);
    const unpaid = await aLine(pool, koperasiId, 10);
    await settled(pool);
    await new WithdrawCommitment(database.db, new CommitmentStore()).run(personId, pool.poolId, unpaid, 1);
    await aLine(pool, koperasiId, 4, 1);
    await settled(pool);
    await paid(pool, koperasiId);
    await closed(pool);
    const { rows } = await database.owner.query<{ id: string }>('SELECT id FROM lot WHERE pool_id = $1', [
      pool.poolId,
    ]);
    await playRelease(database.workerDb, rows[0]?.id ?? '', 'LOT_FAILED');
    await settled(pool);
    expect(await standOf(pool, koperasiId)).toMatchObject({ forfeitedRp: 0, backRp: 4 * SACK_RP });
  });

  it('that the bank took back before the close bind nothing, when they had been paid in time', async () => {
    const pool = await aPool({ graceS: 600 });
    const [reversed, never] = await Promise.all([0, 1].map(() => plantKoperasi(database.owner, CITY)));
    if (!reversed || !never) throw new Error();
    const lines = [await aLine(pool, reversed, 10), await aLine(pool, never, 10)];
    await settled(pool);
    await passTime(pool, '60 seconds');
    await paid(pool, reversed, { paidAt: new Date(Date.now() - 120_000) });
    await playTakenBack(database.workerDb, pool.poolId);
    await passTime(pool, '601 seconds');
    await database.owner.query(
      `UPDATE due_cover SET paid_at = paid_at - interval '10 minutes', firm_at = firm_at - interval '10 minutes'
       WHERE due_id IN (SELECT id FROM due WHERE pool_id = $1)`,
      [pool.poolId],
    );
    await closing(database.workerDb).due();
    await playForming(database.workerDb, pool.poolId);
    expect(await endsOf(pool)).toEqual(Object.fromEntries(lines.map((id) => [id, 'DEPOSIT_NOT_HELD'])));
    await settled(pool);
  });

  it('pay a part of what a supplier or the organiser is owed, once, and the rest goes back in the end', async () => {
    const pool = await aPool();
    const koperasiId = await plantKoperasi(database.owner, CITY);
    const supplierId = await plantParty(database.owner, 'supplier');
    await aLine(pool, koperasiId, 10);
    await settled(pool);
    await paid(pool, koperasiId);
    await closed(pool);
    const owe = (payeeId: string, amountRp: number): Promise<string> =>
      database.workerDb.transaction((tx) =>
        raiseDue(tx, {
          kind: 'payment-request',
          subjectId: newId(),
          payerId: koperasiId,
          payeeId,
          poolId: pool.poolId,
          amountRp,
          dueAt: null,
        }),
      );
    const apply = (dueId: string, upToRp: number): Promise<number> =>
      database.workerDb.transaction((tx) =>
        applyDeposit(tx, { poolId: pool.poolId, koperasiId, dueId, upToRp }),
      );
    const toSupplier = await owe(supplierId, 7 * SACK_RP);
    expect(await Promise.all([apply(toSupplier, 4 * SACK_RP), apply(toSupplier, 4 * SACK_RP)])).toEqual([
      4 * SACK_RP,
      4 * SACK_RP,
    ]);
    const toOrganiser = await owe(pool.organiserId, 3 * SACK_RP);
    expect(await apply(toOrganiser, 99 * SACK_RP)).toBe(3 * SACK_RP);
    await settled(pool);
    expect(await standOf(pool, koperasiId)).toMatchObject({
      heldRp: 3 * SACK_RP,
      appliedRp: 7 * SACK_RP,
      openDueId: null,
      backRp: 0,
    });
    const owed = await database.db.rows(
      `SELECT payer_id, payee_id, amount_rp FROM due WHERE kind = 'equalisation' AND pool_id = $1`,
      [pool.poolId],
    );
    expect(owed).toEqual([{ payerId: pool.organiserId, payeeId: supplierId, amountRp: 4 * SACK_RP }]);
    await database.workerDb.transaction((tx) => settlePool(tx, pool.poolId));
    await settled(pool);
    const { backRp, returnDueAt } = await standOf(pool, koperasiId);
    expect(backRp).toBe(3 * SACK_RP);
    expect(returnDueAt?.getTime()).toBeGreaterThan(Date.now() + 6 * 86_400_000);
  });

  it('are carried on by consent, as far as the next pool asks, and what is paid back is paid to the rest', async () => {
    const [from, to] = [await aPool(), await aPool()];
    await database.owner.query('UPDATE pool SET organiser_id = $2 WHERE id = $1', [
      to.poolId,
      from.organiserId,
    ]);
    const koperasiId = await plantKoperasi(database.owner, CITY);
    const line = await aLine(from, koperasiId, 10);
    await settled(from);
    await paid(from, koperasiId);
    const carry = new CarryDeposit(database.db);
    const ask = () => carry.ask(personId, from.poolId, koperasiId, to.poolId);
    await expect(ask()).rejects.toThrow('NOTHING_GOES_BACK');
    await new WithdrawCommitment(database.db, new CommitmentStore()).run(personId, from.poolId, line, 1);
    await settled(from);
    await aLine(to, koperasiId, 4);
    await settled(to);
    const carryId = await ask();
    const stands = async () =>
      (await new DepositReader().ofKoperasi(database.db, koperasiId, null, 9)).at(-1);
    expect((await stands())?.carriesTo).not.toBeNull();
    await Promise.all([0, 1].map(() => database.workerDb.transaction((tx) => carry.carry(tx, carryId))));
    expect(await standOf(to, koperasiId)).toMatchObject({
      heldRp: 4 * SACK_RP,
      carriedInRp: 4 * SACK_RP,
      openDueId: null,
    });
    expect(await standOf(from, koperasiId)).toMatchObject({
      heldRp: 0,
      carriedOutRp: 4 * SACK_RP,
      backRp: 6 * SACK_RP,
    });
    // A consent that was carried out promises nothing for what is still on its way back.
    expect((await stands())?.carriesTo).toBeNull();
    expect(await new DepositReader().heldOf(database.db, koperasiId)).toBe(4 * SACK_RP);
    const back = await database.db.first<{ id: string }>(
      `SELECT id FROM due WHERE kind = 'deposit-return' AND pool_id = $1 AND state = 'open'`,
      [from.poolId],
    );
    await playPaid(database.workerDb, back?.id ?? '');
    expect(await standOf(from, koperasiId)).toMatchObject({ returnedRp: 6 * SACK_RP, heldRp: 0 });
    // It binds there, although it was paid elsewhere.
    await closed(to);
    expect(Object.values(await endsOf(to))).toEqual(['lot']);
  });

  it('ask nothing where none was declared', async () => {
    const pool = await aPool({ rateBps: 0 });
    const koperasiId = await plantKoperasi(database.owner, CITY);
    const line = await aLine(pool, koperasiId, 10);
    await settled(pool);
    expect(await new DepositReader().page(database.db, pool.poolId, null, null, 9)).toEqual([]);
    await closed(pool);
    expect(await endsOf(pool)).toEqual({ [line]: 'lot' });
  });
});
