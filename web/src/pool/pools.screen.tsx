import { dataOf } from '../api/api.js';
import { actingParty } from '../api/session.js';
import { useTitle } from '../frame/head.js';
import { Answered, Empty } from '../parts/asked.js';
import { Button, LinkButton } from '../parts/button.js';
import { useRows } from '../parts/more-rows.js';
import { useWords } from '../words/words.js';
import { PoolCard } from './pool-card.js';
import { poolsWords } from './pools-words.js';
import { poolWords } from './words.js';

/** All pools, the newest first. */
const PoolsScreen = () => {
  const words = useWords(poolsWords);
  const { about, none, noneNext } = useWords(poolWords);
  useTitle(words.pools, about);
  const pools = useRows('pools', (api, cursor) =>
    dataOf(api.GET('/api/v1/pools', { params: { query: cursor === undefined ? {} : { cursor } } })),
  );
  return (
    <>
      <h1>{words.pools}</h1>
      <p class="lead">{about}</p>
      {actingParty()?.kind === 'organiser' && (
        <p class="buttons">
          <LinkButton href="/putaran/baru">{words.makeNew}</LinkButton>
        </p>
      )}
      <Answered of={pools.first}>
        {() =>
          pools.rows.length === 0 ? (
            <Empty title={none}>{noneNext}</Empty>
          ) : (
            <>
              <h2 class="hidden-words">{words.list}</h2>
              <div class="cards">
                {pools.rows.map((pool) => (
                  <PoolCard key={pool.id} pool={pool} />
                ))}
              </div>
              {pools.hasMore && (
                <Button tone="quiet" isBusy={pools.isFetching} onPress={() => void pools.fetchMore()}>
                  {words.more}
                </Button>
              )}
            </>
          )
        }
      </Answered>
    </>
  );
};

export default PoolsScreen;
