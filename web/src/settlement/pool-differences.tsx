import { Link } from 'wouter-preact';
import { dataOf, type View } from '../api/api.js';
import { Answered } from '../parts/asked.js';
import { Card } from '../parts/card.js';
import { MoreButton } from '../parts/more-button.js';
import { useRows } from '../parts/more-rows.js';
import { useFormat } from '../words/format.js';
import { useLanguage } from '../words/language.js';
import { usePacks } from '../words/packs.js';
import { useWords } from '../words/words.js';
import { differenceWords } from './difference-words.js';

type Difference = View<'DropDifferenceView'>;

const Goods = ({ of: goods }: { readonly of: Difference['goods'][number] }) => {
  const words = useWords(differenceWords);
  const packs = usePacks();
  const isId = useLanguage() === 'id';
  const count = (of: number): string => packs.count(of, goods.packCode);
  const faults = (['missing', 'damaged', 'quarantined'] as const)
    .filter((fault) => goods[`${fault}Packs`] > 0)
    .map((fault) => words[fault](count(goods[`${fault}Packs`])));
  return (
    <li>
      <strong>{isId ? goods.commodityNameId : goods.commodityNameEn}</strong>: {faults.join(', ')}{' '}
      {words.of(count(goods.shippedPacks))}
    </li>
  );
};

/** What became of it in money. */
const Outcome = ({ of: difference }: { readonly of: Difference }) => {
  const words = useWords(differenceWords);
  const format = useFormat();
  const { invoiceId, invoicedRp, creditedRp, credit } = difference;
  if (invoiceId === null || invoicedRp === null) return <p class="small">{words.noInvoice}</p>;
  return (
    <>
      <p>
        {words.invoiced(format.rupiah(invoicedRp))}.{' '}
        {credit === 'none' ? (
          words.nothingBack
        ) : (
          <strong>{(credit === 'open' ? words.owed : words.paid)(format.rupiah(creditedRp))}.</strong>
        )}
      </p>
      <p>
        <Link href={`/faktur/${invoiceId}`}>{words.toInvoice}</Link>
      </p>
    </>
  );
};

/** Drops of a pool of which not all was accepted, and what became of it. */
export const PoolDifferences = ({ poolId }: { readonly poolId: string }) => {
  const words = useWords(differenceWords);
  const format = useFormat();
  const rows = useRows(`differences:${poolId}`, (api, cursor) =>
    dataOf(
      api.GET('/api/v1/pools/{poolId}/differences', {
        params: { path: { poolId }, query: cursor === undefined ? {} : { cursor } },
      }),
    ),
  );
  return (
    <section>
      <h2>{words.title}</h2>
      <Answered of={rows.first}>
        {() =>
          rows.rows.length === 0 ? (
            <p>{words.none}</p>
          ) : (
            <>
              <p>{words.about}</p>
              <div class="cards">
                {rows.rows.map((difference) => (
                  <Card key={difference.dropId} title={difference.receiverName}>
                    <p class="small">
                      {difference.senderName} · {format.dateTime(difference.receivedAt)}
                      {difference.deliveryNote !== null && ` · ${words.note(difference.deliveryNote)}`}
                    </p>
                    <ul>
                      {difference.goods.map((goods) => (
                        <Goods key={goods.packCode} of={goods} />
                      ))}
                    </ul>
                    <Outcome of={difference} />
                  </Card>
                ))}
              </div>
            </>
          )
        }
      </Answered>
      <MoreButton of={rows} />
    </section>
  );
};
