import { dataOf, type View } from '../api/api.js';
import { actingParty } from '../api/session.js';
import { useTitle } from '../frame/head.js';
import { Answered, Empty } from '../parts/asked.js';
import { Button } from '../parts/button.js';
import { useRows } from '../parts/more-rows.js';
import { useWords } from '../words/words.js';
import { DropCard } from './drop-card.js';
import { useComing } from './use-coming.js';
import { deliveryWords } from './words.js';

const Cards = ({ drops }: { readonly drops: readonly View<'DropView'>[] }) => (
  <div class="cards">
    {drops.map((drop) => (
      <DropCard key={drop.id} drop={drop} />
    ))}
  </div>
);

/** What comes and when, and what has come. */
const DropsScreen = () => {
  const words = useWords(deliveryWords);
  useTitle(words.deliveries);
  const partyId = actingParty()?.partyId ?? '';
  const coming = useComing(partyId);
  const received = useRows(`drops:received:${partyId}`, (api, cursor) =>
    dataOf(
      api.GET('/api/v1/drops', {
        params: { query: { state: 'received', ...(cursor === undefined ? {} : { cursor }) } },
      }),
    ),
  );
  const done = received.rows.filter(({ receiverId }) => receiverId === partyId);
  return (
    <>
      <h1>{words.deliveries}</h1>
      <p class="lead">{words.about}</p>
      <h2>{words.coming}</h2>
      <Answered of={coming}>
        {(drops) =>
          drops.length === 0 ? <Empty title={words.none}>{words.noneNext}</Empty> : <Cards drops={drops} />
        }
      </Answered>
      {done.length > 0 && (
        <>
          <h2>{words.received}</h2>
          <Cards drops={done} />
          {received.hasMore && (
            <Button tone="quiet" isBusy={received.isFetching} onPress={() => void received.fetchMore()}>
              {words.more}
            </Button>
          )}
        </>
      )}
    </>
  );
};

export default DropsScreen;
