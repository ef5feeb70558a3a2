import { dataOf, type View } from '../api/api.js';
import { useAsk } from '../api/use-ask.js';

export type Pool = View<'PoolDetailView'>;
export type PoolItem = View<'PoolItemView'>;
export type Line = View<'CommitmentLineView'>;

/** A pool with its items and rules. */
export const usePool = (poolId: string) =>
  useAsk(`pool:${poolId}`, (api) =>
    dataOf(api.GET('/api/v1/pools/{poolId}', { params: { path: { poolId } } })),
  );

/** A koperasi's own lines in a pool; asks nothing for anybody else. */
export const useLines = (poolId: string, koperasiId: string | undefined) =>
  useAsk(koperasiId === undefined ? null : `lines:${poolId}:${koperasiId}`, async (api) => {
    const { data } = await dataOf(
      api.GET('/api/v1/pools/{poolId}/commitments', { params: { path: { poolId }, query: { limit: 100 } } }),
    );
    return data.filter((line) => line.koperasiId === koperasiId);
  });
