import { useState } from 'preact/hooks';
import { Link, useLocation } from 'wouter-preact';
import { dataOf, type View } from '../api/api.js';
import { actingParty } from '../api/session.js';
import { useTitle } from '../frame/head.js';
import { Answered, Empty } from '../parts/asked.js';
import { Button, LinkButton } from '../parts/button.js';
import { MoreButton } from '../parts/more-button.js';
import { useRows } from '../parts/more-rows.js';
import { Pick } from '../parts/pick.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { DueWhen } from './due-when.js';
import { dueWords } from './due-words.js';
import { groupDues, openOf } from './group-dues.js';
import { moneyWords } from './words.js';

type Payable = View<'PayableView'>;

/** As many as one payment takes. */
const MOST_AT_ONCE = 50;

const isUnderWay = ({ paymentId, payoutId }: Payable): boolean => paymentId !== null || payoutId !== null;

const DueRow = ({
  due,
  isPicked,
  isOther,
  onPick,
}: {
  readonly due: Payable;
  readonly isPicked: boolean;
  /** Of another payee than what is picked already. */
  readonly isOther: boolean;
  readonly onPick: (isPicked: boolean) => void;
}) => {
  const words = useWords(dueWords);
  const money = useWords(moneyWords);
  const format = useFormat();
  return (
    <Pick
      isPicked={isPicked}
      isDisabled={isUnderWay(due) || isOther}
      onPick={onPick}
      label={money[due.kind]}
      aside={format.rupiah(due.openRp)}
    >
      <p>{[due.payeeName, due.paper ?? due.poolTitle].filter((part) => part !== null).join(' · ')}</p>
      <p>
        <DueWhen {...due} /> ·{' '}
        <Link class="row-more" href={`/tagihan/${due.dueId}`}>
          {words.see}
        </Link>
      </p>
      {due.paymentId !== null && (
        <p>
          {words.waiting}. <Link href={`/pembayaran/${due.paymentId}`}>{words.goOn}</Link>
        </p>
      )}
      {due.payoutId !== null && <p>{words.paidOut}</p>}
      {due.claimedRp > 0 && <p>{words.claimed(format.rupiah(due.claimedRp))}</p>}
    </Pick>
  );
};

/** What the party owes, to be picked and paid together. */
const DuesScreen = () => {
  const words = useWords(dueWords);
  const format = useFormat();
  const [, goTo] = useLocation();
  useTitle(words.title);
  const partyId = actingParty()?.partyId ?? '';
  const dues = useRows(`payables:${partyId}`, (api, cursor) =>
    dataOf(
      api.GET('/api/v1/parties/{partyId}/payables', {
        params: { path: { partyId }, query: { limit: 100, ...(cursor === undefined ? {} : { cursor }) } },
      }),
    ),
  );
  const [picked, setPicked] = useState<readonly string[]>([]);
  const chosen = dues.rows.filter(({ dueId }) => picked.includes(dueId));
  const payee = chosen[0];
  const alsoOfPayee = dues.rows
    .filter((due) => due.payeeId === payee?.payeeId && !isUnderWay(due) && !picked.includes(due.dueId))
    .slice(0, Math.max(0, MOST_AT_ONCE - picked.length));
  return (
    <>
      <h1>{words.title}</h1>
      <Answered of={dues.first}>
        {() =>
          dues.rows.length === 0 ? (
            <Empty title={words.none}>
              <p>{words.noneNext}</p>
            </Empty>
          ) : (
            <>
              <p class="amount">
                <span class="amount-label">{words.total}</span>
                {format.rupiah(openOf(dues.rows))}
              </p>
              <p>{words.pickHint}</p>
              {groupDues(dues.rows, Date.now()).map(([urgency, rows]) => (
                <section key={urgency}>
                  <h2>{words[urgency]}</h2>
                  {rows.map((due) => (
                    <DueRow
                      key={due.dueId}
                      due={due}
                      isPicked={picked.includes(due.dueId)}
                      isOther={payee !== undefined && payee.payeeId !== due.payeeId}
                      onPick={(isPicked) => {
                        setPicked(
                          isPicked ? [...picked, due.dueId] : picked.filter((id) => id !== due.dueId),
                        );
                      }}
                    />
                  ))}
                </section>
              ))}
              <MoreButton of={dues} />
              {payee !== undefined && (
                <div class="basket">
                  <div>
                    <p class="strong">
                      {format.rupiah(openOf(chosen))} · {words.picked(chosen.length)}
                    </p>
                    <p class="small">{words.onePayee(payee.payeeName)}</p>
                  </div>
                  {alsoOfPayee.length > 0 && (
                    <Button
                      tone="quiet"
                      onPress={() => {
                        setPicked([...picked, ...alsoOfPayee.map(({ dueId }) => dueId)]);
                      }}
                    >
                      {words.pickAlso(alsoOfPayee.length)}
                    </Button>
                  )}
                  <Button
                    onPress={() => {
                      goTo(`/bayar?tagihan=${picked.join(',')}`);
                    }}
                  >
                    {words.pay}
                  </Button>
                </div>
              )}
            </>
          )
        }
      </Answered>
      <div class="buttons">
        <LinkButton href="/pembayaran" tone="quiet">
          {words.history}
        </LinkButton>
        <LinkButton href="/uang" tone="quiet">
          {words.money}
        </LinkButton>
      </div>
    </>
  );
};

export default DuesScreen;
