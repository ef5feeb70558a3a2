import type { ComponentChildren } from 'preact';
import { useTitle } from '../frame/head.js';
import { Answered } from '../parts/asked.js';
import { Choices } from '../parts/choices.js';
import { Path } from '../parts/path.js';
import { useWords } from '../words/words.js';
import { manageWords } from './manage-words.js';
import { PoolBadge } from './pool-card.js';
import { usePool, type Pool } from './use-pool.js';

/** What the organiser's screens of a pool have in common. */
export const ManageFrame = ({
  poolId,
  at,
  title,
  children,
}: {
  readonly poolId: string;
  readonly at: '/kelola' | '/hari-tutup' | '/isikan-pesanan';
  readonly title: string;
  readonly children: (pool: Pool, again: () => void) => ComponentChildren;
}) => {
  const words = useWords(manageWords);
  const pool = usePool(poolId);
  useTitle(pool.state === 'done' ? `${title}: ${pool.data.title}` : title);
  return (
    <Answered of={pool} heading={title}>
      {(shown) => (
        <>
          <Path name={words.path} steps={[['/putaran', words.pool]]} />
          <header class="title-row">
            <h1>
              <span class="over">{title}</span>
              {shown.title}
            </h1>
            <PoolBadge pool={shown} />
          </header>
          <Choices
            label={words.places}
            now={`/putaran/${poolId}${at}`}
            of={[
              [`/putaran/${poolId}/kelola`, words.manage],
              ...(shown.state === 'open'
                ? ([
                    [`/putaran/${poolId}/hari-tutup`, words.closeDay],
                    [`/putaran/${poolId}/isikan-pesanan`, words.enterOrder],
                  ] as const)
                : []),
              ...(shown.seal.mode === 'committee'
                ? ([[`/putaran/${poolId}/panitia-kunci`, words.committee]] as const)
                : []),
              [`/putaran/${poolId}`, words.publicPage],
            ]}
          />
          {children(shown, pool.again)}
        </>
      )}
    </Answered>
  );
};
