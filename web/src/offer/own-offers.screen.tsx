import { dataOf, type View } from '../api/api.js';
import { useSend } from '../api/use-send.js';
import { useTitle } from '../frame/head.js';
import { Answered, Empty } from '../parts/asked.js';
import { Badge } from '../parts/badge.js';
import { LinkButton } from '../parts/button.js';
import { Card } from '../parts/card.js';
import { MoreButton } from '../parts/more-button.js';
import { useRows } from '../parts/more-rows.js';
import { Refusal } from '../parts/refusal.js';
import { SureButton } from '../parts/sure-button.js';
import { useFormat } from '../words/format.js';
import { usePacks } from '../words/packs.js';
import { useWords } from '../words/words.js';
import { useCommodityNames, useCommodityOf } from '../catalog/use-commodities.js';
import { offerWords } from './words.js';

const OfferCard = ({ offer, onEnd }: { readonly offer: View<'OfferView'>; readonly onEnd: () => void }) => {
  const words = useWords(offerWords);
  const format = useFormat();
  const packs = usePacks();
  const nameOf = useCommodityNames();
  const unit = useCommodityOf()(offer.packCode)?.baseUnit;
  const ending = useSend(
    (api) => dataOf(api.POST('/api/v1/offers/{offerId}/end', { params: { path: { offerId: offer.id } } })),
    onEnd,
  );
  const { terms } = offer;
  return (
    <Card
      title={nameOf(offer.packCode)}
      aside={
        offer.action === 'ended' ? (
          <Badge tone="bad">{words.ended}</Badge>
        ) : (
          <Badge tone="good">{words.holds}</Badge>
        )
      }
    >
      {terms !== null && (
        <>
          <ul class="plain">
            {terms.tiers.map(({ fromPacks, priceRpPerUnit }) => (
              <li key={fromPacks}>
                {words.tier(
                  packs.count(fromPacks, offer.packCode),
                  unit === undefined ? format.rupiah(priceRpPerUnit) : packs.perUnit(priceRpPerUnit, unit),
                )}
              </li>
            ))}
          </ul>
          <p class="small">{words.valid(format.date(terms.validFrom), format.date(terms.validUntil))}</p>
        </>
      )}
      <Refusal of={ending} />
      {offer.action !== 'ended' && (
        <SureButton question={words.endSure} isBusy={ending.isSending} onPress={() => void ending.send()}>
          {words.end}
        </SureButton>
      )}
    </Card>
  );
};

/** A supplier's own standing offers. */
const OwnOffersScreen = () => {
  const words = useWords(offerWords);
  useTitle(words.offers);
  const offers = useRows('own-offers', (api, cursor) =>
    dataOf(api.GET('/api/v1/offers/own', { params: { query: cursor === undefined ? {} : { cursor } } })),
  );
  return (
    <>
      <h1>{words.offers}</h1>
      <p class="lead">{words.about}</p>
      <p class="buttons">
        <LinkButton href="/harga-janji/baru">{words.make}</LinkButton>
      </p>
      <Answered of={offers.first}>
        {() =>
          offers.rows.length === 0 ? (
            <Empty title={words.none}>{words.noneNext}</Empty>
          ) : (
            <>
              <h2 class="hidden-words">{words.offers}</h2>
              <div class="cards">
                {offers.rows.map((offer) => (
                  <OfferCard key={offer.id} offer={offer} onEnd={offers.first.again} />
                ))}
              </div>
              <MoreButton of={offers} />
            </>
          )
        }
      </Answered>
    </>
  );
};

export default OwnOffersScreen;
