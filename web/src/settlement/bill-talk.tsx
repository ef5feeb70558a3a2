import { dataOf, type View } from '../api/api.js';
import { WithReason } from '../parts/with-reason.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { BILLING } from './bill-words.js';
import { talkWords } from './talk-words.js';

/** What buyer and seller said about a bill that differs; each may say more while it has not ended. */
export const BillTalk = ({
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
  const isSeller = party.partyId === bill.sellerId;
  const mayTalk =
    bill.state === 'differs' &&
    (isSeller || party.partyId === bill.buyerId) &&
    party.roles.some((role) => BILLING.includes(role));
  if (bill.words.length === 0 && !mayTalk) return null;
  return (
    <section>
      <h2>{words.title}</h2>
      {bill.words.length === 0 ? (
        <p>{isSeller ? words.noneSeller : words.noneBuyer}</p>
      ) : (
        <ol class="plain">
          {bill.words.map((said) => (
            <li key={said.saidAt} class="card">
              <p class="small">
                {said.partyName}, {format.dateTime(said.saidAt)}
              </p>
              <p>{said.text}</p>
            </li>
          ))}
        </ol>
      )}
      {mayTalk && (
        <WithReason
          // What was said leaves the field empty for more.
          key={bill.words.length}
          of={[bill.id, bill.words.length]}
          label={isSeller ? words.answer : words.dispute}
          field="text"
          button={words.send}
          tone="quiet"
          send={(api, text, header) =>
            dataOf(
              api.POST('/api/v1/bills/{billId}/words', {
                params: { path: { billId: bill.id }, header },
                body: { text },
              }),
            )
          }
          after={again}
        />
      )}
    </section>
  );
};
