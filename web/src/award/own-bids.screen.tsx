import { Link } from 'wouter-preact';
import { dataOf, type View } from '../api/api.js';
import { actingParty } from '../api/session.js';
import { useTitle } from '../frame/head.js';
import { Answered, Empty } from '../parts/asked.js';
import { Badge } from '../parts/badge.js';
import { LinkButton } from '../parts/button.js';
import { Card } from '../parts/card.js';
import { MoreButton } from '../parts/more-button.js';
import { useRows } from '../parts/more-rows.js';
import { useFormat } from '../words/format.js';
import { useLanguage } from '../words/language.js';
import { useGoods, usePacks } from '../words/packs.js';
import { useWords } from '../words/words.js';
import { contractWords } from './contract-words.js';

type OwnBid = View<'OwnBidView'>;

const tones: Readonly<Record<OwnBid['outcome'], 'plain' | 'good' | 'waiting' | 'bad'>> = {
  sealed: 'waiting',
  withdrawn: 'plain',
  'not-taken': 'bad',
  weighed: 'waiting',
  proposed: 'waiting',
  won: 'good',
  'without-packs': 'bad',
  'lot-failed': 'plain',
};

const BidOf = ({ bid }: { readonly bid: OwnBid }) => {
  const words = useWords(contractWords);
  const format = useFormat();
  const packs = usePacks();
  const goods = useGoods();
  const isId = useLanguage() === 'id';
  const { lotId, outcome, awardedPacks, amountRp, closesAt } = bid;
  const reason = isId ? bid.reasonId : bid.reasonEn;
  const isSealed = outcome === 'sealed';
  return (
    <Card title={goods(bid)} aside={<Badge tone={tones[outcome]}>{words[outcome]}</Badge>}>
      {awardedPacks !== null && awardedPacks > 0 && amountRp !== null ? (
        <p class="strong">{words.gets(packs.both(awardedPacks, bid), format.rupiah(amountRp))}</p>
      ) : (
        <p>{words.asked(packs.both(bid.quantityPacks, bid))}</p>
      )}
      {reason !== null && (outcome === 'without-packs' || outcome === 'not-taken') && <p>{reason}</p>}
      {isSealed && <p>{words.openedAt(`${format.day(closesAt)}, ${format.time(closesAt)}`)}</p>}
      <p class="small">{bid.poolTitle}</p>
      <p>
        {outcome === 'won' ? (
          <Link href={`/kontrak/${lotId}`}>{words.contractFor(goods(bid))}</Link>
        ) : isSealed ? (
          <Link href={`/paket/${lotId}/tanda-terima`}>{words.receipt}</Link>
        ) : (
          <Link href={`/paket/${lotId}/penawaran`}>{words.result}</Link>
        )}
      </p>
    </Card>
  );
};

/** What a supplier has bid for, over all pools, and what became of it. */
const OwnBidsScreen = () => {
  const words = useWords(contractWords);
  useTitle(words.bids);
  const partyId = actingParty()?.partyId ?? '';
  const bids = useRows(`own-bids:${partyId}`, (api, cursor) =>
    dataOf(
      api.GET('/api/v1/parties/{partyId}/bids', {
        params: { path: { partyId }, query: cursor === undefined ? {} : { cursor } },
      }),
    ),
  );
  return (
    <>
      <h1>{words.bids}</h1>
      <p class="lead">{words.bidsAbout}</p>
      <Answered of={bids.first}>
        {() =>
          bids.rows.length === 0 ? (
            <Empty title={words.noBids}>
              <LinkButton href="/tender">{words.toTenders}</LinkButton>
            </Empty>
          ) : (
            <>
              <h2 class="hidden-words">{words.bids}</h2>
              <div class="cards">
                {bids.rows.map((bid) => (
                  <BidOf key={bid.lotId} bid={bid} />
                ))}
              </div>
              <MoreButton of={bids} />
            </>
          )
        }
      </Answered>
    </>
  );
};

export default OwnBidsScreen;
