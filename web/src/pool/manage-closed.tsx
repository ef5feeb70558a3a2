import { allRows } from '../api/all-rows.js';
import { dataOf } from '../api/api.js';
import { useAsk } from '../api/use-ask.js';
import { LotBadge } from '../lot/lot-state.js';
import { useGoodsName } from '../lot/use-lot.js';
import { useLots } from '../monitoring/use-results.js';
import { Answered, Empty } from '../parts/asked.js';
import { Card } from '../parts/card.js';
import { Table } from '../parts/table.js';
import { useFormat } from '../words/format.js';
import { useGoods, usePacks } from '../words/packs.js';
import { useWords } from '../words/words.js';
import { manageWords } from './manage-words.js';
import type { Pool } from './use-pool.js';

const PAGE = 200;

/** The lots of a pool, each with how far it is, and the way to its award. */
export const ManagedLots = ({ pool }: { readonly pool: Pool }) => {
  const words = useWords(manageWords);
  const format = useFormat();
  const packs = usePacks();
  const nameOf = useGoodsName();
  const lots = useLots(pool.id);
  return (
    <>
      <h2>{words.lots}</h2>
      <Answered of={lots}>
        {({ data }) =>
          data.length === 0 ? (
            <Empty title={words.noLots} />
          ) : (
            <div class="wide-cards">
              {data.map((lot) => (
                <Card
                  key={lot.id}
                  href={`/paket/${lot.id}/tinjau`}
                  title={nameOf(lot).goods}
                  aside={<LotBadge state={lot.state} />}
                >
                  <p>{words.asked(packs.both(lot.quantityPacks, lot), format.number(lot.koperasiCount))}</p>
                </Card>
              ))}
            </div>
          )
        }
      </Answered>
    </>
  );
};

/** Orders that came into no lot, each with its reason. */
export const RefusedLines = ({ pool }: { readonly pool: Pool }) => {
  const words = useWords(manageWords);
  const packs = usePacks();
  const nameOf = useGoods();
  const asked = useAsk(`refused:${pool.id}`, async (api) => {
    const lines = await allRows((cursor) =>
      dataOf(
        api.GET('/api/v1/pools/{poolId}/refused-lines', {
          params: {
            path: { poolId: pool.id },
            query: { limit: PAGE, ...(cursor === undefined ? {} : { cursor }) },
          },
        }),
      ),
    );
    if (lines.length === 0) return { lines, names: new Map<string, string>() };
    const koperasi = await allRows((cursor) =>
      dataOf(
        api.GET('/api/v1/parties', {
          params: {
            query: { kind: 'koperasi', limit: PAGE, ...(cursor === undefined ? {} : { cursor }) },
          },
        }),
      ),
    );
    return { lines, names: new Map(koperasi.map(({ id, name }) => [id, name])) };
  });
  return (
    <>
      <h2>{words.refused}</h2>
      <Answered of={asked}>
        {({ lines, names }) =>
          lines.length === 0 ? (
            <p>{words.noRefused}</p>
          ) : (
            <Table
              caption={words.refused}
              rows={lines}
              keyOf={({ lineId }) => lineId}
              columns={[
                { name: words.koperasi, of: ({ koperasiId }) => names.get(koperasiId) ?? '' },
                {
                  name: words.order,
                  of: ({ itemId, quantityPacks }) => {
                    const item = pool.items.find((one) => one.itemId === itemId);
                    return item === undefined
                      ? ''
                      : `${nameOf(item)} ${packs.count(quantityPacks, item.packCode)}`;
                  },
                },
                {
                  name: words.why,
                  of: ({ refusal }) => (refusal === null ? '' : words[refusal]),
                  isText: true,
                },
              ]}
            />
          )
        }
      </Answered>
    </>
  );
};

/** What was declared for a missed minimum, and what came of it. */
export const RescueOutcome = ({ pool }: { readonly pool: Pool }) => {
  const words = useWords(manageWords);
  const format = useFormat();
  const packs = usePacks();
  const nameOf = useGoods();
  const { rescue } = pool;
  if (rescue === null) return null;
  return (
    <>
      <h2>{words.rescue}</h2>
      {rescue.wasToCloseAt !== null && <p>{words.extended(format.dateTime(rescue.wasToCloseAt))}</p>}
      <Table
        caption={words.rescue}
        rows={rescue.items.flatMap((one) => {
          const item = pool.items.find(({ itemId }) => itemId === one.itemId);
          return item === undefined ? [] : [{ ...one, item }];
        })}
        keyOf={({ itemId }) => itemId}
        columns={[
          { name: words.items, of: ({ item }) => nameOf(item) },
          {
            name: words.target,
            isNumber: true,
            of: ({ minimumPacks, item }) => packs.count(minimumPacks, item.packCode),
          },
          {
            name: words.gathered,
            isNumber: true,
            of: ({ committedPacks, item }) =>
              committedPacks === null ? '–' : packs.count(committedPacks, item.packCode),
          },
          {
            name: words.outcome,
            of: ({ outcome }) =>
              outcome === null
                ? pool.closedAt === null
                  ? '–'
                  : words.reached
                : outcome === 'cancelled'
                  ? words.cancelledItem
                  : words[outcome],
          },
        ]}
      />
    </>
  );
};
