import { PoolDrops } from '../delivery/pool-drops.js';
import { PoolDifferences } from '../settlement/pool-differences.js';
import { ManagedLots, RefusedLines, RescueOutcome } from './manage-closed.js';
import { WaitingSteps } from './pool-steps.js';
import type { Pool } from './use-pool.js';

/**
 * What the organiser watches and does once a pool is closed: steps, lots, refused orders, deliveries. Of an open one what
 * its declared rescue has come to.
 */
export const ManageAfter = ({ pool }: { readonly pool: Pool }) =>
  pool.state === 'open' ? (
    <RescueOutcome pool={pool} />
  ) : (
    <>
      {pool.state === 'closed' && <WaitingSteps poolId={pool.id} />}
      <ManagedLots pool={pool} />
      <RescueOutcome pool={pool} />
      <RefusedLines pool={pool} />
      <PoolDrops poolId={pool.id} />
      <PoolDifferences poolId={pool.id} />
    </>
  );
