import { useSignal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { dataOf, type View } from '../api/api.js';
import { listenTo } from '../api/stream.js';
import { useAsk } from '../api/use-ask.js';

export type Meter = View<'MeterView'>;
export type ItemMeter = View<'ItemMeterView'>;

/** A pool's meter: asked for once, then told by the server whenever it changes, for as long as the screen is shown. */
export const useMeter = (poolId: string, isOpen: boolean) => {
  const asked = useAsk(`meter:${poolId}`, (api) =>
    dataOf(api.GET('/api/v1/pools/{poolId}/meter', { params: { path: { poolId } } })),
  );
  const [heard, setHeard] = useState<Meter | null>(null);
  /** Only what shows it draws again when it changes. */
  const isLive = useSignal(false);
  useEffect(() => {
    setHeard(null);
    if (!isOpen) return undefined;
    return listenTo(
      `/pools/${poolId}/meter/stream`,
      ({ data }) => {
        setHeard(data as Meter);
      },
      (now) => {
        isLive.value = now;
      },
    );
  }, [poolId, isOpen]);
  return {
    asked:
      heard === null
        ? asked
        : { ...asked, state: 'done' as const, data: heard, isOld: false, atMs: Date.now() },
    isLive,
  };
};
