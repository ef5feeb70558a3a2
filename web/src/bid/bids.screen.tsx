import { dataOf, type View } from '../api/api.js';
import { useAsk } from '../api/use-ask.js';
import type { Params } from '../frame/screen.js';
import { LotFrame } from '../lot/lot-frame.js';
import { isPublic } from '../lot/lot-state.js';
import { Answered } from '../parts/asked.js';
import { Badge } from '../parts/badge.js';
import { Card } from '../parts/card.js';
import { Notice } from '../parts/notice.js';
import { useFormat } from '../words/format.js';
import { useLanguage } from '../words/language.js';
import { useWords } from '../words/words.js';
import { BidCard } from './bid-card.js';
import { fateOf, inOrder } from './bid-fates.js';
import { openedWords } from './opened-words.js';
import { SealedHashes } from './sealed-hashes.js';

const Opened = ({ lot }: { readonly lot: View<'LotView'> }) => {
  const words = useWords(openedWords);
  const language = useLanguage();
  const path = { params: { path: { lotId: lot.id } } };
  const bids = useAsk(`bids:${lot.id}`, (api) => dataOf(api.GET('/api/v1/lots/{lotId}/bids', path)));
  const award = useAsk(isPublic(lot.state) ? `award:${lot.id}` : null, (api) =>
    dataOf(api.GET('/api/v1/lots/{lotId}/award', path)),
  );
  const told = award.state === 'done' ? award.data : null;
  return (
    <Answered of={bids}>
      {({ data, failed }) => {
        if (data.length + failed.length === 0)
          return (
            <Notice tone="info" title={isPublic(lot.state) ? words.none : words.waitTitle}>
              {!isPublic(lot.state) && <p>{words.waitText}</p>}
            </Notice>
          );
        return (
          <>
            <p class="lead">{words.lead(data.length)}</p>
            <h2 class="hidden-words">{words.title}</h2>
            <div class="wide-cards">
              {inOrder(data, told).map((bid) => (
                <BidCard key={bid.supplierId} bid={bid} fate={fateOf(bid, failed, told)} lot={lot} />
              ))}
              {failed
                .filter(({ supplierId }) => data.every((bid) => bid.supplierId !== supplierId))
                .map(({ supplierId, supplierName, faults }) => (
                  <Card
                    key={supplierId}
                    title={supplierName}
                    aside={<Badge tone="bad">{words.failed}</Badge>}
                  >
                    {faults.map((fault) => (
                      <p key={fault.field + fault.rule}>{fault[language]}</p>
                    ))}
                  </Card>
                ))}
            </div>
          </>
        );
      }}
    </Answered>
  );
};

const Sealed = ({ lotId }: { readonly lotId: string }) => {
  const words = useWords(openedWords);
  const format = useFormat();
  const tender = useAsk(`tender:${lotId}`, (api) =>
    dataOf(api.GET('/api/v1/lots/{lotId}/tender', { params: { path: { lotId } } })),
  );
  return (
    <Answered of={tender}>
      {({ closesAt }) => (
        <Notice tone="info" title={words.sealedTitle}>
          <p>{words.sealedText(`${format.day(closesAt)}, ${format.time(closesAt)}`)}</p>
        </Notice>
      )}
    </Answered>
  );
};

/** The bids of a lot: their hashes at once, what they say from the opening on. */
const BidsScreen = ({ params: { lotId = '' } }: { readonly params: Params }) => {
  const words = useWords(openedWords);
  const hashes = useAsk(`sealed:${lotId}`, (api) =>
    dataOf(api.GET('/api/v1/lots/{lotId}/sealed-bids', { params: { path: { lotId } } })),
  );
  return (
    <LotFrame lotId={lotId} at="/penawaran" title={words.title}>
      {(lot) => (
        <>
          {lot.state === 'bidding' ? <Sealed lotId={lotId} /> : <Opened lot={lot} />}
          <Answered of={hashes}>{({ data }) => <SealedHashes of={data} />}</Answered>
        </>
      )}
    </LotFrame>
  );
};

export default BidsScreen;
