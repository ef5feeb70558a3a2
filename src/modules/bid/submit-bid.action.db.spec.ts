import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { passDeadline, plantParty, plantPerson, plantTender } from '../../../test/support/plant-lot.js';
import { actingFor, wireBids, type WiredBids } from '../../../test/support/wire-bids.js';
import type { BidTerms } from '../../core/bid/bid-terms.js';
import { completeTerms } from '../../core/bid/complete-terms.js';
import { newId } from '../../platform/new-id.js';
import { drawNonce, hashBid } from '../../seal/index.js';

let test: TestDatabase;
let bids: WiredBids;

beforeAll(async () => {
  test = await freshDatabase();
  bids = wireBids(test);
});
afterAll(() => test.close());

const terms = (priceRpPerUnit: number): BidTerms => ({
  capacityPacks: 80,
  minimumPacks: 0,
  leadTimeDays: 3,
  tiers: [{ fromPacks: 1, priceRpPerUnit }],
});

const given = async () => {
  const { lotId } = await plantTender(test.owner);
  const supplierId = await plantParty(test.owner, 'supplier');
  return { lotId, supplierId, personId: await plantPerson(test.owner) };
};

const revisionsOf = async (lotId: string) =>
  (
    await test.owner.query(
      `SELECT revision, action, hash, box FROM sealed_bid JOIN sealing_key ON sealing_key.id = key_id
       WHERE lot_id = $1 ORDER BY revision`,
      [lotId],
    )
  ).rows;

