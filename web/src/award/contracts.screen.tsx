import { dataOf } from '../api/api.js';
import { actingParty } from '../api/session.js';
import { useTitle } from '../frame/head.js';
import { Answered, Empty } from '../parts/asked.js';
import { Badge } from '../parts/badge.js';
import { LinkButton } from '../parts/button.js';
import { Card } from '../parts/card.js';
import { MoreButton } from '../parts/more-button.js';
import { useRows } from '../parts/more-rows.js';
import { useFormat } from '../words/format.js';
import { useGoods, usePacks } from '../words/packs.js';
import { useWords } from '../words/words.js';
import { contractStateOf, contractTones } from './contract-state.js';
import { contractWords } from './contract-words.js';

/** What a bidder was awarded, what waits for its signature first. */
const ContractsScreen = () => {
  const words = useWords(contractWords);
  const format = useFormat();
  const packs = usePacks();
  const goods = useGoods();
  useTitle(words.contracts);
  const partyId = actingParty()?.partyId ?? '';
  const contracts = useRows(`contracts:${partyId}`, (api, cursor) =>
    dataOf(
      api.GET('/api/v1/parties/{partyId}/contracts', {
        params: { path: { partyId }, query: cursor === undefined ? {} : { cursor } },
      }),
    ),
  );
  const now = Date.now();
  const rows = contracts.rows
    .map((contract) => ({ contract, state: contractStateOf(contract, now) }))
    .sort((a, b) => Number(b.state === 'waits') - Number(a.state === 'waits'));
  return (
    <>
      <h1>{words.contracts}</h1>
      <p class="lead">{words.about}</p>
      <Answered of={contracts.first}>
        {() =>
          rows.length === 0 ? (
            <Empty title={words.none}>
              <p>{words.noneNext}</p>
              <LinkButton href="/tender">{words.toTenders}</LinkButton>
            </Empty>
          ) : (
            <>
              <h2 class="hidden-words">{words.contracts}</h2>
              <div class="cards">
                {rows.map(({ contract, state }) => (
                  <Card
                    key={contract.awardId}
                    href={`/kontrak/${contract.lotId}`}
                    title={goods(contract)}
                    aside={<Badge tone={contractTones[state]}>{words[state]}</Badge>}
                  >
                    <p class="strong">{packs.both(contract.packs, contract)}</p>
                    <p>{format.rupiah(contract.amountRp)}</p>
                    {state === 'waits' && contract.dueAt !== null && (
                      <p>{words.until(`${format.day(contract.dueAt)}, ${format.time(contract.dueAt)}`)}</p>
                    )}
                    <p class="small">{contract.poolTitle}</p>
                  </Card>
                ))}
              </div>
              <MoreButton of={contracts} />
            </>
          )
        }
      </Answered>
    </>
  );
};

export default ContractsScreen;
