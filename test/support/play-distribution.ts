import { AllocateLot } from '../../src/modules/allocation/allocate-lot.action.js';
import { AllocationStore } from '../../src/modules/allocation/allocation.store.js';
import { AllocationReader } from '../../src/modules/allocation/index.js';
import { DistributeLot } from '../../src/modules/award/distribute-lot.action.js';
import { DistributionStore } from '../../src/modules/award/distribution.store.js';
import { AwardReader, AwardShareReader } from '../../src/modules/award/index.js';
import { BidReader } from '../../src/modules/bid/index.js';
import { OpenDueBids } from '../../src/modules/bid/open-due-bids.action.js';
import { OpenTenders } from '../../src/modules/bid/open-tenders.action.js';
import { TenderStore } from '../../src/modules/bid/tender.store.js';
import { FormLots } from '../../src/modules/lot/form-lots.action.js';
import { LotReader } from '../../src/modules/lot/index.js';
import { LotStore } from '../../src/modules/lot/lot.store.js';
import { brokenPromises, type BrokenPromise } from '../../src/modules/monitoring/promise.reader.js';
import { DistributionReader } from '../../src/modules/pool/index.js';
import type { Db } from '../../src/platform/db/db.js';
import { testOpeningKeys } from './wire-bids.js';

/** Forms a closed pool's lots and begins their tenders. @returns the lots by position. */
export const playLots = async (db: Db, poolId: string): Promise<string[]> => {
  await db.transaction((tx) => new FormLots(new LotStore()).run(tx, poolId));
  const lotIds = (await new LotReader().lotsOfPool(db, poolId)).map((lot) => lot.id);
  await db.transaction((tx) => new OpenTenders(new TenderStore(), testOpeningKeys).run(tx, lotIds));
  return lotIds;
};

/** Awards a distributed lot. */
export const playDistribution = (db: Db, lotId: string): Promise<void> =>
  db.transaction((tx) =>
    new DistributeLot(new DistributionStore(), new LotReader(), new DistributionReader()).run(tx, lotId),
  );

/** What the worker does once a pool's lots were formed. */
export const playDistributions = (db: Db, lotIds: readonly string[]): Promise<void> =>
  db.transaction((tx) =>
    new DistributeLot(new DistributionStore(), new LotReader(), new DistributionReader()).runAll(tx, lotIds),
  );

/** Opens every tender whose deadline has passed. @returns how many. */
export const playOpenings = (db: Db): Promise<number> =>
  new OpenDueBids(db, new TenderStore(), testOpeningKeys).run();

interface Part {
  readonly koperasiId: string;
  readonly packs: number;
}

/** Shares an awarded lot out. @returns who gets what. */
export const playAllocation = async (db: Db, lotId: string): Promise<Part[]> => {
  const bids = new BidReader();
  const awards = new AwardReader(bids);
  await db.transaction((tx) =>
    new AllocateLot(new AllocationStore(), new LotReader(), bids, awards, new AwardShareReader()).run(
      tx,
      lotId,
    ),
  );
  return new AllocationReader().allocationsOf(db, lotId);
};

export const playBroken = (db: Db): Promise<BrokenPromise[]> => brokenPromises(db);
