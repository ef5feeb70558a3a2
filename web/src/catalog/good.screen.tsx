import { Link } from 'wouter-preact';
import { dataOf } from '../api/api.js';
import { useAsk } from '../api/use-ask.js';
import { useTitle } from '../frame/head.js';
import type { Params } from '../frame/screen.js';
import { Answered } from '../parts/asked.js';
import { Facts } from '../parts/facts.js';
import { Table } from '../parts/table.js';
import { useFormat } from '../words/format.js';
import { sourceOf } from './use-prices.js';
import { useLanguage } from '../words/language.js';
import { useWords } from '../words/words.js';
import { OpenItemCard } from './open-item.js';
import { useLastAward } from './use-last-award.js';
import { useOpenItems } from './use-open-items.js';
import { catalogWords } from './words.js';

/** One commodity: what it costs together now, its packs, and its reference prices with their sources. */
const GoodScreen = ({ params: { code = '' } }: { readonly params: Params }) => {
  const words = useWords(catalogWords);
  const format = useFormat();
  const language = useLanguage();
  const open = useOpenItems();
  const lastAwardOf = useLastAward();
  const asked = useAsk(`commodity:${code}`, (api) =>
    dataOf(api.GET('/api/v1/commodities/{code}', { params: { path: { code } } })),
  );
  const nameOf = (good: { readonly nameId: string; readonly nameEn: string }): string =>
    language === 'id' ? good.nameId : good.nameEn;
  useTitle(asked.state === 'done' ? nameOf(asked.data) : words.unknown, words.about);
  const here = open.state === 'done' ? open.data.filter(({ item }) => item.commodityCode === code) : [];
  const levels: Readonly<Record<string, string>> = { konsumen: words.consumer, produsen: words.producer };
  return (
    <>
      <p class="back">
        <Link href="/barang">{words.back}</Link>
      </p>
      <Answered of={asked} heading={words.unknown}>
        {(good) => (
          <>
            <h1>{nameOf(good)}</h1>
            {!good.isBiddable && <p>{words.notBiddable}</p>}
            {here.length > 0 && (
              <>
                <h2>{words.openNow}</h2>
                <div class="cards">
                  {here.map((each) => (
                    <OpenItemCard
                      key={each.item.itemId}
                      of={each}
                      lastRp={lastAwardOf(each.item.commodityCode)}
                    />
                  ))}
                </div>
              </>
            )}
            <Facts
              of={[
                ...(good.packs.length === 0
                  ? []
                  : [[words.packs, good.packs.map(nameOf).join(', ')] as const]),
                [words.storage, words[good.storage]],
              ]}
            />
            {good.priceReferences.length > 0 && (
              <Table
                caption={words.sources}
                rows={good.priceReferences}
                keyOf={({ id }) => id}
                columns={[
                  {
                    name: words.reference,
                    of: ({ level, kind }) => `${levels[level] ?? level} (${kind})`,
                  },
                  {
                    name: words.zone,
                    of: ({ zone }) => (zone === 'nasional' ? words.national : zone),
                  },
                  {
                    name: words.alone,
                    of: ({ minRp, maxRp }) =>
                      minRp === null
                        ? format.rupiah(maxRp)
                        : words.range(format.rupiah(minRp), format.rupiah(maxRp)),
                    isNumber: true,
                  },
                  {
                    name: words.source,
                    of: (row) => `${sourceOf(row, language)}, ${words.since(format.date(row.validFrom))}`,
                    isText: true,
                  },
                ]}
              />
            )}
          </>
        )}
      </Answered>
    </>
  );
};

export default GoodScreen;
