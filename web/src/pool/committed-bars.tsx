import { useState } from 'preact/hooks';
import { dataOf } from '../api/api.js';
import { useAsk } from '../api/use-ask.js';
import { Answered } from '../parts/asked.js';
import { Bars } from '../parts/bars.js';
import { Select } from '../parts/field.js';
import { useFormat } from '../words/format.js';
import { useGoods, usePacks } from '../words/packs.js';
import { useWords } from '../words/words.js';
import { manageWords } from './manage-words.js';
import type { Pool } from './use-pool.js';

/** How much of an item is in, kecamatan by kecamatan, drawn and in figures. */
export const CommittedBars = ({ pool }: { readonly pool: Pool }) => {
  const words = useWords(manageWords);
  const format = useFormat();
  const packs = usePacks();
  const nameOf = useGoods();
  const [chosen, setChosen] = useState(pool.items[0]?.itemId ?? '');
  const totals = useAsk(`totals:${pool.id}`, (api) =>
    dataOf(api.GET('/api/v1/pools/{poolId}/totals', { params: { path: { poolId: pool.id } } })),
  );
  return (
    <Answered of={totals}>
      {({ data }) => {
        if (data.length === 0) return <p>{words.noTotals}</p>;
        const item = pool.items.find(({ itemId }) => itemId === chosen);
        const rows = data
          .filter(({ itemId }) => itemId === chosen)
          .sort((a, b) => b.quantityPacks - a.quantityPacks);
        return (
          <>
            {pool.items.length > 1 && (
              <Select
                label={words.items}
                value={chosen}
                onChange={setChosen}
                choices={pool.items.map((each) => ({ value: each.itemId, name: nameOf(each) }))}
              />
            )}
            {rows.length === 0 && <p>{words.noTotals}</p>}
            {item !== undefined && rows.length > 0 && (
              <Bars
                of={rows.map(({ districtName, quantityPacks, koperasiCount }) => ({
                  name: districtName,
                  value: quantityPacks,
                  text: words.asked(packs.count(quantityPacks, item.packCode), format.number(koperasiCount)),
                }))}
              />
            )}
          </>
        );
      }}
    </Answered>
  );
};
