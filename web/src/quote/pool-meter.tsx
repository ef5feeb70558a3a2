import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { View } from '../api/api.js';
import { Answered } from '../parts/asked.js';
import { useWords } from '../words/words.js';
import { Countdown } from './countdown.js';
import { ItemMeterCard } from './item-meter.js';
import { useMeter } from './use-meter.js';
import { quoteWords } from './words.js';

/** The live meter of a pool, with the reader's own order between the time left and the items. */
export const PoolMeter = ({
  pool,
  offers,
  onClosed,
  children,
}: {
  readonly pool: View<'PoolDetailView'>;
  readonly offers: readonly View<'ItemOfferView'>[];
  /** The server has said that it closed while it was being watched. */
  readonly onClosed: () => void;
  readonly children?: ComponentChildren;
}) => {
  const words = useWords(quoteWords);
  const isOpen = pool.state === 'open';
  const { asked, isLive } = useMeter(pool.id, isOpen);
  const hasClosed = isOpen && asked.state === 'done' && asked.data.state !== 'open';
  useEffect(() => {
    if (hasClosed) onClosed();
  }, [hasClosed]);
  return (
    <>
      {isOpen && asked.state === 'done' && asked.data.state === 'open' && (
        <Countdown leftS={asked.data.timeLeftS} />
      )}
      {children}
      <div class="title-row">
        <h2>{words.collected}</h2>
        {isOpen && isLive.value && (
          <span class="live">
            <svg viewBox="0 0 8 8" aria-hidden="true">
              <circle cx="4" cy="4" r="4" />
            </svg>
            {words.live}
          </span>
        )}
      </div>
      <Answered of={asked}>
        {(meter) => (
          <div class="cards">
            {meter.items.map((each) => (
              <ItemMeterCard
                key={each.itemId}
                meter={each}
                item={pool.items.find(({ itemId }) => itemId === each.itemId)}
                offers={offers.filter(({ itemId }) => itemId === each.itemId)}
              />
            ))}
          </div>
        )}
      </Answered>
    </>
  );
};
