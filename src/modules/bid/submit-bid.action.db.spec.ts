import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { passDeadline, plantParty, plantPerson, plantTender } from '../../../test/support/plant-lot.js';
import type { BidTerms } from '../../core/bid/bid-terms.js';
import { newId } from '../../platform/new-id.js';
import { BidReader } from './bid.reader.js';
import { BidStore } from './bid.store.js';
import { SubmitBid } from './submit-bid.action.js';
import { WithdrawBid } from './withdraw-bid.action.js';

let test: TestDatabase;
let submitBid: SubmitBid;
let withdrawBid: WithdrawBid;

beforeAll(async () => {
  test = await freshDatabase();
  const [store, reader] = [new BidStore(), new BidReader()];
  submitBid = new SubmitBid(test.db, store, reader);
  withdrawBid = new WithdrawBid(test.db, store, reader);
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
      'SELECT revision, action, tiers FROM bid_revision JOIN bid ON bid.id = bid_id WHERE lot_id = $1 ORDER BY revision',
      [lotId],
    )
  ).rows;

describe('submitting a bid', () => {
  it('loses nothing when one supplier submits twice at once', async () => {
    // Ten suppliers on ten lots: a pair that happens to run one after the other proves nothing.
    const scenes = [];
    for (let scene = 0; scene < 10; scene += 1) scenes.push(await given());
    const answers = await Promise.all(
      scenes.map(({ lotId, supplierId, personId }) =>
        Promise.all([
          submitBid.run(personId, lotId, supplierId, terms(11_000)),
          submitBid.run(personId, lotId, supplierId, terms(10_900)),
        ]),
      ),
    );
    for (const [scene, { lotId }] of scenes.entries()) {
      const revisions = await revisionsOf(lotId);
      expect(revisions.map(({ revision, action }) => [revision, action])).toEqual([
        [1, 'submitted'],
        [2, 'revised'],
      ]);
      expect(revisions.map(({ tiers }) => tiers[0].priceRpPerUnit).sort()).toEqual([10_900, 11_000]);
      expect(answers[scene]?.map(({ revision }) => revision).sort()).toEqual([1, 2]);
    }
  });

  it('keeps every one of ten submissions at once, and writes the same one once', async () => {
    const { lotId, supplierId, personId } = await given();
    const prices = Array.from({ length: 10 }, (_, place) => 11_000 - place);
    await Promise.all(prices.map((price) => submitBid.run(personId, lotId, supplierId, terms(price))));
    expect((await revisionsOf(lotId)).map(({ revision }) => revision)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
    ]);

    const other = await given();
    await Promise.all(
      prices.map(() => submitBid.run(other.personId, other.lotId, other.supplierId, terms(11_000))),
    );
    expect(await revisionsOf(other.lotId)).toHaveLength(1);
  });

  it('answers the standing revision when the same is sent again', async () => {
    const { lotId, supplierId, personId } = await given();
    const first = await submitBid.run(personId, lotId, supplierId, terms(11_000));
    expect(first).toMatchObject({
      lotId,
      supplierId,
      revision: 1,
      action: 'submitted',
      terms: terms(11_000),
    });
    expect(await submitBid.run(personId, lotId, supplierId, terms(11_000))).toEqual(first);
  });

  it('is refused after the deadline by core', async () => {
    const { lotId, supplierId, personId } = await given();
    await passDeadline(test.owner, lotId);
    await expect(submitBid.run(personId, lotId, supplierId, terms(11_000))).rejects.toMatchObject({
      code: 'TENDER_ALREADY_CLOSED',
    });
    expect(await revisionsOf(lotId)).toEqual([]);
  });

  it('is refused after the deadline by the database alone', async () => {
    const { lotId, supplierId, personId } = await given();
    const { bidId } = await submitBid.run(personId, lotId, supplierId, terms(11_000));
    await passDeadline(test.owner, lotId);
    const late = test.db.change(
      `INSERT INTO bid_revision (bid_id, revision, action, capacity_packs, minimum_packs, lead_time_days, tiers, made_by, made_at)
       VALUES ($1, 2, 'revised', 80, 0, 3, '[{"fromPacks": 1, "priceRpPerUnit": 1}]', $2, clock_timestamp())`,
      [bidId, personId],
    );
    await expect(late).rejects.toMatchObject({ code: '23514', constraint: 'bid_in_time' });
    expect(await revisionsOf(lotId)).toHaveLength(1);
  });

  it('is judged by the clock after its wait, not before', async () => {
    const { lotId, supplierId, personId } = await given();
    await test.owner.query('BEGIN');
    await test.owner.query('SELECT FROM tender WHERE lot_id = $1 FOR UPDATE', [lotId]);
    const waiting = submitBid
      .run(personId, lotId, supplierId, terms(11_000))
      .catch((error: unknown) => error);
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
      expect(submitBid.run(personId, lot, supplier, terms(11_000))).rejects.toMatchObject({ code });
    await refused(lotId, supplierId, 'SUPPLIER_SUSPENDED');
    await refused(lotId, koperasiId, 'SUPPLIER_NOT_FOUND');
    await refused(newId(), supplierId, 'TENDER_NOT_FOUND');
  });

  it('leaves its price in no audit row and no event', async () => {
    const { lotId, supplierId, personId } = await given();
    await submitBid.run(personId, lotId, supplierId, terms(7_654_321));
    await withdrawBid.run(personId, lotId, supplierId);
    const leaks = await test.owner.query(
      `SELECT data::text FROM audit_event WHERE data::text LIKE '%7654321%' UNION ALL
       SELECT payload::text FROM outbox WHERE payload::text LIKE $1`,
      [`%${lotId}%`],
    );
    expect(leaks.rows).toEqual([]);
    const audit = await test.owner.query(
      `SELECT action FROM audit_event WHERE data->>'lotId' = $1 ORDER BY id`,
      [lotId],
    );
    expect(audit.rows.map(({ action }) => action)).toEqual(['bid-submitted', 'bid-withdrawn']);
  });
});

