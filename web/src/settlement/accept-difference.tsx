import { dataOf, type View } from '../api/api.js';
import { Notice } from '../parts/notice.js';
import { WithReason } from '../parts/with-reason.js';
import { TwoPeople } from '../party/two-people.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { BILLING } from './bill-words.js';
import { talkWords } from './talk-words.js';

const Propose = ({ bill, again }: { readonly bill: View<'BillDetailView'>; readonly again: () => void }) => {
  const words = useWords(talkWords);
  const format = useFormat();
  return (
    <details class="more">
      <summary>{words.acceptTitle(format.rupiah(bill.heldRp))}</summary>
      <p>{words.acceptAbout}</p>
      <WithReason
        of={[bill.id, bill.acceptances.length]}
        label={words.acceptReason}
        maxLength={300}
        button={words.accept}
        send={(api, reason, header) =>
          dataOf(
            api.POST('/api/v1/bills/{billId}/acceptance', {
              params: { path: { billId: bill.id }, header },
              body: { reason },
            }),
          )
        }
        after={again}
      />
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
