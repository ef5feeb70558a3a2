import { dataOf } from '../api/api.js';
import { useAsk } from '../api/use-ask.js';
import { useResults } from '../monitoring/use-results.js';
import { useLanguage } from '../words/language.js';
import { readMap } from './city-map.js';
import { measuresOfResults, measuresOfTotals, type Measure } from './map-measures.js';

const MOST_POOLS = 6;

/** All that the map of a pool is made of; without a pool the newest that has brought something, else the newest. */
export const useMapData = (asked: string | undefined) => {
  const language = useLanguage();
  const pools = useAsk('pools:map', (api) =>
    dataOf(api.GET('/api/v1/pools', { params: { query: { limit: MOST_POOLS } } })),
  );
  const listed = pools.state === 'done' ? pools.data.data : [];
  const poolId = asked ?? (listed.find(({ state }) => state === 'settled') ?? listed[0])?.id ?? null;
  const path = { params: { path: { poolId: poolId ?? '' } } };
  const pool = useAsk(poolId === null ? null : `pool:${poolId}`, (api) =>
    dataOf(api.GET('/api/v1/pools/{poolId}', path)),
  );
  const totals = useAsk(poolId === null ? null : `totals:${poolId}`, (api) =>
    dataOf(api.GET('/api/v1/pools/{poolId}/totals', path)),
  );
  const results = useResults(poolId);
  const cityCode = pool.state === 'done' ? pool.data.regionCode : null;
  const map = useAsk(cityCode === null ? null : `map:${cityCode}`, () => readMap(cityCode ?? ''));
  const measures: Measure[] = [
    ...(results.state === 'done' && results.data.lots.length > 0 ? measuresOfResults(results.data) : []),
    ...(pool.state === 'done' && totals.state === 'done'
      ? measuresOfTotals(pool.data.items, totals.data.data, (item) =>
          language === 'id' ? item.commodityNameId : item.commodityNameEn,
        )
      : []),
  ];
  const isMemberView = results.state === 'done' && results.data.koperasi !== null;
  return { pools, pool, totals, map, measures, poolId, isMemberView };
};