describe('withdrawing a bid', () => {
  it('adds a revision, keeps what was, and lets the supplier come back', async () => {
    const { lotId, supplierId, personId } = await given();
    await submitBid.run(personId, lotId, supplierId, terms(11_000));
    expect(await withdrawBid.run(personId, lotId, supplierId)).toMatchObject({
      revision: 2,
      action: 'withdrawn',
      terms: null,
    });
    await expect(withdrawBid.run(personId, lotId, supplierId)).rejects.toMatchObject({
      code: 'BID_ALREADY_WITHDRAWN',
    });
    expect(await submitBid.run(personId, lotId, supplierId, terms(11_000))).toMatchObject({
      revision: 3,
      action: 'submitted',
    });
    expect((await revisionsOf(lotId)).map(({ action }) => action)).toEqual([
      'submitted',
      'withdrawn',
      'submitted',
    ]);
  });

  it('is refused after the deadline, and without a bid', async () => {
    const { lotId, supplierId, personId } = await given();
    await expect(withdrawBid.run(personId, lotId, supplierId)).rejects.toMatchObject({
      code: 'BID_NOT_FOUND',
    });
    await submitBid.run(personId, lotId, supplierId, terms(11_000));
    await passDeadline(test.owner, lotId);
    await expect(withdrawBid.run(personId, lotId, supplierId)).rejects.toMatchObject({
      code: 'TENDER_ALREADY_CLOSED',
    });
  });
});

describe('what was bid', () => {
  it.each([
    'UPDATE bid_revision SET capacity_packs = 1 WHERE bid_id = $1',
    'DELETE FROM bid_revision WHERE bid_id = $1',
    'UPDATE bid SET supplier_id = supplier_id WHERE id = $1',
    'DELETE FROM bid WHERE id = $1',
  ])('cannot be changed by the roles that serve and work: %s', async (statement) => {
    const { lotId, supplierId, personId } = await given();
    const { bidId } = await submitBid.run(personId, lotId, supplierId, terms(11_000));
    for (const db of [test.db, test.workerDb])
      await expect(db.change(statement, [bidId])).rejects.toMatchObject({ code: '42501' });
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
      const send = () => submitBid.run(personId, lotId, bidderId, terms(12_500));
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
      await expect(submitBid.run(personId, lotId, partyId, body)).rejects.toMatchObject({ code });
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
