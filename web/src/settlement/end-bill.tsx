import { useState } from 'preact/hooks';
import { dataOf, type View } from '../api/api.js';
import { useSend } from '../api/use-send.js';
import { Button } from '../parts/button.js';
import { Field } from '../parts/field.js';
import { Refusal } from '../parts/refusal.js';
import { WithReason } from '../parts/with-reason.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { BILLING, billWords } from './bill-words.js';

/** What the seller may do about its bill: a credit note for what is held, or taking all of it back. */
export const EndBill = ({
  bill,
  party,
  again,
}: {
  readonly bill: View<'BillDetailView'>;
  readonly party: View<'MembershipView'>;
  readonly again: () => void;
}) => {
  const words = useWords(billWords);
  const format = useFormat();
  const [creditNumber, setCreditNumber] = useState('');
  const params = { path: { billId: bill.id } };
  const crediting = useSend(
    (api) =>
      dataOf(
        api.POST('/api/v1/bills/{billId}/credit', { params, body: { creditNumber: creditNumber.trim() } }),
      ),
    again,
  );
  if (bill.endedAt !== null) return null;
  if (!party.roles.some((role) => BILLING.includes(role))) return <p>{words.notYours}</p>;
  return (
    <>
      {bill.state === 'differs' && bill.heldRp > 0 && (
        <section class="card">
          <h2>{words.creditTitle(format.rupiah(bill.heldRp))}</h2>
          <p>{words.creditAbout}</p>
          <Field
            label={words.creditNumber}
            value={creditNumber}
            maxLength={60}
            problem={crediting.problemOf('creditNumber')}
            onChange={setCreditNumber}
          />
          <Refusal of={crediting} />
          <Button
            isBusy={crediting.isSending}
            isDisabled={creditNumber.trim() === ''}
            onPress={() => void crediting.send()}
          >
            {words.credit}
          </Button>
        </section>
      )}
      <details class="more">
        <summary>{words.withdrawTitle}</summary>
        <p>{words.withdrawAbout}</p>
        <WithReason
          of={[bill.id, 'withdraw']}
          label={words.withdrawReason}
          maxLength={300}
          button={words.withdraw}
          sure={words.withdrawSure}
          send={(api, reason) =>
            dataOf(api.POST('/api/v1/bills/{billId}/withdraw', { params, body: { reason } }))
          }
          after={again}
        />
      </details>
    </>
  );
};
