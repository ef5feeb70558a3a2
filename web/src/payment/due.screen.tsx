import { Link } from 'wouter-preact';
import { dataOf, type View } from '../api/api.js';
import { actingParty } from '../api/session.js';
import { useAsk } from '../api/use-ask.js';
import { useTitle } from '../frame/head.js';
import type { Params } from '../frame/screen.js';
import { Answered } from '../parts/asked.js';
import { Badge } from '../parts/badge.js';
import { LinkButton } from '../parts/button.js';
import { Facts } from '../parts/facts.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { ClaimTransfer } from './claim-transfer.js';
import { DueWhen } from './due-when.js';
import { paymentWords } from './payment-words.js';
import { TransferRow } from './transfer-row.js';
import { moneyWords } from './words.js';

/** What has come in for it, and from where. */
const Covers = ({ covers }: { readonly covers: readonly View<'CoverView'>[] }) => {
  const words = useWords(paymentWords);
  const format = useFormat();
  if (covers.length === 0) return null;
  return (
    <>
      <h2>{words.covers}</h2>
      <ul class="rows">
        {covers.map((cover) => (
          <li key={cover.sourceId + cover.kind} class="row">
            <span>
              {cover.kind === 'gateway' ? (
                <Link href={`/pembayaran/${cover.sourceId}`}>{words.gateway}</Link>
              ) : (
                words[cover.kind]
              )}
              <br />
              <span class="small">{format.dateTime(cover.paidAt)}</span>
            </span>
            <strong class="row-end">{format.rupiah(cover.amountRp)}</strong>
          </li>
        ))}
      </ul>
    </>
  );
};

/** One bill: what is open of it, what has come in, and transfers by bank. */
const DueScreen = ({ params: { dueId = '' } }: { readonly params: Params }) => {
  const words = useWords(paymentWords);
  const money = useWords(moneyWords);
  const format = useFormat();
  useTitle(words.dueTitle);
  const asked = useAsk(`due:${dueId}`, async (api) => {
    const params = { path: { dueId } };
    const [due, { data: transfers }] = await Promise.all([
      dataOf(api.GET('/api/v1/dues/{dueId}', { params })),
      dataOf(api.GET('/api/v1/dues/{dueId}/transfers', { params })),
    ]);
    return { due, transfers };
  });
  const own = actingParty()?.partyId;
  return (
    <div class="narrow">
      <h1>{words.dueTitle}</h1>
      <Answered of={asked}>
        {({ due, transfers }) => {
          const side = own === due.payerId ? 'payer' : own === due.payeeId ? 'payee' : 'other';
          const isOpen = due.state === 'open';
          return (
            <>
              <p class="amount">
                <span class="amount-label">
                  {money[due.kind]}
                  {due.poolTitle !== null && ` ${money.of(due.poolTitle)}`}
                </span>
                {format.rupiah(isOpen ? due.openRp : due.amountRp)}
                <span class="amount-label">
                  {isOpen ? (
                    <DueWhen {...due} />
                  ) : (
                    <Badge tone={due.state === 'settled' ? 'good' : 'plain'}>
                      {due.state === 'open' ? null : money[due.state]}
                    </Badge>
                  )}
                </span>
              </p>
              {isOpen && side === 'payer' && (
                <div class="buttons">
                  <LinkButton href={`/bayar?tagihan=${due.id}`}>{words.pay}</LinkButton>
                </div>
              )}
              <Facts
                of={[
                  [words.payer, due.payerName],
                  [words.payee, due.payeeName],
                  ...(due.paper === null ? [] : [[words.paper, due.paper] as const]),
                  ...(due.coveredRp === 0 || !isOpen
                    ? []
                    : ([
                        [words.whole, format.rupiah(due.amountRp)],
                        [words.covered, format.rupiah(due.coveredRp)],
                        [words.open1, format.rupiah(due.openRp)],
                      ] as const)),
                ]}
              />
              <Covers covers={due.covers} />
              {(transfers.length > 0 || (isOpen && side === 'payer')) && <h2>{words.transfers}</h2>}
              {transfers.map((transfer) => (
                <TransferRow
                  key={transfer.id}
                  {...{ transfer, side }}
                  payerName={due.payerName}
                  payeeName={due.payeeName}
                  after={asked.again}
                />
              ))}
              {isOpen && side === 'payer' && !transfers.some(({ state }) => state === 'claimed') && (
                <ClaimTransfer due={due} after={asked.again} />
              )}
            </>
          );
        }}
      </Answered>
    </div>
  );
};

export default DueScreen;