describe('submitting a bid', () => {
  it('lets one of two of its people through who write at once, and tells the other what moved on', async () => {
    // Ten suppliers on ten lots: a pair that happens to run one after the other proves nothing.
    const scenes: Awaited<ReturnType<typeof given>>[] = [];
    for (let scene = 0; scene < 10; scene += 1) scenes.push(await given());
    const atOnce = async (seenRevision: number | undefined, code: string) => {
      await Promise.all(
        scenes.map(async ({ lotId, supplierId, personId }) => {
          const colleague = await plantPerson(test.owner);
          const more = seenRevision === undefined ? {} : { seenRevision };
          const answers = await Promise.allSettled([
            bids.submit(personId, lotId, supplierId, terms(11_000), more),
            bids.submit(colleague, lotId, supplierId, terms(10_900), more),
          ]);
          const [won] = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
          const lost = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason] : []));
          expect(lost).toMatchObject([{ code }]);
          const revisions = await revisionsOf(lotId);
          expect(revisions).toHaveLength((seenRevision ?? 0) + 1);
          expect(won).toMatchObject({ revision: revisions.length, hash: revisions.at(-1)?.hash });
        }),
      );
    };
    await atOnce(undefined, 'VERSION_REQUIRED');
    await atOnce(1, 'VERSION_CHANGED');
  });

  it('keeps one of ten revisions at once of what all saw, and writes the same bid once', async () => {
    const { lotId, supplierId, personId } = await given();
    const prices = Array.from({ length: 10 }, (_, place) => 11_000 - place);
    await bids.submit(personId, lotId, supplierId, terms(12_000));
    const answers = await Promise.allSettled(
      prices.map((price) => bids.submit(personId, lotId, supplierId, terms(price), { seenRevision: 1 })),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await revisionsOf(lotId)).map(({ revision }) => revision)).toEqual([1, 2]);

    const other = await given();
    const nonce = drawNonce();
    await Promise.all(
      prices.map(() => bids.submit(other.personId, other.lotId, other.supplierId, terms(11_000), { nonce })),
    );
    expect(await revisionsOf(other.lotId)).toHaveLength(1);
  });

  it('answers the same receipt when the same terms are sent again with the same nonce', async () => {
    const { lotId, supplierId, personId } = await given();
    const nonce = drawNonce();
    const first = await bids.submit(personId, lotId, supplierId, terms(11_000), { nonce });
    expect(first).toMatchObject({ lotId, supplierId, attempt: 1, revision: 1, nonce });
    expect(first.hash).toBe(await hashBid({ lotId, supplierId }, completeTerms(terms(11_000)), nonce));
    expect(await bids.submit(personId, lotId, supplierId, terms(11_000), { nonce })).toEqual(first);
    const { rows } = await test.owner.query(
      'SELECT count(*)::int AS count FROM sealed_bid WHERE supplier_id = $1',
      [supplierId],
    );
    expect(rows).toEqual([{ count: 1 }]);
  });

  it('revises only what was seen: 428 without a revision, 412 with another; the same again needs none', async () => {
    const { lotId, supplierId, personId } = await given();
    const nonce = drawNonce();
    const submit = (price: number, more: object = {}) =>
      bids.submit(personId, lotId, supplierId, terms(price), more);
    await expect(submit(11_000, { seenRevision: 1 })).rejects.toMatchObject({ code: 'VERSION_CHANGED' });
    await submit(11_000);
    await expect(submit(10_900)).rejects.toMatchObject({ code: 'VERSION_REQUIRED' });
    await expect(submit(10_900, { seenRevision: 2 })).rejects.toMatchObject({ code: 'VERSION_CHANGED' });
    const second = await submit(10_900, { nonce, seenRevision: 1 });
    expect(second).toMatchObject({ revision: 2 });
    // Its answer was lost: sent again as it was, or by whoever has nothing but the terms and the nonce.
    expect(await submit(10_900, { nonce, seenRevision: 1 })).toEqual(second);
    expect(await submit(10_900, { nonce })).toEqual(second);
    await expect(bids.withdraw(personId, lotId, supplierId, 1)).rejects.toMatchObject({
      code: 'VERSION_CHANGED',
    });
    expect(await revisionsOf(lotId)).toHaveLength(2);
  });

  it('tells the nonce once, and keeps it nowhere', async () => {
    const { lotId, supplierId, personId } = await given();
    const { nonce } = await bids.submit(personId, lotId, supplierId, terms(11_000));
    expect(nonce).toMatch(/^[A-Za-z0-9_-]{43}$/);
    const { rows } = await test.owner.query(
      'SELECT sealed_bid::text AS text FROM sealed_bid WHERE supplier_id = $1',
      [supplierId],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0].text).not.toContain(nonce);
  });

  it('keeps no word of its terms outside the sealed box, which tells nothing by its size', async () => {
    const { lotId, supplierId, personId } = await given();
    await bids.submit(personId, lotId, supplierId, terms(7_654_321));
    await bids.submit(
      personId,
      lotId,
      supplierId,
      { ...terms(1), origin: 'x'.repeat(200) },
      { seenRevision: 1 },
    );
    const [small, large] = await revisionsOf(lotId);
    expect(JSON.stringify(small).length).toBe(
      JSON.stringify(large).length + 'submitted'.length - 'revised'.length,
    );
    expect(JSON.stringify([small, large])).not.toContain('7654321');
    const { rows } = await test.owner.query('SELECT FROM bid WHERE lot_id = $1', [lotId]);
    expect(rows).toEqual([]);
  });

  it('is refused after the deadline by core', async () => {
    const { lotId, supplierId, personId } = await given();
    await passDeadline(test.owner, lotId);
    await expect(bids.submit(personId, lotId, supplierId, terms(11_000))).rejects.toMatchObject({
      code: 'TENDER_ALREADY_CLOSED',
    });
    expect(await revisionsOf(lotId)).toEqual([]);
  });

  it('is refused after the deadline by the database alone', async () => {
    const { lotId, supplierId, personId } = await given();
    await bids.submit(personId, lotId, supplierId, terms(11_000));
    await passDeadline(test.owner, lotId);
    const late = actingFor(personId, supplierId, () =>
      test.db.change(
        `INSERT INTO sealed_bid (key_id, supplier_id, revision, action, hash, box, made_by, made_at)
         SELECT key_id, supplier_id, 2, 'revised', hash, box, made_by, clock_timestamp() FROM sealed_bid WHERE supplier_id = $1`,
        [supplierId],
      ),
    );
    await expect(late).rejects.toMatchObject({ code: '23514', constraint: 'sealed_in_time' });
    expect(await revisionsOf(lotId)).toHaveLength(1);
  });

  it('is not written in plain text by anybody: not by HTTP, and not by the worker before the deadline', async () => {
    const { lotId, supplierId, personId } = await given();
    const bid = 'INSERT INTO bid (id, lot_id, supplier_id) VALUES ($1, $2, $3)';
    const bidId = newId();
    await expect(test.db.change(bid, [bidId, lotId, supplierId])).rejects.toMatchObject({ code: '42501' });
    await test.owner.query(bid, [bidId, lotId, supplierId]);
    const plain = test.workerDb.change(
      `INSERT INTO bid_revision (bid_id, revision, action, capacity_packs, minimum_packs, lead_time_days, tiers, made_by, made_at)
       VALUES ($1, 1, 'submitted', 80, 0, 3, '[{"fromPacks": 1, "priceRpPerUnit": 1}]', $2, clock_timestamp())`,
      [bidId, personId],
    );
    await expect(plain).rejects.toMatchObject({ code: '23514', constraint: 'bid_in_time' });
  });

  it('is seen, also as ciphertext, by its own party alone', async () => {
    const { lotId, supplierId, personId } = await given();
    await bids.submit(personId, lotId, supplierId, terms(11_000));
    const other = await plantParty(test.owner, 'supplier');
    const seen = 'SELECT FROM sealed_bid';
    expect(await actingFor(personId, other, () => test.db.rows(seen))).toEqual([]);
    expect(await test.db.rows(seen)).toEqual([]);
    expect(await actingFor(personId, supplierId, () => test.db.rows(seen))).toHaveLength(1);
    await expect(test.db.rows('SELECT FROM wrapped_key')).rejects.toMatchObject({ code: '42501' });
  });

  it('is judged by the clock after its wait, not before', async () => {
    const { lotId, supplierId, personId } = await given();
    await test.owner.query('BEGIN');
    await test.owner.query('SELECT FROM tender WHERE lot_id = $1 FOR UPDATE', [lotId]);
    const waiting = bids.submit(personId, lotId, supplierId, terms(11_000)).catch((error: unknown) => error);
    await test.owner.query('SELECT pg_sleep(0.2)');
    await passDeadline(test.owner, lotId);
    await test.owner.query('COMMIT');
    expect(await waiting).toMatchObject({ code: 'TENDER_ALREADY_CLOSED' });
  });

  it('is refused to a suspended supplier, to one that is none, and on a lot without a tender', async () => {
    const { lotId, supplierId, personId } = await given();
    const koperasiId = await plantParty(test.owner, 'koperasi');
    await test.owner.query(`UPDATE party SET state = 'suspended', suspended_reason = 'uji' WHERE id = $1`, [
      supplierId,
    ]);
    const refused = async (lot: string, supplier: string, code: string) =>
      expect(bids.submit(personId, lot, supplier, terms(11_000))).rejects.toMatchObject({ code });
    await refused(lotId, supplierId, 'SUPPLIER_SUSPENDED');
    await refused(lotId, koperasiId, 'SUPPLIER_NOT_FOUND');
    await refused(newId(), supplierId, 'TENDER_NOT_FOUND');
  });

  it('leaves its price in no audit row and no event', async () => {
    const { lotId, supplierId, personId } = await given();
    await bids.submit(personId, lotId, supplierId, terms(7_654_321));
    await bids.withdraw(personId, lotId, supplierId);
    const leaks = await test.owner.query(
      `SELECT data::text FROM audit_event WHERE data::text LIKE '%7654321%' UNION ALL
       SELECT payload::text FROM outbox WHERE payload::text LIKE $1`,
      [`%${lotId}%`],
    );
    expect(leaks.rows).toEqual([]);
    const audit = await test.owner.query(`SELECT action FROM audit_event WHERE subject_id = $1 ORDER BY id`, [
      lotId,
    ]);
    expect(audit.rows.map(({ action }) => action)).toEqual(['bid-submitted', 'bid-withdrawn']);
  });
});

