import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import {
  passDeadline,
  plantLot,
  plantParty,
  plantPerson,
  plantTender,
} from '../../../test/support/plant-lot.js';
import { plantRegions } from '../../../test/support/plant-pool.js';
import {
  plantCommittee,
  testOpeningKeys,
  wireBids,
  type WiredBids,
} from '../../../test/support/wire-bids.js';
import { plantingBids } from '../../../test/support/without-trigger.js';
import type { BidTerms } from '../../core/bid/bid-terms.js';
import { completeTerms } from '../../core/bid/complete-terms.js';
import { newId } from '../../platform/new-id.js';
import { OpeningKeys } from '../../platform/opening-key/opening-keys.js';
import { hashBid, sealBid } from '../../seal/index.js';
import { MakeWantedKeys } from './make-wanted-keys.action.js';
import { OpenDueBids } from './open-due-bids.action.js';
import { SealedHashReader } from './sealed-hash.reader.js';
import { SealingKeyStore } from './sealing-key.store.js';
import { TenderStore } from './tender.store.js';

let test: TestDatabase;
let bids: WiredBids;

beforeAll(async () => {
  test = await freshDatabase();
  bids = wireBids(test);
});
afterAll(() => test.close());

const terms: BidTerms = {
  capacityPacks: 80,
  minimumPacks: 0,
  leadTimeDays: 3,
  tiers: [{ fromPacks: 1, priceRpPerUnit: 11_000 }],
};

const bidOn = async (lotId: string) => {
  const supplierId = await plantParty(test.owner, 'supplier');
  const personId = await plantPerson(test.owner);
  const receipt = await bids.submit(personId, lotId, supplierId, terms);
  return { supplierId, personId, receipt };
};

const stateOf = async (lotId: string) =>
  (await test.owner.query('SELECT state, failed_reason FROM lot WHERE id = $1', [lotId])).rows[0];

const announced = async (lotId: string) =>
  (
    await test.owner.query(
      `SELECT payload FROM outbox WHERE type = 'BidsOpened' AND payload->>'lotId' = $1`,
      [lotId],
    )
  ).rows;

describe('inviting bids', () => {
  it("ends when the pool's bidding period has passed, and begins once", async () => {
    const { lotId } = await plantLot(test.owner, 100, 600);
    await test.workerDb.transaction((tx) => bids.openTenders.run(tx, [lotId]));
    const tender = await bids.reader.tenderOf(test.db, lotId);
    const leftS = ((tender?.closesAt.getTime() ?? 0) - Date.now()) / 1000;
    expect(leftS).toBeGreaterThan(590);
    expect(leftS).toBeLessThan(610);
    await test.workerDb.transaction((tx) => bids.openTenders.run(tx, [lotId]));
    expect(await bids.reader.tenderOf(test.db, lotId)).toEqual(tender);
    const audit = await test.owner.query(
      `SELECT FROM audit_event WHERE action = 'tender-begun' AND subject_id = $1`,
      [lotId],
    );
    expect(audit.rowCount).toBe(1);
  });
});

