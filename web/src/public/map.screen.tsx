import { useSearch } from 'wouter-preact';
import { useStatus, useTitle } from '../frame/head.js';
import type { Params } from '../frame/screen.js';
import { Answered, Empty } from '../parts/asked.js';
import { LinkButton } from '../parts/button.js';
import { Choices } from '../parts/choices.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { Choropleth } from './choropleth.js';
import type { Measure } from './map-measures.js';
import { MapTable } from './map-table.js';
import { mapWords } from './map-words.js';
import { useMapData } from './use-map-data.js';

const useTelling = (isSale: boolean) => {
  const words = useWords(mapWords);
  const format = useFormat();
  return {
    nameOf: ({ key, goods }: Measure): string =>
      goods !== null
        ? words.ordered(goods)
        : key === 'hemat'
          ? isSale
            ? words.gained
            : words.saved
          : isSale
            ? words.sold
            : words.spent,
    tellOf:
      ({ unit }: Measure) =>
      (value: number): string =>
        unit === 'rupiah' ? format.shortRupiah(value) : format.quantity(value, unit.baseUnit),
  };
};

/** Where a pool's orders and savings lie: the city's kelurahan in shades, and the same figures in a table. */
const MapScreen = ({ params }: { readonly params: Params }) => {
  const words = useWords(mapWords);
  useTitle(words.title, words.about);
  const { pools, pool, totals, map, measures, poolId, isMemberView } = useMapData(params.poolId);
  // The list of pools is there, but the pool that was asked for is not.
  useStatus(pool.state === 'refused' ? (pool.problem?.status ?? null) : null);
  const isSale = pool.state === 'done' && pool.data.side === 'sell';
  const { nameOf, tellOf } = useTelling(isSale);
  const wanted = new URLSearchParams(useSearch()).get('ukuran');
  const measure = measures.find(({ key }) => key === wanted) ?? measures[0];
  const pathOf = (key: string): string =>
    `/peta/${poolId ?? ''}${key === measures[0]?.key ? '' : `?ukuran=${key}`}`;
  return (
    <>
      <h1>{words.title}</h1>
      <p class="lead">{words.about}</p>
      <Answered of={pools}>
        {({ data }) =>
          data.length === 0 ? (
            <Empty title={words.noPools}>{words.noPoolsText}</Empty>
          ) : (
            <Choices
              label={words.pools}
              now={`/peta/${poolId ?? ''}`}
              of={data.map(({ id, title }) => [`/peta/${id}`, title])}
            />
          )
        }
      </Answered>
      {poolId !== null && (
        <Answered of={pool}>
          {({ title }) =>
            measure === undefined ? (
              <Answered of={totals}>{() => <Empty />}</Answered>
            ) : (
              <>
                <Choices
                  label={words.measures}
                  now={pathOf(measure.key)}
                  of={measures.map((one) => [pathOf(one.key), nameOf(one)])}
                />
                <h2>{nameOf(measure)}</h2>
                <p class="small">
                  {isMemberView && measure.goods === null ? words.byVillage : words.byDistrict}
                </p>
                <Answered of={map}>
                  {(drawn) =>
                    drawn === null ? (
                      <Empty title={words.noMap}>{words.noMapText}</Empty>
                    ) : (
                      <div class="map-beside">
                        <Choropleth
                          map={drawn}
                          values={measure.values}
                          tell={tellOf(measure)}
                          label={words.mapOf(nameOf(measure), title)}
                        />
                        <MapTable
                          map={drawn}
                          values={measure.values}
                          tell={tellOf(measure)}
                          name={nameOf(measure)}
                        />
                      </div>
                    )
                  }
                </Answered>
                <div class="buttons">
                  <LinkButton href={`/putaran/${poolId}/hasil`}>{words.toStory}</LinkButton>
                </div>
                <p class="small">{words.source}</p>
              </>
            )
          }
        </Answered>
      )}
    </>
  );
};

export default MapScreen;