describe('withdrawing a bid', () => {
  it('adds a revision, keeps what was, and lets the supplier come back', async () => {
    const { lotId, supplierId, personId } = await given();
    await bids.submit(personId, lotId, supplierId, terms(11_000));
    expect(await bids.withdraw(personId, lotId, supplierId)).toMatchObject({
      revision: 2,
      action: 'withdrawn',
      terms: null,
    });
    await expect(bids.withdraw(personId, lotId, supplierId, 2)).rejects.toMatchObject({
      code: 'BID_ALREADY_WITHDRAWN',
    });
    await expect(bids.submit(personId, lotId, supplierId, terms(11_000))).rejects.toMatchObject({
      code: 'VERSION_REQUIRED',
    });
    expect(await bids.submit(personId, lotId, supplierId, terms(11_000), { seenRevision: 2 })).toMatchObject({
      revision: 3,
    });
    expect((await revisionsOf(lotId)).map(({ action }) => action)).toEqual([
      'submitted',
      'withdrawn',
      'submitted',
    ]);
  });

  it('is refused after the deadline, and without a bid', async () => {
    const { lotId, supplierId, personId } = await given();
    await expect(bids.withdraw(personId, lotId, supplierId)).rejects.toMatchObject({
      code: 'BID_NOT_FOUND',
    });
    await bids.submit(personId, lotId, supplierId, terms(11_000));
    await passDeadline(test.owner, lotId);
    await expect(bids.withdraw(personId, lotId, supplierId)).rejects.toMatchObject({
      code: 'TENDER_ALREADY_CLOSED',
    });
  });
});