describe('opening bids', () => {
  it('does not happen before the deadline', async () => {
    const { lotId } = await plantTender(test.owner);
    await bidOn(lotId);
    expect(await bids.openDueBids.run()).toBe(0);
    expect(await bids.reader.tenderOf(test.db, lotId)).toMatchObject({ openedAt: null, bidCount: null });
    expect(await stateOf(lotId)).toMatchObject({ state: 'bidding' });
  });

  it('happens once, however many workers try at once', async () => {
    const { lotId } = await plantTender(test.owner);
    await bidOn(lotId);
    const gone = await bidOn(lotId);
    await bids.withdraw(gone.personId, lotId, gone.supplierId);
    await passDeadline(test.owner, lotId);
    const opened = await Promise.all([
      bids.openDueBids.run(),
      bids.openDueBids.run(),
      bids.openDueBids.run(),
    ]);
    expect(opened.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(await bids.openDueBids.run()).toBe(0);
    expect(await announced(lotId)).toEqual([{ payload: { lotId, bidCount: 1 } }]);
    expect(await bids.reader.tenderOf(test.db, lotId)).toMatchObject({ bidCount: 1 });
    expect(await stateOf(lotId)).toMatchObject({ state: 'opened' });
    expect(await bids.reader.openedBids(test.db, lotId)).toHaveLength(1);
  });

  it('fails a lot that nobody bid for, with its reason', async () => {
    const { lotId } = await plantTender(test.owner);
    const gone = await bidOn(lotId);
    await bids.withdraw(gone.personId, lotId, gone.supplierId);
    await passDeadline(test.owner, lotId);
    expect(await bids.openDueBids.run()).toBe(1);
    expect(await stateOf(lotId)).toEqual({ state: 'failed', failed_reason: 'NO_BIDS' });
    expect(await announced(lotId)).toEqual([{ payload: { lotId, bidCount: 0 } }]);
  });

  it('waits for a bid that came in time and is still being written', async () => {
    const { lotId } = await plantTender(test.owner);
    await bidOn(lotId);
    await passDeadline(test.owner, lotId);
    await test.owner.query('BEGIN');
    await test.owner.query('SELECT FROM tender WHERE lot_id = $1 FOR SHARE', [lotId]);
    expect(await bids.openDueBids.run()).toBe(0);
    await test.owner.query('COMMIT');
    expect(await bids.openDueBids.run()).toBe(1);
  });

  it('opens the others when one cannot be opened, and says so', async () => {
    const broken = await plantTender(test.owner);
    const sound = await plantTender(test.owner);
    await bidOn(broken.lotId);
    await bidOn(sound.lotId);
    await test.owner.query(`UPDATE lot SET state = 'settled' WHERE id = $1`, [broken.lotId]);
    await passDeadline(test.owner, broken.lotId);
    await passDeadline(test.owner, sound.lotId);
    await expect(bids.openDueBids.run()).rejects.toThrow('1 tenders could not be opened');
    expect(await stateOf(sound.lotId)).toMatchObject({ state: 'opened' });
    expect(await bids.reader.tenderOf(test.db, broken.lotId)).toMatchObject({ openedAt: null });
    await test.owner.query(`UPDATE lot SET state = 'bidding' WHERE id = $1`, [broken.lotId]);
    expect(await bids.openDueBids.run()).toBe(1);
  });

  it('writes down what was sealed, with the text that its hash is of', async () => {
    const { lotId } = await plantTender(test.owner);
    const { supplierId, receipt } = await bidOn(lotId);
    await passDeadline(test.owner, lotId);
    await bids.openDueBids.run();
    const { rows } = await test.owner.query<{ hash: string; sealed_text: string; made_at: Date }>(
      'SELECT hash, sealed_text, made_at FROM bid_revision JOIN bid ON bid.id = bid_id WHERE lot_id = $1',
      [lotId],
    );
    expect(rows).toMatchObject([{ hash: receipt.hash, made_at: receipt.madeAt }]);
    const { context, terms: said, nonce } = JSON.parse(rows[0]?.sealed_text ?? '') as Record<string, unknown>;
    expect({ context, said, nonce }).toEqual({
      context: { lotId, supplierId },
      said: completeTerms(terms),
      nonce: receipt.nonce,
    });
  });

  it('waits where this worker has not the key, and happens where another has', async () => {
    const { lotId } = await plantTender(test.owner);
    await bidOn(lotId);
    await passDeadline(test.owner, lotId);
    const stranger = new OpenDueBids(
      test.workerDb,
      new TenderStore(),
      new OpeningKeys([Buffer.alloc(32, 8)]),
    );
    expect(await stranger.run()).toBe(0);
    expect(await bids.reader.tenderOf(test.db, lotId)).toMatchObject({ openedAt: null });
    expect(await bids.openDueBids.run()).toBe(1);
  });
});

describe('a sealed bid that cannot be taken', () => {
  const failuresOf = async (lotId: string) =>
    (
      await test.owner.query<{ supplier_id: string; code: string }>(
        `SELECT supplier_id, code FROM failed_bid JOIN sealing_key ON sealing_key.id = key_id
         WHERE lot_id = $1 ORDER BY failed_at`,
        [lotId],
      )
    ).rows;

  /** What a committee's bidder may hand in: sealed by itself, judged by nobody. */
  const sealedOn = async (
    lotId: string,
    said: object,
    { hash, context }: { hash?: string; context?: object } = {},
  ): Promise<string> => {
    const supplierId = await plantParty(test.owner, 'supplier');
    const { sealingKey } = await bids.keys.ofLot(test.db, lotId);
    const own = { lotId, supplierId, ...context };
    const sealed = await sealBid(sealingKey, own, said);
    const submission = { box: sealed.box, hash: hash ?? sealed.hash };
    await bids.submitSealed(await plantPerson(test.owner), lotId, supplierId, submission);
    return supplierId;
  };

  const byCommittee = async () => {
    const lot = await plantTender(test.owner);
    await plantCommittee(test.owner, lot.poolId);
    return lot.lotId;
  };

  it('is shown with its reason, and keeps no other shut', async () => {
    const lotId = await byCommittee();
    const whole = completeTerms(terms);
    const expected = [
      [await sealedOn(lotId, whole, { hash: '0'.repeat(64) }), 'BID_HASH_MISMATCH'],
      [await sealedOn(lotId, whole, { context: { lotId: newId() } }), 'BID_UNDECRYPTABLE'],
      [await sealedOn(lotId, { price: 'murah' }), 'BID_TERMS_UNREADABLE'],
      [await sealedOn(lotId, { ...whole, leadTimeDays: -1 }), 'BID_TERMS_UNREADABLE'],
      [await sealedOn(lotId, { ...whole, bonus: 1 }), 'BID_TERMS_UNREADABLE'],
      [await sealedOn(lotId, { ...whole, capacityPacks: 1, minimumPacks: 2 }), 'BID_CAPACITY_BELOW_MINIMUM'],
      [await sealedOn(lotId, { ...whole, warehouseCode: '99.99' }), 'BID_WAREHOUSE_WITHOUT_TARIFF'],
    ] as const;
    const sound = await sealedOn(lotId, whole);
    await passDeadline(test.owner, lotId);
    expect(await bids.openDueBids.run()).toBe(1);
    expect(await failuresOf(lotId)).toEqual(expected.map(([supplier_id, code]) => ({ supplier_id, code })));
    expect(await bids.reader.openedBids(test.db, lotId)).toMatchObject([{ supplierId: sound }]);
    expect(await stateOf(lotId)).toMatchObject({ state: 'opened' });
    const hashes = await new SealedHashReader(test.db).ofLot(lotId);
    expect(hashes.filter(({ kind }) => kind === 'failed')).toHaveLength(expected.length);
    expect(hashes.filter(({ kind }) => kind === 'counted')).toHaveLength(1);
  });

  it('shows a bid that is wholly above the ceiling as failed, and what it asked', async () => {
    const { lotId } = await plantTender(test.owner);
    await plantRegions(test.owner);
    await test.owner.query(`INSERT INTO lot_zone VALUES ($1, '32.71.01', 100, 1)`, [lotId]);
    const [dear, tiered] = [
      await plantParty(test.owner, 'supplier'),
      await plantParty(test.owner, 'supplier'),
    ];
    const personId = await plantPerson(test.owner);
    const above = [{ fromPacks: 1, priceRpPerUnit: 12_001 }];
    await bids.submit(personId, lotId, dear, { ...terms, tiers: above });
    await bids.submit(personId, lotId, tiered, {
      ...terms,
      tiers: [...above, { fromPacks: 40, priceRpPerUnit: 12_000 }],
    });
    await passDeadline(test.owner, lotId);
    expect(await bids.openDueBids.run()).toBe(1);
    expect(await failuresOf(lotId)).toEqual([{ supplier_id: dear, code: 'BID_ABOVE_CEILING' }]);
    expect(await bids.reader.openedBids(test.db, lotId)).toMatchObject([
      { supplierId: dear, tiers: above },
      { supplierId: tiered },
    ]);
    const hashes = await new SealedHashReader(test.db).ofLot(lotId);
    expect(hashes.filter(({ kind }) => kind === 'failed')).toHaveLength(1);
  });

  it('fails a lot that has no other, as one without an admissible bid', async () => {
    const lotId = await byCommittee();
    await sealedOn(lotId, {});
    await passDeadline(test.owner, lotId);
    await bids.openDueBids.run();
    expect(await stateOf(lotId)).toEqual({ state: 'failed', failed_reason: 'NO_ADMISSIBLE_BID' });
  });

  it('comes sealed where a committee opens, and in plain text where the system seals', async () => {
    const lotId = await byCommittee();
    const supplierId = await plantParty(test.owner, 'supplier');
    const personId = await plantPerson(test.owner);
    await expect(bids.submit(personId, lotId, supplierId, terms)).rejects.toMatchObject({
      code: 'PLAIN_BID_IN_COMMITTEE_MODE',
    });
    const plain = await plantTender(test.owner);
    await expect(sealedOn(plain.lotId, terms)).rejects.toMatchObject({ code: 'SEALED_BID_IN_SERVER_MODE' });
  });
});

describe('published hashes', () => {
  it('hold every bid at once, without a name, and do not tell how many bid', async () => {
    const { lotId } = await plantLot(test.owner, 100, 3600);
    await test.workerDb.transaction((tx) => bids.openTenders.run(tx, [lotId]));
    const reader = new SealedHashReader(test.db);
    await test.owner.query(`UPDATE decoy_hash SET shown_at = clock_timestamp()`);
    const decoys = (await reader.ofLot(lotId)).length;
    expect(decoys).toBeGreaterThanOrEqual(8);
    const { receipt, supplierId } = await bidOn(lotId);
    const before = await reader.ofLot(lotId);
    expect(before).toHaveLength(decoys + 1);
    expect(new Set(before.map(({ kind }) => kind))).toEqual(new Set(['sealed']));
    expect(before.every(({ nonce }) => nonce === null)).toBe(true);
    expect(before.map(({ hash }) => hash)).toContain(receipt.hash);
    expect(JSON.stringify(before)).not.toContain(supplierId);
    expect(await test.db.rows('SELECT FROM decoy_hash')).toEqual([]);

    await passDeadline(test.owner, lotId);
    await bids.openDueBids.run();
    const after = await reader.ofLot(lotId);
    expect(after.filter(({ kind }) => kind === 'counted').map(({ hash }) => hash)).toEqual([receipt.hash]);
    for (const { hash, nonce } of after.filter(({ kind }) => kind === 'decoy'))
      expect(await hashBid({ lotId, isDecoy: true }, {}, nonce ?? '')).toBe(hash);
  });

  it('stand alone where a pool says that bids may be counted', async () => {
    const { lotId, poolId } = await plantLot(test.owner, 100, 3600);
    await test.owner.query(
      `INSERT INTO pool_seal (pool_id, mode, open_within_hours, shows_bid_count) VALUES ($1, 'server', 24, true)`,
      [poolId],
    );
    await test.workerDb.transaction((tx) => bids.openTenders.run(tx, [lotId]));
    await bidOn(lotId);
    expect(await new SealedHashReader(test.db).ofLot(lotId)).toHaveLength(1);
  });
});

describe('a tender that began before bids were sealed', () => {
  it('gets its key, goes on, and its bids in plain text count beside the sealed ones', async () => {
    const { lotId } = await plantLot(test.owner);
    await test.owner.query(
      `INSERT INTO tender (lot_id, closes_at) VALUES ($1, clock_timestamp() + interval '1 hour')`,
      [lotId],
    );
    const [stays, revises, goes] = [
      await plantParty(test.owner, 'supplier'),
      await plantParty(test.owner, 'supplier'),
      await plantParty(test.owner, 'supplier'),
    ];
    const personId = await plantPerson(test.owner);
    for (const supplierId of [stays, revises, goes]) {
      const bidId = newId();
      await test.owner.query('INSERT INTO bid (id, lot_id, supplier_id) VALUES ($1, $2, $3)', [
        bidId,
        lotId,
        supplierId,
      ]);
      await plantingBids(test.owner, () =>
        test.owner.query(
          `INSERT INTO bid_revision (bid_id, revision, action, capacity_packs, minimum_packs, lead_time_days, tiers, made_by, made_at)
           VALUES ($1, 1, 'submitted', 80, 0, 3, '[{"fromPacks": 1, "priceRpPerUnit": 11500}]', $2, clock_timestamp())`,
          [bidId, personId],
        ),
      );
    }
    const makeKeys = new MakeWantedKeys(test.workerDb, new SealingKeyStore(), testOpeningKeys);
    expect(await Promise.all([makeKeys.run(), makeKeys.run()])).toContain(2);
    expect(await makeKeys.run()).toBe(0);
    expect(await bids.submit(personId, lotId, revises, terms, { seenRevision: 1 })).toMatchObject({
      revision: 2,
    });
    await bids.withdraw(personId, lotId, goes);
    await passDeadline(test.owner, lotId);
    await bids.openDueBids.run();
    const opened = await bids.reader.openedBids(test.db, lotId);
    expect(opened.map(({ supplierId, tiers }) => [supplierId, tiers[0]?.priceRpPerUnit])).toEqual([
      [stays, 11_500],
      [revises, 11_000],
    ]);
    expect(await bids.reader.tenderOf(test.db, lotId)).toMatchObject({ bidCount: 2 });
  });
});
