import { allRows } from '../api/all-rows.js';
import { dataOf, type View } from '../api/api.js';
import { useAsk } from '../api/use-ask.js';
import { Answered } from '../parts/asked.js';
import { Badge } from '../parts/badge.js';
import { Meter } from '../parts/meter.js';
import { Table } from '../parts/table.js';
import { useFormat } from '../words/format.js';
import { useLanguage } from '../words/language.js';
import { useWords } from '../words/words.js';
import { manageWords } from '../pool/manage-words.js';

const PAGE = 200;
const tones = { planned: 'plain', dispatched: 'waiting', received: 'good' } as const;

/** Every drop of a pool with how it stands, and whether all that was shipped is accounted for. */
export const PoolDrops = ({ poolId }: { readonly poolId: string }) => {
  const words = useWords(manageWords);
  const format = useFormat();
  const isId = useLanguage() === 'id';
  const asked = useAsk(`pool-drops:${poolId}`, async (api) => {
    const drops = await allRows((cursor) =>
      dataOf(
        api.GET('/api/v1/drops', {
          params: { query: { poolId, limit: PAGE, ...(cursor === undefined ? {} : { cursor }) } },
        }),
      ),
    );
    if (drops.length === 0) return { drops, checks: [] };
    const { checks } = await dataOf(
      api.GET('/api/v1/pools/{poolId}/summary', { params: { path: { poolId } } }),
    );
    return { drops, checks };
  });
  const goodsOf = ({ goods }: View<'DropView'>): string =>
    goods
      .map((one) => {
        const quantity = format.quantity(one.packs * one.packSizeMilli, one.baseUnit);
        return `${isId ? one.commodityNameId : one.commodityNameEn} ${quantity}`;
      })
      .join(', ');
  return (
    <>
      <h2>{words.drops}</h2>
      <Answered of={asked}>
        {({ drops, checks }) => {
          if (drops.length === 0) return <p>{words.noDrops}</p>;
          const received = drops.filter(({ state }) => state === 'received').length;
          const said = words.dropsCount(format.number(received), format.number(drops.length));
          const apart = checks.filter(({ holds }) => !holds).length;
          return (
            <>
              <p class="strong">{said}</p>
              <Meter label={words.drops} value={received} most={drops.length} text={said} />
              <p>{apart === 0 ? words.allMatch : words.mismatch(format.number(apart))}</p>
              <details>
                <summary>{words.drops}</summary>
                <Table
                  caption={words.drops}
                  rows={drops}
                  keyOf={({ id }) => id}
                  columns={[
                    { name: words.from, of: ({ supplierName }) => supplierName },
                    { name: words.to, of: ({ koperasiName }) => koperasiName },
                    { name: words.goods, of: goodsOf },
                    {
                      name: words.state,
                      of: ({ state, receivedAt }) => (
                        <>
                          <Badge tone={tones[state]}>{words[state]}</Badge>{' '}
                          {receivedAt !== null && format.dateTime(receivedAt)}
                        </>
                      ),
                    },
                  ]}
                />
              </details>
            </>
          );
        }}
      </Answered>
    </>
  );
};
