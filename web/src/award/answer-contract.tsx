import { useState } from 'preact/hooks';
import { dataOf, type View } from '../api/api.js';
import { useSend } from '../api/use-send.js';
import { Button } from '../parts/button.js';
import { RefusalOrProof } from '../parts/proof-of-self.js';
import { Refusal } from '../parts/refusal.js';
import { SureButton } from '../parts/sure-button.js';
import { TextArea } from '../parts/text-area.js';
import { useWords } from '../words/words.js';
import { contractWords } from './contract-words.js';

const SIGNING = ['officer', 'chair'];

/** Signing what was awarded, or saying why not. */
export const AnswerContract = ({
  lotId,
  party,
  again,
}: {
  readonly lotId: string;
  readonly party: View<'MembershipView'>;
  readonly again: () => void;
}) => {
  const words = useWords(contractWords);
  const [reason, setReason] = useState('');
  const path = { lotId, supplierId: party.partyId };
  const signing = useSend(
    (api) =>
      dataOf(
        api.POST('/api/v1/lots/{lotId}/contracts/{supplierId}/sign', { params: { path }, body: undefined }),
      ),
    again,
  );
  const declining = useSend(
    (api) =>
      dataOf(
        api.POST('/api/v1/lots/{lotId}/contracts/{supplierId}/decline', {
          params: { path },
          body: { reason: reason.trim() },
        }),
      ),
    again,
  );
  if (!party.roles.some((role) => SIGNING.includes(role))) return <p>{words.notYours}</p>;
  return (
    <>
      <RefusalOrProof of={signing} />
      <p class="buttons">
        <Button isBusy={signing.isSending} onPress={() => void signing.send()}>
          {words.sign}
        </Button>
      </p>
      <details class="more">
        <summary>{words.declineTitle}</summary>
        <p>{words.declineAbout}</p>
        <TextArea label={words.declineReason} value={reason} maxLength={500} onChange={setReason} />
        <Refusal of={declining} />
        {reason.trim() !== '' && (
          <SureButton
            question={words.declineSure}
            isBusy={declining.isSending}
            onPress={() => void declining.send()}
          >
            {words.decline}
          </SureButton>
        )}
      </details>
    </>
  );
};
