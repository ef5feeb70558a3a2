import { dataOf } from '../api/api.js';
import { actingParty } from '../api/session.js';
import { useAsk } from '../api/use-ask.js';
import { useTitle } from '../frame/head.js';
import type { Params } from '../frame/screen.js';
import { Answered } from '../parts/asked.js';
import { LinkButton } from '../parts/button.js';
import { later } from '../parts/later.js';
import { PoolMeter } from '../quote/pool-meter.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { PoolRules } from './pool-rules.js';
import { usePool } from './use-pool.js';
import { PoolBadge } from './pool-card.js';
import { poolWords } from './words.js';

/** What became of it is another file: who orders needs none of it. */
const PoolStory = later('pool-story', () =>
  import('../monitoring/results.screen.js').then((file) => file.PoolStory),
);

/** What a koperasi has ordered: nobody else waits for it. */
const OwnOrder = later('own-order', () => import('./own-order.js').then((file) => file.OwnOrder));

/** A pool: how much is in and until when, the next step, what is bought, and by which rules. */
const PoolScreen = ({ params: { poolId = '' } }: { readonly params: Params }) => {
  const words = useWords(poolWords);
  const format = useFormat();
  const pool = usePool(poolId);
  useTitle(pool.state === 'done' ? pool.data.title : words.pool, words.about);
  const offers = useAsk(`offers:${poolId}`, (api) =>
    dataOf(api.GET('/api/v1/pools/{poolId}/offers', { params: { path: { poolId } } })),
  );
  const party = actingParty();
  const own = party?.kind === 'koperasi' && pool.state === 'done' && (
    <OwnOrder pool={pool.data} party={party} />
  );
  return (
    <Answered of={pool} heading={words.pool}>
      {(shown) => (
        <>
          <header class="title-row">
            <h1>{shown.title}</h1>
            <PoolBadge pool={shown} />
          </header>
          <p class="small">
            {shown.side === 'buy' ? words.buy : words.sell} · {shown.organiserName}
            {shown.purpose === 'practice' && ` · ${words.practice}`}
          </p>
          <p>
            {shown.state === 'open' || shown.closedAt === null
              ? words.closesAt(`${format.day(shown.closesAt)}, ${format.time(shown.closesAt)}`)
              : words.closedAt(`${format.day(shown.closedAt)}, ${format.time(shown.closedAt)}`)}
            . {words.needed(format.date(shown.neededFrom), format.date(shown.neededUntil))}.
          </p>
          {party?.partyId === shown.organiserId && (
            <p class="buttons">
              <LinkButton href={`/putaran/${poolId}/kelola`}>{words.manage}</LinkButton>
            </p>
          )}
          {shown.state === 'open' ? (
            <PoolMeter
              pool={shown}
              offers={offers.state === 'done' ? offers.data.data : []}
              onClosed={pool.again}
            >
              {party === undefined ? (
                <p class="buttons">
                  <LinkButton href="/masuk">{words.signInToOrder}</LinkButton>
                </p>
              ) : (
                own
              )}
            </PoolMeter>
          ) : (
            <>
              {own}
              <PoolStory poolId={poolId} />
            </>
          )}
          {offers.state === 'refused' && <Answered of={offers}>{() => null}</Answered>}
          <PoolRules pool={shown} />
        </>
      )}
    </Answered>
  );
};

export default PoolScreen;
