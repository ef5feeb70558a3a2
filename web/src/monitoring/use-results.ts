import { dataOf } from '../api/api.js';
import { session } from '../api/session.js';
import { useAsk } from '../api/use-ask.js';

/** What a pool brought; asked anew once somebody signs in, who may see each koperasi. */
export const useResults = (poolId: string | null) =>
  useAsk(
    poolId === null ? null : `results:${poolId}:${session.value === null ? '' : session.value.person.id}`,
    (api) =>
      dataOf(api.GET('/api/v1/pools/{poolId}/results', { params: { path: { poolId: poolId ?? '' } } })),
  );

export const useLots = (poolId: string) =>
  useAsk(`lots:${poolId}`, (api) =>
    dataOf(api.GET('/api/v1/pools/{poolId}/lots', { params: { path: { poolId } } })),
  );
