import type { ComponentChildren } from 'preact';
import { dataOf, type View } from '../api/api.js';
import { useAsk } from '../api/use-ask.js';
import { actingParty, session } from '../api/session.js';
import { useTitle } from '../frame/head.js';
import { Answered } from '../parts/asked.js';
import { Choices } from '../parts/choices.js';
import { Path } from '../parts/path.js';
import { useWords } from '../words/words.js';
import { isPublic, LotBadge } from './lot-state.js';
import { lotWords } from './lot-words.js';
import { useGoodsName, useLot } from './use-lot.js';

/** What the screens of a lot have in common: where it belongs, what it is, and its other screens. */
export const LotFrame = ({
  lotId,
  at,
  title,
  children,
}: {
  readonly lotId: string;
  /** The screen's path below the lot's own. */
  readonly at: '' | '/penawaran' | '/penetapan' | '/pembagian' | '/tawar' | '/tinjau';
  readonly title: string;
  readonly children: (lot: View<'LotView'>, again: () => void) => ComponentChildren;
}) => {
  const words = useWords(lotWords);
  const nameOf = useGoodsName();
  const lot = useLot(lotId);
  const poolId = lot.state === 'done' ? lot.data.poolId : null;
  const pool = useAsk(poolId === null ? null : `pool:${poolId}`, (api) =>
    dataOf(api.GET('/api/v1/pools/{poolId}', { params: { path: { poolId: poolId ?? '' } } })),
  );
  const goods = lot.state === 'done' ? nameOf(lot.data).goods : '';
  useTitle(goods === '' ? title : `${title}: ${goods}`, words.about);
  return (
    <Answered of={lot}>
      {(shown) => (
        <>
          <Path
            name={words.path}
            steps={[
              ['/putaran', words.pools],
              [`/putaran/${shown.poolId}`, pool.state === 'done' ? pool.data.title : '…'],
            ]}
          />
          <header class="title-row">
            <h1>
              {at !== '' && <span class="over">{title}</span>}
              {nameOf(shown).goods}
            </h1>
            <LotBadge state={shown.state} />
          </header>
          <Choices
            label={title}
            now={`/paket/${lotId}${at}`}
            of={[
              [`/paket/${lotId}`, words.lot],
              ...(shown.mode === 'tender'
                ? [
                    [
                      `/paket/${lotId}/penawaran`,
                      isPublic(shown.state) ? words.toBids : words.toSealed,
                    ] as const,
                  ]
                : []),
              ...(!isPublic(shown.state) && (session.value === null || shown.state === 'bidding')
                ? []
                : ([
                    [`/paket/${lotId}/penetapan`, words.toAward],
                    [`/paket/${lotId}/pembagian`, words.toShares],
                  ] as const)),
              ...(actingParty()?.kind === 'organiser'
                ? ([[`/paket/${lotId}/tinjau`, words.toReview]] as const)
                : []),
            ]}
          />
          {children(shown, lot.again)}
        </>
      )}
    </Answered>
  );
};
