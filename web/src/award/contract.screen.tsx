import { dataOf, type View } from '../api/api.js';
import { actingParty } from '../api/session.js';
import { useAsk } from '../api/use-ask.js';
import { useTitle } from '../frame/head.js';
import type { Params } from '../frame/screen.js';
import { isPublic } from '../lot/lot-state.js';
import { Answered, Empty } from '../parts/asked.js';
import { Badge } from '../parts/badge.js';
import { LinkButton } from '../parts/button.js';
import { Facts } from '../parts/facts.js';
import { Path } from '../parts/path.js';
import { useFormat } from '../words/format.js';
import { useGoods, usePacks } from '../words/packs.js';
import { useWords } from '../words/words.js';
import { AnswerContract } from './answer-contract.js';
import { contractStateOf, contractTones } from './contract-state.js';
import { contractWords } from './contract-words.js';
import { RequestList } from './request-list.js';

const Contract = ({
  of: contract,
  party,
  again,
}: {
  readonly of: View<'OwnContractView'>;
  readonly party: View<'MembershipView'>;
  readonly again: () => void;
}) => {
  const words = useWords(contractWords);
  const format = useFormat();
  const packs = usePacks();
  const { lotId, side, amountRp, dueAt, reason, answeredAt } = contract;
  const state = contractStateOf(contract, Date.now());
  const amount = packs.both(contract.packs, contract);
  return (
    <>
      <p>
        <Badge tone={contractTones[state]}>{words[state]}</Badge>{' '}
        {state === 'waits' && dueAt !== null && words.until(`${format.day(dueAt)}, ${format.time(dueAt)}`)}
      </p>
      <p class="lead">{(side === 'buy' ? words.deliver : words.buy)(amount)}</p>
      <Facts
        of={[
          [words.quantity, amount],
          [words.price, packs.perUnit(contract.priceRpPerUnit, contract.baseUnit)],
          [words.amount, <strong key="rp">{format.rupiah(amountRp)}</strong>],
          [words.organiser, contract.organiserName],
          [words.pool, contract.poolTitle],
          ...(answeredAt === null ? [] : [[words.answered, format.dateTime(answeredAt)] as const]),
          ...(reason === null ? [] : [[words.why, reason] as const]),
        ]}
      />
      {state === 'waits' && <AnswerContract lotId={lotId} party={party} again={again} />}
      {state === 'signed' && side === 'buy' && (
        <>
          <p>{words.signedNext}</p>
          <p class="buttons">
            <LinkButton href="/antar">{words.toDrops}</LinkButton>
            <LinkButton href="/pesanan-pembelian" tone="quiet">
              {words.toOrders}
            </LinkButton>
          </p>
        </>
      )}
      {state === 'signed' && contract.mode === 'distribution' && isPublic(contract.lotState) && (
        <RequestList lotId={lotId} supplierId={party.partyId} />
      )}
      <p class="buttons">
        <LinkButton href={`/paket/${lotId}/penetapan`} tone="quiet">
          {words.toAward}
        </LinkButton>
      </p>
    </>
  );
};

const MOST = 200;

/** What a bidder was awarded of a lot: what it means, and signing it. */
const ContractScreen = ({ params: { lotId = '' } }: { readonly params: Params }) => {
  const words = useWords(contractWords);
  const goods = useGoods();
  const party = actingParty();
  const partyId = party?.partyId ?? '';
  const asked = useAsk(`contract:${partyId}:${lotId}`, async (api) => {
    const { data } = await dataOf(
      api.GET('/api/v1/parties/{partyId}/contracts', {
        params: { path: { partyId }, query: { limit: MOST } },
      }),
    );
    return data.find((contract) => contract.lotId === lotId) ?? null;
  });
  const contract = asked.state === 'done' ? asked.data : null;
  const title = contract === null ? words.contracts : words.contractFor(goods(contract));
  useTitle(title);
  return (
    <div class="narrow">
      <Path name={words.contracts} steps={[['/kontrak', words.contracts]]} />
      <h1>{title}</h1>
      <Answered of={asked}>
        {(shown) =>
          shown === null || party === undefined ? (
            <Empty title={words.none}>
              <p>{words.noneNext}</p>
            </Empty>
          ) : (
            <Contract of={shown} party={party} again={asked.again} />
          )
        }
      </Answered>
    </div>
  );
};

export default ContractScreen;
