import { dataOf, type View } from '../api/api.js';
import { actingParty } from '../api/session.js';
import { useSend } from '../api/use-send.js';
import { useTitle } from '../frame/head.js';
import type { Params } from '../frame/screen.js';
import { Answered } from '../parts/asked.js';
import { Badge } from '../parts/badge.js';
import { LinkButton } from '../parts/button.js';
import { Facts } from '../parts/facts.js';
import { Notice } from '../parts/notice.js';
import { Refusal } from '../parts/refusal.js';
import { SureButton } from '../parts/sure-button.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { Instructions } from './instructions.js';
import { paymentWords } from './payment-words.js';
import { isWaiting, usePayment } from './use-payment.js';
import { moneyWords } from './words.js';
import { Refunds } from './refunds.js';

type Payment = View<'PaymentView'>;

/** What has become of it, in a sentence with the next step. */
const Outcome = ({ payment }: { readonly payment: Payment }) => {
  const words = useWords(paymentWords);
  const again = (
    <LinkButton href={`/bayar?tagihan=${payment.items.map(({ dueId }) => dueId).join(',')}`}>
      {words.again}
    </LinkButton>
  );
  switch (payment.state) {
    case 'settled':
      return (
        <Notice tone="good" title={words.settled}>
          <p>{words.settledNext}</p>
        </Notice>
      );
    case 'expired':
      return (
        <Notice tone="warning" title={words.expired}>
          <p>{words.expiredNext}</p>
          {again}
        </Notice>
      );
    case 'cancelled':
    case 'denied':
      return (
        <Notice tone="warning" title={words[payment.state]}>
          <p>{payment.fault ?? words.expiredNext}</p>
          {again}
        </Notice>
      );
    case 'reversed':
    case 'charged-back':
      return (
        <Notice tone="danger" title={words.reversed}>
          <p>{words.reversedNext}</p>
          {again}
        </Notice>
      );
    case 'refunded':
    case 'partially-refunded':
      return <Notice tone="info" title={words.refunded} />;
    case 'created':
    case 'unknown':
    case 'pending':
      return null;
  }
};

const Waiting = ({ payment, again }: { readonly payment: Payment; readonly again: () => void }) => {
  const words = useWords(paymentWords);
  const format = useFormat();
  const isOurs = actingParty()?.partyId === payment.payerId;
  const cancelling = useSend(
    (api) =>
      dataOf(api.DELETE('/api/v1/payments/{paymentId}', { params: { path: { paymentId: payment.id } } })),
    again,
  );
  return (
    <>
      <div role="status">
        {payment.instructions === null ? (
          <Notice tone="info" title={words.preparing}>
            <p>{words.preparingNext}</p>
          </Notice>
        ) : (
          <p>
            <strong>{words.until(format.dateTime(payment.expiresAt))}</strong>. {words.waits}
          </p>
        )}
      </div>
      {payment.instructions !== null && (
        <Instructions of={payment.instructions} amountRp={payment.amountRp} />
      )}
      <Refusal of={cancelling} />
      {isOurs &&
        (payment.isCancelAsked ? (
          <p class="small">{words.cancelAsked}</p>
        ) : (
          <SureButton
            question={words.cancelSure}
            isBusy={cancelling.isSending}
            onPress={() => void cancelling.send()}
          >
            {words.cancel}
          </SureButton>
        ))}
    </>
  );
};

/** One payment: how to pay it while it waits, its receipt afterwards. */
const PaymentScreen = ({ params: { paymentId = '' } }: { readonly params: Params }) => {
  const words = useWords(paymentWords);
  const money = useWords(moneyWords);
  const format = useFormat();
  const asked = usePayment(paymentId);
  useTitle(words.title);
  return (
    <div class="narrow">
      <h1>{words.title}</h1>
      <Answered of={asked}>
        {(payment) => (
          <>
            <p class="amount">
              <span class="amount-label">{isWaiting(payment) ? words.amount : money[payment.channel]}</span>
              {format.rupiah(payment.amountRp)}
              <span class="amount-label">{words.to(payment.payeeName)}</span>
            </p>
            {isWaiting(payment) ? (
              <Waiting payment={payment} again={asked.again} />
            ) : (
              <div role="status">
                <Outcome payment={payment} />
              </div>
            )}
            <h2>{words.forWhat}</h2>
            <ul class="rows">
              {payment.items.map((item) => (
                <li key={item.dueId} class="row">
                  <span>
                    <span class="row-name">{money[item.kind]}</span>
                    <span class="small">{item.poolTitle}</span>
                  </span>
                  <span class="row-end">{format.rupiah(item.amountRp)}</span>
                </li>
              ))}
            </ul>
            <Refunds payment={payment} after={asked.again} />
            <Facts
              of={[
                [
                  words.state,
                  <Badge tone={payment.state === 'settled' ? 'good' : isWaiting(payment) ? 'waiting' : 'bad'}>
                    {money[payment.state]}
                  </Badge>,
                ],
                [words.channel, money[payment.channel]],
                [words.payer, payment.payerName],
                [words.payee, payment.payeeName],
                [words.fee, format.rupiah(payment.feeRp)],
                ...(payment.settledAt === null
                  ? []
                  : ([[words.at, format.dateTime(payment.settledAt)]] as const)),
                ...(payment.firmAt === null
                  ? []
                  : ([[words.firm, words.firmOn(format.dateTime(payment.firmAt))]] as const)),
                ...(payment.refundedRp === 0
                  ? []
                  : ([[words.refundedRp, format.rupiah(payment.refundedRp)]] as const)),
                [words.orderId, <code>{payment.orderId}</code>],
              ]}
            />
          </>
        )}
      </Answered>
      <div class="buttons">
        <LinkButton href="/tagihan" tone="quiet">
          {words.toDues}
        </LinkButton>
      </div>
    </div>
  );
};

export default PaymentScreen;
