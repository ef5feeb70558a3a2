import { Link, useSearch } from 'wouter-preact';
import type { View } from '../api/api.js';
import { useTitle } from '../frame/head.js';
import { NotFound } from '../frame/not-found.js';
import type { Params } from '../frame/screen.js';
import { Answered } from '../parts/asked.js';
import { Choices } from '../parts/choices.js';
import { LineChart, type Series } from '../parts/line-chart.js';
import { Path } from '../parts/path.js';
import { Table } from '../parts/table.js';
import { useFormat } from '../words/format.js';
import { useLanguage } from '../words/language.js';
import { useWords } from '../words/words.js';
import {
  marketGoods,
  monthIndex,
  monthOf,
  seriesOf,
  type MarketGoods,
  type PlaceSeries,
} from './market-goods.js';
import { priceWords } from './price-words.js';
import { awardsOf, ceilingsOf, useAwarded, useReferences, sourceOf } from './use-prices.js';

type Awarded = View<'AwardedPriceView'>;
type Reference = View<'PriceReferenceView'>;

const monthAt = (instant: string): number => monthIndex(instant.slice(0, 7));

/** Market, ceiling and awards over each other, as far as they count in one unit. */
const useSeries = (
  goods: MarketGoods,
  place: PlaceSeries,
  awards: readonly Awarded[],
  ceilings: readonly Reference[],
) => {
  const words = useWords(priceWords);
  const market: Series = { name: words.market(place.place), tone: 'other', points: place.points };
  if (!goods.isSameUnit) return [market];
  const dots = awards.flatMap(({ awardedAt, averageRpPerUnit }) =>
    awardedAt === null ? [] : [[monthAt(awardedAt), averageRpPerUnit] as const],
  );
  const until = Math.max(...[...place.points, ...dots].map(([month]) => month));
  const [first] = ceilings;
  const steps = ceilings
    .filter(({ code }) => code === first?.code)
    .map((row) => [Math.max(monthAt(row.validFrom), place.points[0]?.[0] ?? 0), row.maxRp] as const)
    .sort(([one], [other]) => one - other);
  const lastStep = steps.at(-1);
  return [
    market,
    ...(first === undefined || lastStep === undefined
      ? []
      : [
          {
            name: words.ceiling(first.code),
            tone: 'limit',
            shape: 'step',
            points: [...steps, [until, lastStep[1]] as const],
          } satisfies Series,
        ]),
    ...(dots.length === 0
      ? []
      : [{ name: words.awarded, tone: 'main', shape: 'dots', points: dots } satisfies Series]),
  ];
};

const Ceilings = ({ of: ceilings }: { readonly of: readonly Reference[] }) => {
  const words = useWords(priceWords);
  const language = useLanguage();
  const format = useFormat();
  if (ceilings.length === 0) return null;
  return (
    <>
      <h2>{words.ceilings}</h2>
      <Table
        caption={words.ceilings}
        rows={ceilings}
        keyOf={({ id }) => id}
        columns={[
          { name: words.reference, of: ({ code, zone }) => `${code}, ${words.zone(zone)}` },
          { name: words.from, of: ({ validFrom }) => format.date(validFrom) },
          {
            name: words.most,
            of: ({ maxRp, unitCode }) => `${format.rupiah(maxRp)}/${format.unit(unitCode)}`,
            isNumber: true,
          },
          {
            name: words.source,
            of: (row) => sourceOf(row, language),
            isText: true,
          },
        ]}
      />
    </>
  );
};

const Awards = ({ of: awards }: { readonly of: readonly Awarded[] }) => {
  const words = useWords(priceWords);
  const format = useFormat();
  return (
    <>
      <h2>{words.awards}</h2>
      {awards.length === 0 ? (
        <p>{words.noAward}.</p>
      ) : (
        <Table
          caption={words.awards}
          rows={awards}
          keyOf={({ lotId }) => lotId}
          columns={[
            {
              name: words.pool,
              of: ({ lotId, poolTitle }) => <Link href={`/paket/${lotId}/penetapan`}>{poolTitle}</Link>,
            },
            { name: words.when, of: ({ awardedAt }) => (awardedAt === null ? '' : format.date(awardedAt)) },
            { name: words.average, of: (row) => format.rupiah(row.averageRpPerUnit), isNumber: true },
            {
              name: words.range,
              of: (row) => `${format.rupiah(row.lowestRpPerUnit)} – ${format.rupiah(row.highestRpPerUnit)}`,
              isNumber: true,
            },
          ]}
        />
      )}
    </>
  );
};

const Shown = ({ goods }: { readonly goods: MarketGoods }) => {
  const words = useWords(priceWords);
  const format = useFormat();
  const language = useLanguage();
  const wanted = new URLSearchParams(useSearch()).get('tempat');
  useTitle(`${words.title}: ${goods[language]}`, words.about);
  const [awarded, references] = [useAwarded(), useReferences()];
  const awards = awardsOf(goods, awarded.state === 'done' ? awarded.data.data : []);
  const ceilings = ceilingsOf(goods, references.state === 'done' ? references.data.data : []);
  const all = seriesOf(goods);
  const place = all.find((one) => one.place === wanted) ?? all[0] ?? { place: '', points: [] };
  const pathOf = (name: string): string =>
    `/harga/${goods.slug}${name === all[0]?.place ? '' : `?tempat=${encodeURIComponent(name)}`}`;
  const series = useSeries(goods, place, awards, ceilings);
  return (
    <>
      <Path name={words.path} steps={[['/harga', words.back]]} />
      <h1>{goods[language]}</h1>
      <Choices
        label={words.places}
        now={pathOf(place.place)}
        of={all.map((one) => [pathOf(one.place), one.place])}
      />
      <LineChart
        title={words.chart(goods[language], place.place)}
        series={series}
        xName={(month) => format.month(monthOf(month))}
        yName={format.rupiah}
      />
      {!goods.isSameUnit && <p class="small">{words.otherUnit}</p>}
      <Answered of={awarded}>{() => <Awards of={awards} />}</Answered>
      <Answered of={references}>{() => <Ceilings of={ceilings} />}</Answered>
      <details>
        <summary>{words.months}</summary>
        <Table
          caption={`${words.months}, ${place.place}`}
          rows={[...place.points].reverse()}
          keyOf={([month]) => String(month)}
          columns={[
            { name: words.monthColumn, of: ([month]) => format.month(monthOf(month)) },
            { name: words.price, of: ([, priceRp]) => format.rupiah(priceRp), isNumber: true },
          ]}
        />
      </details>
      <p class="small">{words.credit}</p>
    </>
  );
};

/** The price of one kind of goods over the months, beside its ceiling and what pools were awarded at. */
const PriceScreen = ({ params: { slug } }: { readonly params: Params }) => {
  const goods = marketGoods.find((one) => one.slug === slug);
  return goods === undefined ? <NotFound /> : <Shown goods={goods} />;
};

export default PriceScreen;
