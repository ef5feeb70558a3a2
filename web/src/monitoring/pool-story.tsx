import type { View } from '../api/api.js';
import { Answered, Empty } from '../parts/asked.js';
import { Bars } from '../parts/bars.js';
import { LinkButton } from '../parts/button.js';
import { Stat, Stats } from '../parts/stat.js';
import { Table, type Column } from '../parts/table.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { LotResult } from './lot-result.js';
import { resultsWords } from './results-words.js';
import { useLots, useResults } from './use-results.js';

type Results = View<'PoolResultsView'>;

const Savings = ({ of: results }: { readonly of: Results }) => {
  const words = useWords(resultsWords);
  const format = useFormat();
  const isSale = results.side === 'sell';
  const { koperasiCount, savedRp, aloneRp, togetherRp } = results;
  return (
    <section class="panel">
      <Stats>
        <Stat figure={format.shortRupiah(savedRp)}>
          {isSale ? words.gained(koperasiCount) : words.saved(koperasiCount)}
        </Stat>
        {aloneRp > 0 && (
          <Stat figure={format.percent(savedRp / aloneRp)}>{isSale ? words.gainShare : words.share}</Stat>
        )}
      </Stats>
      <Bars
        of={[
          { name: words.alone, value: aloneRp, text: format.rupiah(aloneRp), tone: 'plain' },
          { name: words.together, value: togetherRp, text: format.rupiah(togetherRp) },
        ]}
      />
      <details>
        <summary>{words.how}</summary>
        <p>{words.howText}</p>
      </details>
    </section>
  );
};

const useSavingColumns = (
  isSale: boolean,
): readonly Column<Pick<View<'DistrictBroughtView'>, 'togetherRp' | 'aloneRp' | 'savedRp'>>[] => {
  const words = useWords(resultsWords);
  const format = useFormat();
  return [
    {
      name: isSale ? words.sold : words.spent,
      of: ({ togetherRp }) => format.rupiah(togetherRp),
      isNumber: true,
    },
    { name: words.aloneColumn, of: ({ aloneRp }) => format.rupiah(aloneRp), isNumber: true },
    { name: words.savedColumn, of: ({ savedRp }) => format.rupiah(savedRp), isNumber: true },
  ];
};

const Districts = ({ of: results }: { readonly of: Results }) => {
  const words = useWords(resultsWords);
  const format = useFormat();
  const columns = useSavingColumns(results.side === 'sell');
  return (
    <>
      <h2>{words.districts}</h2>
      <Table
        caption={words.districts}
        rows={results.districts}
        keyOf={({ districtCode }) => districtCode}
        columns={[
          { name: words.district, of: ({ districtName }) => districtName },
          { name: words.koperasi, of: ({ koperasiCount }) => format.number(koperasiCount), isNumber: true },
          ...columns,
        ]}
      />
      <div class="buttons">
        <LinkButton href={`/peta/${results.poolId}`} tone="quiet">
          {words.onMap}
        </LinkButton>
      </div>
      {results.koperasi !== null && (
        <details>
          <summary>{words.ofKoperasi}</summary>
          <Table
            caption={words.ofKoperasi}
            rows={results.koperasi}
            keyOf={({ koperasiId }) => koperasiId}
            columns={[{ name: words.koperasi, of: ({ koperasiName }) => koperasiName }, ...columns]}
          />
        </details>
      )}
    </>
  );
};

/** The story of a pool after its close: what it saved, lot by lot, and where. Shown by itself and below the pool. */
export const PoolStory = ({ poolId }: { readonly poolId: string }) => {
  const words = useWords(resultsWords);
  const results = useResults(poolId);
  const lots = useLots(poolId);
  const brought = results.state === 'done' ? results.data.lots : [];
  return (
    <>
      <Answered of={results}>
        {(shown) =>
          shown.lots.length === 0 ? (
            <Empty title={words.noneYet}>{words.noneYetText}</Empty>
          ) : (
            <Savings of={shown} />
          )
        }
      </Answered>
      <h2>{words.lots}</h2>
      <Answered of={lots}>
        {({ data }) =>
          data.length === 0 ? (
            <Empty title={words.noLots}>{words.noLotsText}</Empty>
          ) : (
            <div class="wide-cards">
              {data.map((lot) => (
                <LotResult key={lot.id} lot={lot} brought={brought.find(({ lotId }) => lotId === lot.id)} />
              ))}
            </div>
          )
        }
      </Answered>
      {results.state === 'done' && results.data.lots.length > 0 && <Districts of={results.data} />}
    </>
  );
};
