import { useTitle } from '../frame/head.js';
import { Answered } from '../parts/asked.js';
import { Card } from '../parts/card.js';
import { useFormat } from '../words/format.js';
import { useLanguage } from '../words/language.js';
import { useWords } from '../words/words.js';
import { marketGoods, monthOf, seriesOf, yearlyChange, type MarketGoods } from './market-goods.js';
import { priceWords } from './price-words.js';
import { Spark } from './spark.js';
import { awardsOf, useAwarded } from './use-prices.js';

const FLAT = 0.005;

const Goods = ({ of: goods, awardedRp }: { readonly of: MarketGoods; readonly awardedRp: number | null }) => {
  const words = useWords(priceWords);
  const format = useFormat();
  const language = useLanguage();
  const [series] = seriesOf(goods);
  const last = series?.points.at(-1);
  if (series === undefined || last === undefined) return null;
  const change = yearlyChange(series.points);
  return (
    <Card href={`/harga/${goods.slug}`} title={goods[language]}>
      <p class="price-now">
        <strong>{format.rupiah(last[1])}</strong>
        <span class="small">
          {series.place}, {words.month(format.month(monthOf(last[0])))}
        </span>
      </p>
      <Spark points={series.points} />
      <p class="small">
        {change === null || Math.abs(change) < FLAT
          ? words.same
          : change > 0
            ? words.up(format.percent(change))
            : words.down(format.percent(-change))}
        .{awardedRp !== null && ` ${words.lastAward(format.rupiah(awardedRp))}.`}
      </p>
    </Card>
  );
};

/** Market prices of the goods that pools buy. */
const PricesScreen = () => {
  const words = useWords(priceWords);
  useTitle(words.title, words.about);
  const awarded = useAwarded();
  const known = awarded.state === 'done' ? awarded.data.data : [];
  return (
    <>
      <h1>{words.title}</h1>
      <p class="lead">{words.about}</p>
      {awarded.state === 'refused' && <Answered of={awarded}>{() => null}</Answered>}
      <h2 class="hidden-words">{words.places}</h2>
      <div class="cards">
        {marketGoods.map((goods) => (
          <Goods
            key={goods.slug}
            of={goods}
            awardedRp={goods.isSameUnit ? (awardsOf(goods, known)[0]?.averageRpPerUnit ?? null) : null}
          />
        ))}
      </div>
      <p class="small">{words.credit}</p>
    </>
  );
};

export default PricesScreen;
