import { useEffect, useState } from 'preact/hooks';
import { dataOf, type View } from '../api/api.js';
import { useAsk } from '../api/use-ask.js';
import type { OrderRow } from './order-form.js';

const PAUSE_MS = 400;

/**
 * What the server says the new rows would cost, by the key of the row; asked when the fingers rest. Without a signal,
 * or for lines that stand already, the worst is reckoned here and the price of now is the meter's.
 */
export const useQuote = (
  poolId: string,
  koperasiId: string,
  rows: readonly OrderRow[],
): ReadonlyMap<string, View<'QuotedLineView'>> => {
  const fresh = rows.filter(({ line, wish }) => line === null && wish.quantityPacks > 0);
  const lines = fresh.map(({ item, wish }) => ({
    itemId: item.itemId,
    quantityPacks: wish.quantityPacks,
    tolerancePacks: wish.tolerancePacks,
    ...(wish.limitRp === null ? {} : { maxLandedRp: wish.limitRp }),
  }));
  const now = JSON.stringify(lines);
  const [rested, setRested] = useState('[]');
  useEffect(() => {
    const timer = setTimeout(() => {
      setRested(now);
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [now]);
  const asked = useAsk(rested === '[]' ? null : `quote:${poolId}:${koperasiId}:${rested}`, (api) =>
    dataOf(
      api.POST('/api/v1/pools/{poolId}/quote', {
        params: { path: { poolId } },
        body: { koperasiId, lines: JSON.parse(rested) as typeof lines },
      }),
    ),
  );
  if (rested !== now || asked.state !== 'done') return new Map();
  return new Map(
    fresh.flatMap(({ key }, place) => {
      const quoted = asked.data.data[place];
      return quoted === undefined ? [] : [[key, quoted] as const];
    }),
  );
};
