import { Link } from 'wouter-preact';
import { dataOf, type View } from '../api/api.js';
import { useAsk } from '../api/use-ask.js';
import { useTitle } from '../frame/head.js';
import { Answered, Empty } from '../parts/asked.js';
import { useFormat } from '../words/format.js';
import { useLanguage } from '../words/language.js';
import { useWords } from '../words/words.js';
import { OpenItemCard } from './open-item.js';
import { useLastAward } from './use-last-award.js';
import { useOpenItems } from './use-open-items.js';
import { catalogWords } from './words.js';

/** The catalog is one page; so are the prices that hold. */
const MOST = 100;
/** The decree's zone of Java. */
const ZONE = '1';

/** All goods, with what they cost alone and, where a pool is open, together. */
const GoodsScreen = () => {
  const words = useWords(catalogWords);
  const format = useFormat();
  const language = useLanguage();
  useTitle(words.goods, words.about);
  const open = useOpenItems();
  const lastAwardOf = useLastAward();
  const goods = useAsk('catalog', async (api) => {
    const [commodities, references] = await Promise.all([
      dataOf(api.GET('/api/v1/commodities', { params: { query: { limit: MOST } } })),
      dataOf(api.GET('/api/v1/price-references', { params: { query: { zone: ZONE, limit: MOST } } })),
    ]);
    const consumer = references.data.filter(({ level }) => level === 'konsumen');
    return commodities.data.map((each) => ({
      ...each,
      reference: consumer.find(({ code }) => code === each.priceRef) ?? null,
    }));
  });
  const priceOf = (reference: View<'PriceReferenceView'> | null): string => {
    if (reference === null) return words.noReference;
    const most = `${format.rupiah(reference.maxRp)}/${format.unit(reference.unitCode)}`;
    return reference.minRp === null ? most : words.range(format.rupiah(reference.minRp), most);
  };
  return (
    <>
      <h1>{words.goods}</h1>
      <p class="lead">{words.about}</p>
      <h2>{words.openNow}</h2>
      <Answered of={open}>
        {(items) =>
          items.length === 0 ? (
            <Empty title={words.noneOpen} />
          ) : (
            <div class="cards">
              {items.map((each) => (
                <OpenItemCard
                  key={each.item.itemId}
                  of={each}
                  lastRp={lastAwardOf(each.item.commodityCode)}
                />
              ))}
            </div>
          )
        }
      </Answered>
      <p class="links">
        <Link href="/harga">{words.market}</Link>
      </p>
      <h2>{words.all}</h2>
      <Answered of={goods}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={words.none} />
          ) : (
            <ul class="price-list">
              {rows.map(({ code, nameId, nameEn, reference }) => (
                <li key={code}>
                  <Link href={`/barang/${code}`} class="row-link">
                    {language === 'id' ? nameId : nameEn}
                  </Link>
                  <span class={reference === null ? 'small' : 'strong'}>{priceOf(reference)}</span>
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
    </>
  );
};

export default GoodsScreen;
