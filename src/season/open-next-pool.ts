import { daysOfWeek, isoWeekOf } from '../core/kernel/iso-week.js';
import { callApi } from './call-api.js';
import { lookAround } from './look-around.js';
import { openPool, type DistributedPack } from './open-pool.js';
import { placeCommitments } from './place-commitments.js';
import { planCommitments } from './plan-commitments.js';
import { drawChance } from './draw-chance.js';
import { FIXED_SEED } from './plan-season.js';
import { OFFICER, signIn } from './sign-in.js';

export interface SystemToVisit {
  readonly baseUrl: string;
  readonly password: string;
}

const DAY_MS = 86_400_000;
const DAYS_OPEN = 7;
const BIDDING_DAYS = 3;
/** The week after closing, bidding and the standstill. */
const DAYS_TO_NEED = 21;
const EARLY_KOPERASI = 7;
/** The demo's supplier that stands for Bulog. */
const DISTRIBUTOR = 'supplier-1';

/**
 * SPHP rice as the government's price and Bulog's caps would have it (data/catalog/price_references.csv,
 * SPHP-GUDANG; 2 t at once): sacks of 50 kg, four tons per koperasi in two visits; the stock is invented.
 */
const sphp = (supplierId: string): DistributedPack => ({
  packCode: 'BERAS-SPHP/XSA50',
  distribution: {
    supplierId,
    priceRpPerUnit: 11_000,
    quotaPerBuyerPacks: 80,
    stockPacks: 1_360,
    maxPerPickupPacks: 40,
    pickupPlace: 'Demo: gudang Bulog Kota Bogor',
  },
});

/** Opens a pool that stays open for a week, with a handful of early commitments, so that a visitor finds it alive. */
export const openNextPool = async ({ baseUrl, password }: SystemToVisit): Promise<{ poolId: string }> => {
  const api = callApi(baseUrl);
  const now = Date.now();
  const civil = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
  const world = await lookAround(api, civil(now));
  const isoWeek = isoWeekOf(civil(now + DAYS_TO_NEED * DAY_MS));
  const days = daysOfWeek(isoWeek);
  const chance = drawChance(FIXED_SEED, 'next pool');
  const early = chance.shuffle(world.koperasi).slice(0, EARLY_KOPERASI);
  const people = await signIn(api, [OFFICER, DISTRIBUTOR, ...early], password);
  const pool = await openPool(
    { api, people },
    {
      title: `Belanja bersama minggu ${isoWeek}`,
      closesAt: new Date(now + DAYS_OPEN * DAY_MS),
      biddingPeriodS: (BIDDING_DAYS * DAY_MS) / 1000,
      neededFrom: days[0] ?? civil(now),
      neededUntil: days[6] ?? civil(now),
      packCodes: world.goods.map(({ packCode }) => packCode),
      distributed: [sphp(people.of(DISTRIBUTOR).partyId)],
    },
  );
  const commitments = planCommitments(early, world.goods, days.slice(0, 5), chance);
  await placeCommitments({ api, people, tell: () => undefined }, pool, commitments);
  return { poolId: pool.id };
};
