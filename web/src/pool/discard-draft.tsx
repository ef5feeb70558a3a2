import { dataOf } from '../api/api.js';
import { LinkButton } from '../parts/button.js';
import { Notice } from '../parts/notice.js';
import { WithReason } from '../parts/with-reason.js';
import { useWords } from '../words/words.js';
import { discardWords } from './discard-words.js';
import type { Pool } from './use-pool.js';

/** What stands in the place of a draft that was given up. */
export const Discarded = ({ reason }: { readonly reason: string }) => {
  const words = useWords(discardWords);
  return (
    <Notice tone="info" title={words.discarded}>
      <p>{words.because(reason)}</p>
      <LinkButton href="/putaran">{words.toPools}</LinkButton>
    </Notice>
  );
};

/** Giving a draft up, with the reason that its organiser's people read. */
export const DiscardDraft = ({ pool, after }: { readonly pool: Pool; readonly after: () => void }) => {
  const words = useWords(discardWords);
  return (
    <details class="group">
      <summary>
        <span class="row-name">{words.discard}</span>
      </summary>
      <p>{words.discardAbout}</p>
      <WithReason
        of={[pool.id, 'discard']}
        label={words.discardReason}
        hint={words.discardHint}
        maxLength={300}
        button={words.discard}
        sure={words.discardSure}
        send={(api, reason, header) =>
          dataOf(
            api.POST('/api/v1/pools/{poolId}/discard', {
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
