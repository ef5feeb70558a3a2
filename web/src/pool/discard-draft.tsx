import { useState } from 'preact/hooks';
import { dataOf } from '../api/api.js';
import { useOnce } from '../api/use-once.js';
import { useSend } from '../api/use-send.js';
import { RefusalOrProof } from '../parts/proof-of-self.js';
import { SureButton } from '../parts/sure-button.js';
import { TextArea } from '../parts/text-area.js';
import { useWords } from '../words/words.js';
import { reviseWords } from './revise-words.js';
import type { Pool } from './use-pool.js';

/** Giving a draft up, with the reason that its organiser's people read. */
export const DiscardDraft = ({ pool, after }: { readonly pool: Pool; readonly after: () => void }) => {
  const words = useWords(reviseWords);
  const [reason, setReason] = useState('');
  const header = useOnce(pool.id, 'discard', reason);
  const discarding = useSend(
    (api) =>
      dataOf(
        api.POST('/api/v1/pools/{poolId}/discard', {
          params: { path: { poolId: pool.id }, header },
          body: { reason: reason.trim() },
        }),
      ),
    after,
  );
  return (
    <details class="group">
      <summary>
        <span class="row-name">{words.discard}</span>
      </summary>
      <p>{words.discardAbout}</p>
      <TextArea
        label={words.discardReason}
        hint={words.discardHint}
        maxLength={300}
        value={reason}
        onChange={setReason}
        problem={discarding.problemOf('reason')}
      />
      <RefusalOrProof of={discarding} />
      {reason.trim() !== '' && (
        <SureButton
          question={words.discardSure}
          isBusy={discarding.isSending}
          onPress={() => void discarding.send()}
        >
          {words.discard}
        </SureButton>
      )}
    </details>
  );
};
