import { useState } from 'preact/hooks';
import { Link, useLocation } from 'wouter-preact';
import { dataOf, type View } from '../api/api.js';
import { actingParty } from '../api/session.js';
import { useOnce } from '../api/use-once.js';
import { useSend } from '../api/use-send.js';
import { useTitle } from '../frame/head.js';
import { Answered, Empty } from '../parts/asked.js';
import { Button } from '../parts/button.js';
import { Field, Select } from '../parts/field.js';
import { MoreButton } from '../parts/more-button.js';
import { useRows } from '../parts/more-rows.js';
import { Pick } from '../parts/pick.js';
import { RefusalOrProof } from '../parts/proof-of-self.js';
import { DueWhen } from '../payment/due-when.js';
import { openOf } from '../payment/group-dues.js';
import { moneyWords } from '../payment/words.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { PayoutList } from './payout-list.js';
import { payoutWords } from './words.js';

type Payable = View<'PayableView'>;

/** What was picked, why, and how: to be approved by another. */
const Propose = ({ partyId, dues }: { readonly partyId: string; readonly dues: readonly Payable[] }) => {
  const words = useWords(payoutWords);
  const format = useFormat();
  const [, goTo] = useLocation();
  const [reason, setReason] = useState('');
  const [method, setMethod] = useState<'transfer' | 'iris'>('transfer');
  const dueIds = dues.map(({ dueId }) => dueId);
  const header = useOnce(dueIds, reason, method);
  const proposing = useSend(
    (api) =>
      dataOf(
        api.POST('/api/v1/parties/{partyId}/payouts', {
          params: { path: { partyId }, header },
          body: { dueIds, method, reason },
        }),
      ),
    ({ id }) => {
      goTo(`/utang/${id}`);
    },
  );
  return (
    <form
      class="sheet"
      onSubmit={(event) => {
        event.preventDefault();
        void proposing.send();
      }}
    >
      <p class="strong">
        {format.rupiah(openOf(dues))} {words.onePayee(dues[0]?.payeeName ?? '')} · {words.picked(dues.length)}
      </p>
      <Field
        label={words.reason}
        value={reason}
        onChange={setReason}
        problem={proposing.problemOf('reason')}
        maxLength={500}
        isRequired
      />
      <Select
        label={words.method}
        value={method}
        choices={[
          { value: 'transfer', name: words.transfer },
          { value: 'iris', name: words.iris },
        ]}
        onChange={setMethod}
      />
      <RefusalOrProof of={proposing} />
      <p class="small">{words.proposeNext}</p>
      <Button type="submit" isBusy={proposing.isSending}>
        {words.propose(format.rupiah(openOf(dues)))}
      </Button>
    </form>
  );
};

/** What the party owes, and the payouts by which it pays. */
const PayablesScreen = () => {
  const words = useWords(payoutWords);
  const money = useWords(moneyWords);
  const format = useFormat();
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
  const payees = [...new Map(dues.rows.map((due) => [due.payeeId, due.payeeName]))];
  return (
    <>
      <h1>{words.title}</h1>
      <p class="lead">{words.about}</p>
      <PayoutList partyId={partyId} />
      <h2>{words.pickTitle}</h2>
      <Answered of={dues.first}>
        {() =>
          dues.rows.length === 0 ? (
            <Empty title={words.none}>
              <p>{words.noneNext}</p>
            </Empty>
          ) : (
            <>
              {payees.map(([payeeId, name]) => {
                const own = dues.rows.filter((due) => due.payeeId === payeeId);
                const free = own.filter(({ payoutId }) => payoutId === null);
                const isOther = payee !== undefined && payee.payeeId !== payeeId;
                return (
                  <details key={payeeId} class="group">
                    <summary>
                      <span class="row-name">{name}</span>
                      <strong>{format.rupiah(openOf(own))}</strong>
                    </summary>
                    {free.length > 1 && (
                      <Pick
                        isPicked={free.every(({ dueId }) => picked.includes(dueId))}
                        isDisabled={isOther}
                        onPick={(isPicked) => {
                          setPicked(isPicked ? free.map(({ dueId }) => dueId) : []);
                        }}
                        label={words.pickAll}
                        aside={format.rupiah(openOf(free))}
                      />
                    )}
                    {own.map((due) => (
                      <Pick
                        key={due.dueId}
                        isPicked={picked.includes(due.dueId)}
                        isDisabled={due.payoutId !== null || isOther}
                        onPick={(isPicked) => {
                          setPicked(
                            isPicked ? [...picked, due.dueId] : picked.filter((id) => id !== due.dueId),
                          );
                        }}
                        label={money[due.kind]}
                        aside={format.rupiah(due.openRp)}
                      >
                        <p>
                          {(due.paper ?? due.poolTitle) !== null && `${due.paper ?? due.poolTitle ?? ''} · `}
                          <DueWhen {...due} />
                        </p>
                        {due.payoutId !== null && (
                          <p>
                            {words.underWay}. <Link href={`/utang/${due.payoutId}`}>{words.seePayout}</Link>
                          </p>
                        )}
                      </Pick>
                    ))}
                  </details>
                );
              })}
              <MoreButton of={dues} />
              {chosen.length > 0 && <Propose partyId={partyId} dues={chosen} />}
            </>
          )
        }
      </Answered>
    </>
  );
};

export default PayablesScreen;