describe('what was sealed', () => {
  it.each([
    'UPDATE sealed_bid SET revision = revision WHERE supplier_id = $1',
    'DELETE FROM sealed_bid WHERE supplier_id = $1',
    'UPDATE sealing_key SET attempt = attempt WHERE id = $1',
    'DELETE FROM wrapped_key WHERE key_id = $1',
    'UPDATE decoy_hash SET hash = hash WHERE key_id = $1',
    'UPDATE bid_revision SET capacity_packs = 1 WHERE bid_id = $1',
    'DELETE FROM bid_revision WHERE bid_id = $1',
    'DELETE FROM bid WHERE id = $1',
  ])('cannot be changed by the roles that serve and work: %s', async (statement) => {
    for (const db of [test.db, test.workerDb])
      await expect(db.change(statement, [newId()])).rejects.toMatchObject({ code: '42501' });
  });
});

describe('bidding to buy', () => {
  const selling = async () => {
    const { lotId, poolId, koperasiId } = await plantTender(test.owner);
    await test.owner.query(`UPDATE pool SET side = 'sell' WHERE id = $1`, [poolId]);
    return { lotId, koperasiId, personId: await plantPerson(test.owner) };
  };

  it.each(['kitchen', 'koperasi', 'supplier'] as const)(
    'is open to a %s, once however often sent',
    async (kind) => {
      const { lotId, personId } = await selling();
      const bidderId = await plantParty(test.owner, kind);
      const nonce = drawNonce();
      const send = () => bids.submit(personId, lotId, bidderId, terms(12_500), { nonce });
      await Promise.all([send(), send()]);
      await send();
      expect(await revisionsOf(lotId)).toMatchObject([{ revision: 1, action: 'submitted' }]);
    },
  );

  it('is refused to who sells in the lot, to an organiser, and at prices that fall with volume', async () => {
    const { lotId, koperasiId, personId } = await selling();
    const organiserId = await plantParty(test.owner, 'organiser');
    const kitchenId = await plantParty(test.owner, 'kitchen');
    const falling = {
      ...terms(1),
      tiers: [
        { fromPacks: 1, priceRpPerUnit: 9 },
        { fromPacks: 9, priceRpPerUnit: 8 },
      ],
    };
    for (const [partyId, body, code] of [
      [koperasiId, terms(12_500), 'BIDDER_SELLS_IN_LOT'],
      [organiserId, terms(12_500), 'BIDDER_NOT_ELIGIBLE'],
      [kitchenId, falling, 'BID_PRICE_FALLS_WITH_VOLUME'],
    ] as const)
      await expect(bids.submit(personId, lotId, partyId, body)).rejects.toMatchObject({ code });
    expect(await revisionsOf(lotId)).toEqual([]);
  });

  it('is refused by the database itself to a kitchen where koperasi buy', async () => {
    const { lotId } = await plantTender(test.owner);
    const kitchenId = await plantParty(test.owner, 'kitchen');
    const bid = 'INSERT INTO bid (id, lot_id, supplier_id) VALUES ($1, $2, $3)';
    await expect(test.owner.query(bid, [newId(), lotId, kitchenId])).rejects.toMatchObject({
      constraint: 'bidder_fits_the_side',
    });
  });
});
