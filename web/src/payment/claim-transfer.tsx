import { useState } from 'preact/hooks';
import { dataOf, type View } from '../api/api.js';
import { useOnce } from '../api/use-once.js';
import { useSend } from '../api/use-send.js';
import { Button } from '../parts/button.js';
import { Copy } from '../parts/copy.js';
import { DayField } from '../parts/day-field.js';
import { Field, NumberField } from '../parts/field.js';
import { Refusal } from '../parts/refusal.js';
import { useWords } from '../words/words.js';
import { paymentWords } from './payment-words.js';
import { now } from '../words/clock.js';
import { dayOf } from '../words/day-of.js';

/** What to write into a transfer, and saying that it was made. */
export const ClaimTransfer = ({
  due,
  after,
}: {
  readonly due: View<'DueDetailView'>;
  readonly after: () => void;
}) => {
  const words = useWords(paymentWords);
  const [amountRp, setAmount] = useState<number | null>(due.openRp);
  const [paidOn, setDay] = useState(dayOf(now()));
  const [reference, setReference] = useState('');
  const header = useOnce(due.id, amountRp, paidOn, reference);
  const claiming = useSend(
    (api) =>
      dataOf(
        api.POST('/api/v1/dues/{dueId}/transfers', {
          params: { path: { dueId: due.id }, header },
          body: {
            ...{ amountRp: amountRp ?? 0, paidOn },
            ...(reference.trim() === '' ? {} : { reference: reference.trim() }),
          },
        }),
      ),
    after,
  );
  return (
    <form
      class="sheet"
      onSubmit={(event) => {
        event.preventDefault();
        void claiming.send();
      }}
    >
      <p>{words.transfersAbout}</p>
      <Copy label={words.reference} text={due.reference} />
      <h3>{words.claimTitle}</h3>
      <NumberField
        label={words.claimAmount}
        value={amountRp}
        onChange={setAmount}
        problem={claiming.problemOf('amountRp')}
        isRequired
      />
      <DayField
        label={words.claimDay}

        value={paidOn}
        onChange={setDay}
        problem={claiming.problemOf('paidOn')}
        isRequired
      />
      <Field label={words.claimReference} value={reference} onChange={setReference} maxLength={100} />
      <Refusal of={claiming} />
      <Button type="submit" tone="quiet" isBusy={claiming.isSending}>
        {words.claim}
      </Button>
    </form>
  );
};
