import { dataOf, type View } from '../api/api.js';
import { useSend } from '../api/use-send.js';
import { Button } from '../parts/button.js';
import { RefusalOrProof } from '../parts/proof-of-self.js';
import { WithReason } from '../parts/with-reason.js';
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
  const path = { lotId, supplierId: party.partyId };
  const signing = useSend(
    (api) =>
      dataOf(
        api.POST('/api/v1/lots/{lotId}/contracts/{supplierId}/sign', { params: { path }, body: undefined }),
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
        <WithReason
          of={[lotId, 'decline']}
          label={words.declineReason}
          button={words.decline}
          sure={words.declineSure}
          send={(api, reason) =>
            dataOf(
              api.POST('/api/v1/lots/{lotId}/contracts/{supplierId}/decline', {
                params: { path },
                body: { reason },
              }),
            )
          }
          after={again}
        />
      </details>
    </>
  );
};
