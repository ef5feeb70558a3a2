import { dataOf } from '../api/api.js';
import { useOnce } from '../api/use-once.js';
import { useSend } from '../api/use-send.js';
import { Button, LinkButton } from '../parts/button.js';
import { Notice } from '../parts/notice.js';
import { RefusalOrProof } from '../parts/proof-of-self.js';
import { WithReason } from '../parts/with-reason.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { manageWords } from './manage-words.js';
import type { Pool } from './use-pool.js';

const Open = ({ pool, after }: { readonly pool: Pool; readonly after: () => void }) => {
  const words = useWords(manageWords);
  const header = useOnce(pool.id, 'open');
  const opening = useSend(
    (api) =>
      dataOf(api.POST('/api/v1/pools/{poolId}/open', { params: { path: { poolId: pool.id }, header } })),
    after,
  );
  return (
    <>
      <RefusalOrProof of={opening} />
      <Button isBusy={opening.isSending} onPress={() => void opening.send()}>
        {words.openDo}
      </Button>
    </>
  );
};

/** Closing before time, with the reason everybody reads. */
export const CloseEarly = ({ pool, after }: { readonly pool: Pool; readonly after: () => void }) => {
  const words = useWords(manageWords);
  return (
    <details class="group">
      <summary>
        <span class="row-name">{words.closeEarly}</span>
      </summary>
      <WithReason
        of={[pool.id, 'close']}
        label={words.closeReason}
        hint={words.closeReasonHint}
        maxLength={300}
        button={words.closeEarly}
        sure={words.closeSure}
        send={(api, reason, header) =>
          dataOf(
            api.POST('/api/v1/pools/{poolId}/close', {
              params: { path: { poolId: pool.id }, header },
              body: { reason },
            }),
          )
        }
        after={after}
      />
    </details>
  );
};

/** How the pool stands, with what its organiser does next. */
export const PoolMove = ({ pool, after }: { readonly pool: Pool; readonly after: () => void }) => {
  const words = useWords(manageWords);
  const format = useFormat();
  switch (pool.state) {
    case 'draft':
      if (pool.discardedAt !== null) return null;
      return (
        <Notice tone="warning" title={words.draftTitle}>
          <p>{words.draftText}</p>
          <Open pool={pool} after={after} />
        </Notice>
      );
    case 'open':
      return (
        <Notice
          tone="info"
          title={words.openTitle(`${format.day(pool.closesAt)}, ${format.time(pool.closesAt)}`)}
        >
          <p>{words.openText}</p>
          <LinkButton href={`/putaran/${pool.id}/hari-tutup`}>{words.toCloseDay}</LinkButton>
        </Notice>
      );
    case 'closed':
    case 'settled':
    case 'cancelled':
      return (
        <Notice tone={pool.state === 'settled' ? 'good' : 'info'} title={words[`${pool.state}Title`]}>
          <p>{words[`${pool.state}Text`]}</p>
          <LinkButton href={`/putaran/baru?dari=${pool.id}`} tone="quiet">
            {words.likeThis}
          </LinkButton>
        </Notice>
      );
  }
};
