import type { AskProps } from '../frame/ask-row.js';
import { useCount } from '../frame/use-count.js';
import { lastErrandAbout } from '../offline/use-errand.js';
import { AskCard } from '../parts/ask-card.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { useLoad } from './drop-card.js';
import { stepOf } from './drop-step.js';
import { useComing } from './use-coming.js';
import { deliveryWords } from './words.js';

/** Drops that are on their way: to be counted when they come. */
const DropsAsk = ({ party, onCount }: AskProps) => {
  const words = useWords(deliveryWords);
  const format = useFormat();
  const loadOf = useLoad();
  const coming = useComing(party.partyId);
  const here =
    coming.state === 'done'
      ? coming.data.filter((drop) => {
          const sent = lastErrandAbout(`drop:${drop.id}`);
          return (
            ['receive', 'fetch'].includes(stepOf(drop)) && (sent === undefined || sent.state === 'refused')
          );
        })
      : [];
  useCount(coming, here.length, onCount);
  return (
    <>
      {here.map((drop) => (
        <AskCard
          key={drop.id}
          icon="deliveries"
          title={loadOf(drop.goods)}
          due={words.neededBy(format.day(drop.neededBy))}
          action={words.countNow}
          href={`/kiriman/${drop.id}`}
          isUrgent
        >
          <p>
            {words[stepOf(drop)]}, {words.from.toLowerCase()} {drop.senderName}
          </p>
        </AskCard>
      ))}
    </>
  );
};

export default DropsAsk;
