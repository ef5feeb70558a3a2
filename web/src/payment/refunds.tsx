import { useState } from 'preact/hooks';
import { allRows } from '../api/all-rows.js';
import { dataOf, type View } from '../api/api.js';
import { actingParty } from '../api/session.js';
import { useAsk } from '../api/use-ask.js';
import { useOnce } from '../api/use-once.js';
import { useSend } from '../api/use-send.js';
import { Answered } from '../parts/asked.js';
import { Badge } from '../parts/badge.js';
import { Button, LinkButton } from '../parts/button.js';
import { Field, NumberField, Select } from '../parts/field.js';
import { RefusalOrProof } from '../parts/proof-of-self.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { refundWords } from './refund-words.js';
import { moneyWords } from './words.js';

type Payment = View<'PaymentView'>;
type Due = View<'DueView'>;

const goesBack: readonly Due['kind'][] = ['credit', 'deposit-return', 'money-back'];
const tones = { proposed: 'waiting', approved: 'waiting', done: 'good', refused: 'bad' } as const;

const Propose = ({
  payment,
  dues,
  after,
}: {
  readonly payment: Payment;
  readonly dues: readonly Due[];
  readonly after: () => void;
}) => {
  const words = useWords(refundWords);
  const money = useWords(moneyWords);
  const format = useFormat();
  const [dueId, setDue] = useState(dues[0]?.id ?? '');
  const due = dues.find(({ id }) => id === dueId);
  const mostRp = Math.min(due?.openRp ?? 0, payment.amountRp - payment.refundedRp);
  const [amountRp, setAmount] = useState<number | null>(null);
  const [reason, setReason] = useState('');
  const body = { dueId, amountRp: amountRp ?? mostRp, reason: reason.trim() };
  const header = useOnce(payment.id, body);
  const proposing = useSend(
    (api) =>
      dataOf(
        api.POST('/api/v1/payments/{paymentId}/refunds', {
          params: { path: { paymentId: payment.id }, header },
          body,
        }),
      ),
    after,
  );
  return (
    <form
      class="sheet"
      onSubmit={(event) => {
        event.preventDefault();
        void proposing.send();
      }}
    >
      <Select
        label={words.due}
        value={dueId}
        onChange={setDue}
        choices={dues.map((each) => ({
          value: each.id,
          name: [money[each.kind], each.poolTitle, format.rupiah(each.openRp)]
            .filter((part) => part !== null)
            .join(', '),
        }))}
        problem={proposing.problemOf('dueId')}
      />
      <NumberField
        label={words.amount}
        unit="Rp"
        value={amountRp ?? mostRp}
        onChange={setAmount}
        problem={proposing.problemOf('amountRp')}
        isRequired
      />
      <Field
        label={words.reason}
        hint={words.reasonHint}
        maxLength={200}
        value={reason}
        onChange={setReason}
        problem={proposing.problemOf('reason')}
        isRequired
      />
      <RefusalOrProof of={proposing} />
      <Button type="submit" isBusy={proposing.isSending}>
        {words.propose}
      </Button>
    </form>
  );
};

/** What is owed back to the payer, for who collected; what has come of it already is shown to both. */
const OwedBack = ({ payment, after }: { readonly payment: Payment; readonly after: () => void }) => {
  const words = useWords(refundWords);
  const asked = useAsk(`owed-back:${payment.payeeId}:${payment.payerId}`, async (api) => {
    const open = await allRows((cursor) =>
      dataOf(
        api.GET('/api/v1/dues', {
          params: { query: { side: 'payer', state: 'open', ...(cursor === undefined ? {} : { cursor }) } },
        }),
      ),
    );
    return open.filter(
      ({ kind, payerId, payeeId }) =>
        goesBack.includes(kind) && payerId === payment.payeeId && payeeId === payment.payerId,
    );
  });
  return (
    <Answered of={asked}>
      {(dues) =>
        dues.length === 0 ? (
          <p>{words.none}</p>
        ) : (
          <Propose
            key={payment.version}
            payment={payment}
            dues={dues}
            after={() => {
              asked.again();
              after();
            }}
          />
        )
      }
    </Answered>
  );
};

/** Money that goes back by the way it came. */
export const Refunds = ({ payment, after }: { readonly payment: Payment; readonly after: () => void }) => {
  const words = useWords(refundWords);
  const format = useFormat();
  const isPayee = actingParty()?.partyId === payment.payeeId;
  const isPaid = payment.state === 'settled' || payment.state === 'partially-refunded';
  const mayPropose = isPayee && isPaid;
  if (payment.refunds.length === 0 && !mayPropose) return null;
  const isFirm = payment.firmAt !== null && Date.parse(payment.firmAt) <= Date.now();
  return (
    <section>
      <h2>{words.title}</h2>
      {payment.refunds.length > 0 && (
        <ul class="rows">
          {payment.refunds.map((refund) => (
            <li key={refund.id} class="row">
              <span>
                <span class="row-name">{refund.reason}</span>
                <span class="small">
                  {refund.fault ?? format.dateTime(refund.doneAt ?? refund.proposedAt)}
                </span>
              </span>
              <span class="row-end">
                <strong>{format.rupiah(refund.amountRp)}</strong>
                <br />
                <Badge tone={tones[refund.state]}>{words[refund.state]}</Badge>
              </span>
            </li>
          ))}
        </ul>
      )}
      {isPayee && payment.refunds.some(({ state }) => state === 'proposed') && (
        <LinkButton href="/keputusan" tone="quiet">
          {words.toDecisions}
        </LinkButton>
      )}
      {mayPropose &&
        (!payment.isRefundable ? (
          <p class="small">{words.noChannel}</p>
        ) : !isFirm ? (
          payment.firmAt !== null && <p class="small">{words.notYet(format.dateTime(payment.firmAt))}</p>
        ) : (
          <>
            <p>{words.about}</p>
            <OwedBack payment={payment} after={after} />
          </>
        ))}
    </section>
  );
};
