import { useState } from 'preact/hooks';
import { allRows } from '../api/all-rows.js';
import { dataOf, type Api, type View } from '../api/api.js';
import { actingParty } from '../api/session.js';
import { useAsk } from '../api/use-ask.js';
import { useOnce } from '../api/use-once.js';
import { useSend } from '../api/use-send.js';
import { useTitle } from '../frame/head.js';
import { Answered, Empty } from '../parts/asked.js';
import { Badge } from '../parts/badge.js';
import { Button, LinkButton } from '../parts/button.js';
import { Facts } from '../parts/facts.js';
import { Select } from '../parts/field.js';
import { MoreButton } from '../parts/more-button.js';
import { useRows } from '../parts/more-rows.js';
import { Refusal } from '../parts/refusal.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { depositWords } from './deposit-words.js';
import { OwnExposure } from './own-exposure.js';

type Deposit = View<'OwnDepositView'>;

/** All pools of an organiser that are open, on however many pages. */
const openPoolsOf = (api: Api, organiserId: string) =>
  allRows((cursor) =>
    dataOf(
      api.GET('/api/v1/pools', {
        params: {
          query: { state: 'open', organiserId, limit: 200, ...(cursor === undefined ? {} : { cursor }) },
        },
      }),
    ),
  );

/** Consent that what goes back counts in another pool. */
const Carry = ({ deposit, after }: { readonly deposit: Deposit; readonly after: () => void }) => {
  const words = useWords(depositWords);
  const [toPoolId, setTo] = useState('');
  const header = useOnce(deposit.id, toPoolId);
  const pools = useAsk(`open-pools:${deposit.organiserId}`, (api) => openPoolsOf(api, deposit.organiserId));
  const carrying = useSend(
    (api) =>
      dataOf(
        api.POST('/api/v1/pools/{poolId}/deposits/carry', {
          params: { path: { poolId: deposit.poolId }, header },
          body: { koperasiId: deposit.koperasiId, toPoolId },
        }),
      ),
    after,
  );
  const open = pools.state === 'done' ? pools.data.filter(({ id }) => id !== deposit.poolId) : [];
  if (open.length === 0) return null;
  return (
    <details class="group">
      <summary>
        <span class="row-name">{words.carry}</span>
      </summary>
      <p>{words.carryAbout}</p>
      <Select
        label={words.carryTo}
        value={toPoolId}
        choices={[{ value: '', name: '–' }, ...open.map(({ id, title }) => ({ value: id, name: title }))]}
        onChange={setTo}
      />
      <Refusal of={carrying} />
      <Button
        tone="quiet"
        isBusy={carrying.isSending}
        isDisabled={toPoolId === ''}
        onPress={() => void carrying.send()}
      >
        {words.consent}
      </Button>
    </details>
  );
};

const DepositCard = ({ deposit, after }: { readonly deposit: Deposit; readonly after: () => void }) => {
  const words = useWords(depositWords);
  const format = useFormat();
  const isOver = deposit.poolState === 'settled' || deposit.poolState === 'cancelled';
  const amounts = (
    [
      [words.paid, deposit.paidRp],
      [words.carriedIn, deposit.carriedInRp],
      [words.applied, deposit.appliedRp],
      [words.carriedOut, deposit.carriedOutRp],
      [words.forfeited, deposit.forfeitedRp],
      [words.back, deposit.backRp],
      [words.returned, deposit.returnedRp],
    ] as const
  ).flatMap(([name, amountRp]) => (amountRp === 0 ? [] : [[name, format.rupiah(amountRp)] as const]));
  return (
    <article class="sheet">
      <header class="card-head">
        <h2 class="plain-head">{deposit.poolTitle}</h2>
        <Badge tone={deposit.missingRp > 0 ? 'waiting' : isOver ? 'plain' : 'good'}>
          {deposit.missingRp > 0
            ? words.missing(format.rupiah(deposit.missingRp))
            : isOver
              ? words.over
              : words.complete}
        </Badge>
      </header>
      <p class="small">{deposit.organiserName}</p>
      <Facts
        of={[
          [words.required, format.rupiah(deposit.requiredRp)],
          ...amounts,
          [words.held, format.rupiah(deposit.heldRp)],
        ]}
      />
      {deposit.returnDueAt !== null && <p>{words.returnBy(format.day(deposit.returnDueAt))}</p>}
      {deposit.openDueId !== null && (
        <div class="buttons">
          <LinkButton href={`/bayar?tagihan=${deposit.openDueId}`}>{words.pay}</LinkButton>
        </div>
      )}
      {deposit.carriesTo === null ? (
        deposit.returnDueAt !== null && <Carry deposit={deposit} after={after} />
      ) : (
        <p>{words.carriesTo(deposit.carriesTo)}</p>
      )}
    </article>
  );
};

/** A koperasi's deposits over all pools, and what it may still order. */
const DepositsScreen = () => {
  const words = useWords(depositWords);
  const format = useFormat();
  useTitle(words.title);
  const partyId = actingParty()?.partyId ?? '';
  const deposits = useRows(`deposits:${partyId}`, (api, cursor) =>
    dataOf(
      api.GET('/api/v1/parties/{partyId}/deposits', {
        params: { path: { partyId }, query: cursor === undefined ? {} : { cursor } },
      }),
    ),
  );
  return (
    <div class="narrow">
      <h1>{words.title}</h1>
      <p class="lead">{words.about}</p>
      <Answered of={deposits.first}>
        {({ heldRp }) =>
          deposits.rows.length === 0 ? (
            <Empty title={words.none}>
              <p>{words.noneNext}</p>
            </Empty>
          ) : (
            <>
              <p class="amount">
                <span class="amount-label">{words.heldNow}</span>
                {format.rupiah(heldRp)}
              </p>
              {deposits.rows.map((deposit) => (
                <DepositCard key={deposit.id} deposit={deposit} after={deposits.first.again} />
              ))}
            </>
          )
        }
      </Answered>
      <MoreButton of={deposits} />
      <OwnExposure partyId={partyId} />
    </div>
  );
};

export default DepositsScreen;
