import { useState } from 'preact/hooks';
import { dataOf, type View } from '../api/api.js';
import { useOnce } from '../api/use-once.js';
import { useSend } from '../api/use-send.js';
import { Button } from '../parts/button.js';
import { Refusal } from '../parts/refusal.js';
import { TextArea } from '../parts/text-area.js';
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
  const [text, setText] = useState('');
  const header = useOnce(bill.id, bill.words.length, text);
  const saying = useSend(
    (api) =>
      dataOf(
        api.POST('/api/v1/bills/{billId}/words', {
          params: { path: { billId: bill.id }, header },
          body: { text: text.trim() },
        }),
      ),
    () => {
      setText('');
      again();
    },
  );
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
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void saying.send();
          }}
        >
          <TextArea
            label={isSeller ? words.answer : words.dispute}
            value={text}
            maxLength={500}
            problem={saying.problemOf('text')}
            onChange={setText}
          />
          <Refusal of={saying} />
          <Button type="submit" tone="quiet" isBusy={saying.isSending} isDisabled={text.trim().length < 3}>
            {words.send}
          </Button>
        </form>
      )}
    </section>
  );
};
