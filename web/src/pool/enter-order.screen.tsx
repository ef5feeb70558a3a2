import { useRef } from 'preact/hooks';
import { dataOf } from '../api/api.js';
import { useAsk } from '../api/use-ask.js';
import { useLooking } from '../api/use-looking.js';
import type { Params } from '../frame/screen.js';
import { Answered } from '../parts/asked.js';
import { LinkButton } from '../parts/button.js';
import { later } from '../parts/later.js';
import { Notice } from '../parts/notice.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { CodeEntry } from './code-entry.js';
import { EnteredCard } from './entered-card.js';
import { enteredWords } from './entered-words.js';
import { ManageFrame } from './manage-frame.js';
import { useMembers } from './use-members.js';
import type { Pool } from './use-pool.js';

const EnterForm = later('enter-form', () => import('./enter-form.js').then((file) => file.EnterForm));

/** More than one close day of one pool has. */
const MOST = 200;

const Entering = ({ pool }: { readonly pool: Pool }) => {
  const words = useWords(enteredWords);
  const format = useFormat();
  const members = useMembers(pool);
  const orders = useAsk(`entered:${pool.id}`, (api) =>
    dataOf(api.GET('/api/v1/entered-orders', { params: { query: { poolId: pool.id, limit: MOST } } })),
  );
  // Koperasi answer on their own phones.
  useLooking(true, orders.again);
  const heading = useRef<HTMLHeadingElement>(null);
  const begin = new URLSearchParams(location.search).get('koperasi') ?? '';
  return (
    <Answered of={orders}>
      {({ data }) => {
        const waiting = data.filter(({ state }) => state === 'waiting');
        const others = data.filter(({ state }) => state !== 'waiting');
        return (
          <>
            <h2 ref={heading} tabIndex={-1}>
              {words.waiting}
            </h2>
            {waiting.length === 0 && <p>{words.noneWaiting}</p>}
            <div class="wide-cards">
              {waiting.map((order) => (
                <EnteredCard key={order.id} order={order} title={order.koperasiName}>
                  <p class="small">
                    {words.until(`${format.day(order.expiresAt)}, ${format.time(order.expiresAt)}`)}
                  </p>
                  <CodeEntry
                    order={order}
                    after={() => {
                      orders.again();
                      members.again();
                    }}
                  />
                </EnteredCard>
              ))}
            </div>
            <section class="narrow">
              <h2>{words.title}</h2>
              <Answered of={members}>
                {(known) => (
                  <EnterForm
                    pool={pool}
                    members={known.notYet}
                    begin={begin}
                    after={() => {
                      orders.again();
                      // Where the code is to be typed.
                      heading.current?.focus();
                    }}
                  />
                )}
              </Answered>
            </section>
            {others.length > 0 && (
              <details>
                <summary>{words.answered}</summary>
                <div class="wide-cards">
                  {others.map((order) => (
                    <EnteredCard key={order.id} order={order} title={order.koperasiName} />
                  ))}
                </div>
              </details>
            )}
          </>
        );
      }}
    </Answered>
  );
};

/** Orders that the organiser writes down for koperasi by telephone, each confirmed by its koperasi. */
const EnterOrderScreen = ({ params: { poolId = '' } }: { readonly params: Params }) => {
  const words = useWords(enteredWords);
  return (
    <ManageFrame poolId={poolId} at="/isikan-pesanan" title={words.title}>
      {(pool) =>
        pool.state === 'open' ? (
          <>
            <p class="lead">{words.about}</p>
            <Entering pool={pool} />
          </>
        ) : (
          <Notice tone="info" title={words.notOpen}>
            <p>{words.notOpenText}</p>
            <LinkButton href={`/putaran/${pool.id}/kelola`}>{words.toManage}</LinkButton>
          </Notice>
        )
      }
    </ManageFrame>
  );
};

export default EnterOrderScreen;
