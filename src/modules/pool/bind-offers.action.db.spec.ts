import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { plantParty, plantPerson } from '../../../test/support/plant-lot.js';
import { plantOffer } from '../../../test/support/plant-offer.js';
import { plantDraft, plantPool, plantRegions } from '../../../test/support/plant-pool.js';
import { OfferReader } from '../offer/index.js';
import { AwardRuleReader } from './award-rule.reader.js';
import { DistributionReader } from './distribution.reader.js';
import { PricingReader } from './pricing.reader.js';
import { BindOffers } from './bind-offers.action.js';
import { BoundOfferReader } from './bound-offer.reader.js';
import { CommitmentReader } from './commitment.reader.js';
import { CommitmentStore } from './commitment.store.js';
import { OpenPool } from './open-pool.action.js';
import { PlaceCommitments } from './place-commitments.action.js';
import { PoolMemory } from './pool-memory.js';
import { PoolReader } from './pool.reader.js';
import { PoolStore } from './pool.store.js';

let test: TestDatabase;
let openPool: OpenPool;
let personId: string;
const bound = new BoundOfferReader();

beforeAll(async () => {
  test = await freshDatabase();
  await plantRegions(test.owner);
  personId = await plantPerson(test.owner);
  openPool = new OpenPool(
    test.db,
    new PoolStore(),
    new BindOffers(
      new PoolReader(),
      new OfferReader(),
      new AwardRuleReader(),
      new PricingReader(),
      new DistributionReader(),
    ),
  );
});
afterAll(() => test.close());

describe('what binds a pool', () => {
  it('is what stood when it opened: not what came, changed or ended later', async () => {
    const { poolId, itemIds } = await plantDraft(test.owner, ['dry']);
    const kept = await plantOffer(test, 12_000);
    const changed = await plantOffer(test, 11_000);
    await plantOffer(test, 9_000, { validUntil: '2030-12-05' });
    const ended = await plantOffer(test, 8_000);
    await ended.end();
    await openPool.run(personId, poolId);
    await plantOffer(test, 5_000);
    await changed.replace(10_000);
    await kept.end();
    expect(
      (await bound.ofPool(test.db, poolId)).map(({ offerId, revision, tiers }) => [
        offerId,
        revision,
        tiers[0]?.priceRpPerUnit,
      ]),
    ).toEqual(
      [
        [kept.offerId, 1, 12_000],
        [changed.offerId, 1, 11_000],
      ].sort(([one = ''], [other = '']) => (one < other ? -1 : 1)),
    );
    expect(await bound.stepsOf(test.db, poolId)).toEqual([
      { itemId: itemIds[0], fromPacks: 1, worstRpPerUnit: 11_000 },
    ]);
  });

  it('agrees with the times that are written, however many publish while it opens', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { poolId } = await plantDraft(test.owner, ['dry']);
      await Promise.all([
        ...Array.from({ length: 6 }, () => plantOffer(test, 12_000 + round)),
        openPool.run(personId, poolId),
      ]);
      const { rows } = await test.owner.query<{ wrong: number }>(
        `SELECT count(*)::int AS wrong FROM standing_offer_revision AS kept, pool
         WHERE pool.id = $1 AND kept.action = 'published' AND valid_until >= needed_until AND revision = 1
           AND NOT EXISTS (SELECT FROM standing_offer_revision AS later WHERE later.offer_id = kept.offer_id
             AND later.revision = 2 AND later.made_at < opened_at)
           AND (kept.made_at < opened_at) <> EXISTS (SELECT FROM item_offer WHERE item_offer.offer_id = kept.offer_id
             AND item_id IN (SELECT id FROM pool_item WHERE pool_id = pool.id))`,
        [poolId],
      );
      expect(rows[0]?.wrong).toBe(0);
    }
  });

  it('cannot be written by any other transaction, nor changed', async () => {
    const { poolId, itemIds } = await plantDraft(test.owner, ['dry']);
    const { offerId } = await plantOffer(test, 12_000);
    await openPool.run(personId, poolId);
    const late = await plantOffer(test, 4_000);
    await expect(
      test.db.change('INSERT INTO item_offer (item_id, offer_id, revision) VALUES ($1, $2, 1)', [
        itemIds[0],
        late.offerId,
      ]),
    ).rejects.toMatchObject({ constraint: 'bound_at_opening' });
    await expect(
      test.db.change(
        'INSERT INTO item_guarantee (item_id, from_packs, worst_rp_per_unit) VALUES ($1, 2, 1)',
        [itemIds[0]],
      ),
    ).rejects.toMatchObject({ constraint: 'bound_at_opening' });
    for (const db of [test.db, test.workerDb])
      await expect(db.change('DELETE FROM item_offer WHERE offer_id = $1', [offerId])).rejects.toMatchObject({
        code: '42501',
      });
  });

  it('is answered with each commitment, the same by core and by the database', async () => {
    const { poolId, itemIds } = await plantDraft(test.owner, ['dry']);
    await plantOffer(test, 3_500, {
      tiers: [
        { fromPacks: 1, priceRpPerUnit: 3_500 },
        { fromPacks: 40, priceRpPerUnit: 3_200 },
      ],
    });
    await openPool.run(personId, poolId);
    const reader = new CommitmentReader();
    const place = new PlaceCommitments(test.db, new CommitmentStore(), reader, new PoolMemory());
    const worst: number[] = [];
    for (const [quantityPacks, maxLandedRp] of [
      [39, null],
      [40, null],
      [50, 3_000],
    ] as const) {
      const koperasiId = await plantParty(test.owner, 'koperasi');
      const terms = { quantityPacks, maxLandedRp, tolerancePacks: 0, minimumPacks: 0, acceptsMerge: false };
      const line = { ...terms, itemId: itemIds[0] ?? '', beneficiaryId: koperasiId, neededBy: '2030-12-02' };
      const [placed] = await place.run(personId, poolId, koperasiId, [line]);
      const [standing] = await reader.linesOf(test.db, poolId, koperasiId);
      expect(standing?.worstLandedRp).toBe(placed?.worstLandedRp);
      worst.push(placed?.worstLandedRp ?? 0);
    }
    expect(worst).toEqual([3_500, 3_200, 3_000]);
  });

  it('is the ceiling where no offer stands', async () => {
    const { poolId, itemIds } = await plantPool(test.owner, ['dry'], 'open');
    const koperasiId = await plantParty(test.owner, 'koperasi');
    await test.owner.query(`UPDATE pool SET closes_at = now() + interval '1 hour' WHERE id = $1`, [poolId]);
    const place = new PlaceCommitments(
      test.db,
      new CommitmentStore(),
      new CommitmentReader(),
      new PoolMemory(),
    );
    const [placed] = await place.run(personId, poolId, koperasiId, [
      {
        itemId: itemIds[0] ?? '',
        beneficiaryId: koperasiId,
        neededBy: '2026-12-02',
        quantityPacks: 1,
        tolerancePacks: 0,
        minimumPacks: 0,
        maxLandedRp: null,
        acceptsMerge: false,
      },
    ]);
    expect(placed?.worstLandedRp).toBe(12_000);
  });
});
