import { useLocation } from 'wouter-preact';
import { dataOf } from '../api/api.js';
import { useSend } from '../api/use-send.js';
import { Refusal } from '../parts/refusal.js';
import { SureButton } from '../parts/sure-button.js';
import { useWords } from '../words/words.js';
import { tenderWords } from './tender-words.js';

/** Takes a bid back until the deadline. */
export const WithdrawBid = ({
  lotId,
  supplierId,
  revision,
}: {
  readonly lotId: string;
  readonly supplierId: string;
  readonly revision: number;
}) => {
  const words = useWords(tenderWords);
  const [, goTo] = useLocation();
  const withdrawing = useSend(
    (api) =>
      dataOf(
        api.DELETE('/api/v1/lots/{lotId}/bids/{supplierId}', {
          params: { path: { lotId, supplierId }, header: { 'If-Match': `"${String(revision)}"` } },
        }),
      ),
    () => {
      goTo(`/paket/${lotId}`);
    },
  );
  return (
    <>
      <Refusal of={withdrawing} />
      <SureButton
        question={words.withdrawSure}
        isBusy={withdrawing.isSending}
        onPress={() => void withdrawing.send()}
      >
        {words.withdraw}
      </SureButton>
    </>
  );
};
