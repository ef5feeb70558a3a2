import { Link, useSearch } from 'wouter-preact';
import { dataOf } from '../api/api.js';
import { actingParty } from '../api/session.js';
import { useTitle } from '../frame/head.js';
import { Answered, Empty } from '../parts/asked.js';
import { Badge } from '../parts/badge.js';
import { Choices } from '../parts/choices.js';
import { MoreButton } from '../parts/more-button.js';
import { useRows } from '../parts/more-rows.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { orderTones, orderWords } from './order-words.js';

const states = [
  ['', undefined, 'all'],
  ['boleh-dikirim', 'issued', 'issued'],
  ['ditahan', 'held', 'held'],
  ['di-jalan', 'under-way', 'under-way'],
  ['selesai', 'fulfilled', 'fulfilled'],
] as const;

/** Purchase orders of a party, as buyer or seller; an organiser's of all its pools. */
const OrdersScreen = () => {
  const words = useWords(orderWords);
  const format = useFormat();
  useTitle(words.orders);
  const partyId = actingParty()?.partyId ?? '';
  const wanted = new URLSearchParams(useSearch()).get('keadaan');
  const [slug, state] = states.find(([name]) => name === wanted) ?? states[0];
  const orders = useRows(`orders:${partyId}:${state ?? ''}`, (api, cursor) =>
    dataOf(
      api.GET('/api/v1/purchase-orders', {
        params: {
          query: { ...(state === undefined ? {} : { state }), ...(cursor === undefined ? {} : { cursor }) },
        },
      }),
    ),
  );
  const pathOf = (name: string): string => `/pesanan-pembelian${name === '' ? '' : `?keadaan=${name}`}`;
  return (
    <>
      <h1>{words.orders}</h1>
      <p class="lead">{words.about}</p>
      <Choices
        label={words.states}
        now={pathOf(slug)}
        of={states.map(([name, , word]): [string, string] => [pathOf(name), words[word]])}
      />
      <Answered of={orders.first}>
        {() =>
          orders.rows.length === 0 ? (
            <Empty title={words.none}>
              <p>{words.noneNext}</p>
            </Empty>
          ) : (
            <ul class="rows">
              {orders.rows.map((order) => (
                <li key={order.id}>
                  <Link href={`/pesanan-pembelian/${order.id}`} class="row-link">
                    <span>
                      <span class="row-name">
                        {order.sellerId === partyId
                          ? words.to(order.receiverName)
                          : `${words.from(order.sellerName)} ${words.to(order.receiverName)}`}
                      </span>
                      <span class="small">
                        {order.number} · {words.needed} {format.date(order.neededBy)}
                      </span>
                    </span>
                    <span class="row-end">
                      <strong>{format.rupiah(order.amountRp)}</strong>{' '}
                      <Badge tone={orderTones[order.state]}>{words[order.state]}</Badge>
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
      <MoreButton of={orders} />
    </>
  );
};

export default OrdersScreen;
