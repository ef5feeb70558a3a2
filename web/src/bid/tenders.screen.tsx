import { Link } from 'wouter-preact';
import { dataOf } from '../api/api.js';
import { actingParty } from '../api/session.js';
import { useTitle } from '../frame/head.js';
import { Answered, Empty } from '../parts/asked.js';
import { Card } from '../parts/card.js';
import { MoreButton } from '../parts/more-button.js';
import { useRows } from '../parts/more-rows.js';
import { useFormat } from '../words/format.js';
import { useGoods, usePacks } from '../words/packs.js';
import { useWords } from '../words/words.js';
import { PoolTermsLinks } from './pool-terms-links.js';
import { tenderWords } from './tender-words.js';

/** What bids are asked for now, the earliest deadline first. */
const TendersScreen = () => {
  const words = useWords(tenderWords);
  const format = useFormat();
  const packs = usePacks();
  const goods = useGoods();
  useTitle(words.tenders, words.about);
  const tenders = useRows('tenders', (api, cursor) =>
    dataOf(api.GET('/api/v1/tenders', { params: { query: cursor === undefined ? {} : { cursor } } })),
  );
  const isSupplier = actingParty()?.kind === 'supplier';
  return (
    <>
      <h1>{words.tenders}</h1>
      <p class="lead">{words.about}</p>
      {isSupplier && (
        <p>
          <Link href="/penawaran-saya">{words.own}</Link>
        </p>
      )}
      <Answered of={tenders.first}>
        {() =>
          tenders.rows.length === 0 ? (
            <Empty title={words.none}>{words.noneNext}</Empty>
          ) : (
            <>
              <h2 class="hidden-words">{words.tenders}</h2>
              <div class="cards">
                {tenders.rows.map((tender) => {
                  const limit = packs.perUnit(tender.ceilingRpPerUnit, tender.baseUnit);
                  return (
                    <Card
                      key={tender.lotId}
                      href={`/paket/${tender.lotId}${isSupplier ? '/tawar' : ''}`}
                      title={goods(tender)}
                    >
                      <p class="strong">
                        {words.wanted(
                          packs.both(tender.quantityPacks, tender),
                          format.number(tender.koperasiCount),
                        )}
                      </p>
                      <p>{tender.side === 'buy' ? words.most(limit) : words.least(limit)}</p>
                      <p>{words.until(`${format.day(tender.closesAt)}, ${format.time(tender.closesAt)}`)}</p>
                      <p class="small">{tender.poolTitle}</p>
                    </Card>
                  );
                })}
              </div>
              <MoreButton of={tenders} />
              {isSupplier && <PoolTermsLinks of={tenders.rows} />}
            </>
          )
        }
      </Answered>
    </>
  );
};

export default TendersScreen;
