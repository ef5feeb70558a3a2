import { useState } from 'preact/hooks';
import { dataOf, type View } from '../api/api.js';
import { useOnce } from '../api/use-once.js';
import { useSend } from '../api/use-send.js';
import { Button } from '../parts/button.js';
import { Notice } from '../parts/notice.js';
import { RefusalOrProof } from '../parts/proof-of-self.js';
import { TextArea } from '../parts/text-area.js';
import { TwoPeople } from '../party/two-people.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { BILLING } from './bill-words.js';
import { talkWords } from './talk-words.js';

const Propose = ({ bill, again }: { readonly bill: View<'BillDetailView'>; readonly again: () => void }) => {
  const words = useWords(talkWords);
  const format = useFormat();
  const [reason, setReason] = useState('');
  const header = useOnce(bill.id, bill.acceptances.length, reason);
  const proposing = useSend(
    (api) =>
      dataOf(
        api.POST('/api/v1/bills/{billId}/acceptance', {
          params: { path: { billId: bill.id }, header },
          body: { reason: reason.trim() },
        }),
      ),
    again,
  );
  return (
    <details class="more">
      <summary>{words.acceptTitle(format.rupiah(bill.heldRp))}</summary>
      <p>{words.acceptAbout}</p>
      <TextArea
        label={words.acceptReason}
        value={reason}
        maxLength={300}
        problem={proposing.problemOf('reason')}
        onChange={setReason}
      />
      <RefusalOrProof of={proposing} />
      <Button
        isBusy={proposing.isSending}
        isDisabled={reason.trim().length < 3}
        onPress={() => void proposing.send()}
      >
        {words.accept}
      </Button>
    </details>
  );
};

/** Two people of an organiser that resells may pay what a bill asks for above what agrees. */
export const AcceptDifference = ({
  bill,
  party,
  again,
}: {
  readonly bill: View<'BillDetailView'>;
  readonly party: View<'MembershipView'>;
  readonly again: () => void;
}) => {
  const words = useWords(talkWords);
  const format = useFormat();
  const [newest] = bill.acceptances;
  if (party.kind !== 'organiser' || party.partyId !== bill.buyerId) return null;
  if (newest?.state === 'proposed')
    return (
      <section>
        <h2>{words.proposed(format.rupiah(newest.amountRp))}</h2>
        <TwoPeople decisionId={newest.decisionId} partyId={party.partyId} after={again} />
      </section>
    );
  const mayPropose =
    bill.state === 'differs' && bill.heldRp > 0 && party.roles.some((role) => BILLING.includes(role));
  return (
    <>
      {newest?.state === 'dropped' && <Notice tone="warning" title={words.dropped} />}
      {mayPropose && <Propose bill={bill} again={again} />}
    </>
  );
};
