import { dataOf } from '../api/api.js';
import { useAsk } from '../api/use-ask.js';

/** On which number koperasi of the pool's region want to be called, by their ids; empty where that cannot be asked. */
export const usePhones = (poolId: string): ReadonlyMap<string, string> => {
  const asked = useAsk(`phones:${poolId}`, (api) =>
    dataOf(api.GET('/api/v1/pools/{poolId}/phones', { params: { path: { poolId } } })),
  );
  return new Map(asked.state === 'done' ? asked.data.data.map(({ partyId, phone }) => [partyId, phone]) : []);
};
