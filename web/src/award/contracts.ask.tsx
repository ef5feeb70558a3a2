import { dataOf } from '../api/api.js';
import { useAsk } from '../api/use-ask.js';
import type { AskProps } from '../frame/ask-row.js';
import { useCount } from '../frame/use-count.js';
import { AskCard } from '../parts/ask-card.js';
import { useFormat } from '../words/format.js';
import { useGoods, usePacks } from '../words/packs.js';
import { useWords } from '../words/words.js';
import { contractWords } from './contract-words.js';

/** Contracts that wait for a bidder's signature. */
const ContractsAsk = ({ party, onCount }: AskProps) => {
  const words = useWords(contractWords);
  const format = useFormat();
  const packs = usePacks();
  const goods = useGoods();
  const { partyId } = party;
  const asked = useAsk(`asks:contracts:${partyId}`, (api) =>
    dataOf(
      api.GET('/api/v1/parties/{partyId}/contracts', {
        params: { path: { partyId }, query: { waiting: true } },
      }),
    ),
  );
  const waiting = asked.state === 'done' ? asked.data.data : [];
  useCount(asked, waiting.length, onCount);
  return (
    <>
      {waiting.map((contract) => (
        <AskCard
          key={contract.awardId}
          icon="contracts"
          title={words.askTitle(goods(contract))}
          {...(contract.dueAt === null
            ? {}
            : { due: words.until(`${format.day(contract.dueAt)}, ${format.time(contract.dueAt)}`) })}
          action={words.askGo}
          href={`/kontrak/${contract.lotId}`}
          isUrgent
        >
          <p>
            {packs.both(contract.packs, contract)}, {format.rupiah(contract.amountRp)}
          </p>
        </AskCard>
      ))}
    </>
  );
};

export default ContractsAsk;
