import { Link } from 'wouter-preact';
import { dataOf } from '../api/api.js';
import { actingParty } from '../api/session.js';
import { useTitle } from '../frame/head.js';
import { Answered, Empty } from '../parts/asked.js';
import { Badge } from '../parts/badge.js';
import { MoreButton } from '../parts/more-button.js';
import { useRows } from '../parts/more-rows.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { paymentWords } from './payment-words.js';
import { isWaiting } from './use-payment.js';
import { moneyWords } from './words.js';

/** What was paid and received through the gateway. */
const PaymentsScreen = () => {
  const words = useWords(paymentWords);
  const money = useWords(moneyWords);
  const format = useFormat();
  useTitle(words.history);
  const partyId = actingParty()?.partyId ?? '';
  const payments = useRows(`payments:${partyId}`, (api, cursor) =>
    dataOf(
      api.GET('/api/v1/parties/{partyId}/payments', {
        params: { path: { partyId }, query: cursor === undefined ? {} : { cursor } },
      }),
    ),
  );
  return (
    <>
      <h1>{words.history}</h1>
      <p class="lead">{words.historyAbout}</p>
      <Answered of={payments.first}>
        {() =>
          payments.rows.length === 0 ? (
            <Empty title={words.none} />
          ) : (
            <ul class="rows">
              {payments.rows.map((payment) => (
                <li key={payment.id}>
                  <Link href={`/pembayaran/${payment.id}`} class="row-link">
                    <span>
                      <span class="row-name">
                        {payment.payerId === partyId ? payment.payeeName : payment.payerName}
                      </span>
                      <span class="small">
                        {format.dateTime(payment.settledAt ?? payment.createdAt)} · {money[payment.channel]}
                      </span>
                    </span>
                    <span class="row-end">
                      <strong>
                        {payment.payerId === partyId ? '−' : '+'}
                        {format.rupiah(payment.amountRp)}
                      </strong>
                      <br />
                      <Badge
                        tone={payment.state === 'settled' ? 'good' : isWaiting(payment) ? 'waiting' : 'plain'}
                      >
                        {money[payment.state]}
                      </Badge>
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
      <MoreButton of={payments} />
    </>
  );
};

export default PaymentsScreen;
