import { dataOf, type View } from '../api/api.js';
import { actingParty } from '../api/session.js';
import { useAsk } from '../api/use-ask.js';
import { useTitle } from '../frame/head.js';
import type { Params } from '../frame/screen.js';
import { Answered } from '../parts/asked.js';
import { Badge } from '../parts/badge.js';
import { LinkButton } from '../parts/button.js';
import { Download } from '../parts/download.js';
import { Facts } from '../parts/facts.js';
import { Path } from '../parts/path.js';
import { Table } from '../parts/table.js';
import { useFormat } from '../words/format.js';
import { useGoods, usePacks } from '../words/packs.js';
import { useWords } from '../words/words.js';
import { OrderMatch } from './order-match.js';
import { orderTones, orderWords } from './order-words.js';

type Line = View<'PurchaseOrderLineView'>;

const Papers = ({ of: { id, number } }: { readonly of: View<'PurchaseOrderDetailView'> }) => {
  const words = useWords(orderWords);
  const params = { path: { orderId: id } };
  const name = `surat-pesanan-${number.replaceAll('/', '-')}`;
  return (
    <div class="buttons">
      <Download
        name={`${name}.pdf`}
        ask={(api) => dataOf(api.GET('/api/v1/purchase-orders/{orderId}/file', { params, parseAs: 'blob' }))}
      >
        {words.pdf}
      </Download>
      <Download
        name={`${name}.xlsx`}
        ask={(api) => dataOf(api.GET('/api/v1/purchase-orders/{orderId}/sheet', { params, parseAs: 'blob' }))}
      >
        {words.sheet}
      </Download>
    </div>
  );
};

/** The one next step: delivering for who sells, the delivery for who receives. */
const NextStep = ({ of: order }: { readonly of: View<'PurchaseOrderDetailView'> }) => {
  const words = useWords(orderWords);
  const partyId = actingParty()?.partyId;
  if (partyId === order.sellerId)
    return (
      <p class="buttons">
        {order.state === 'issued' && <LinkButton href={`/antar/${order.dropId}`}>{words.toDrop}</LinkButton>}
        <LinkButton
          href={`/pesanan-pembelian/${order.id}/tagih`}
          // Where the organiser resells it is what is paid by; else the receipt is.
          tone={order.state === 'fulfilled' && order.buyerId !== order.receiverId ? 'main' : 'quiet'}
        >
          {words.toBill}
        </LinkButton>
      </p>
    );
  if (partyId !== order.receiverId) return null;
  return (
    <p class="buttons">
      <LinkButton href={`/kiriman/${order.dropId}`}>{words.toReceive}</LinkButton>
    </p>
  );
};

/** One purchase order: who buys what from whom, where it goes, how far it is, what of it is paid. */
const OrderScreen = ({ params: { orderId = '' } }: { readonly params: Params }) => {
  const words = useWords(orderWords);
  const format = useFormat();
  const packs = usePacks();
  const goods = useGoods();
  const asked = useAsk(`order:${orderId}`, (api) =>
    dataOf(api.GET('/api/v1/purchase-orders/{orderId}', { params: { path: { orderId } } })),
  );
  const title = asked.state === 'done' ? words.orderOf(asked.data.number) : words.order;
  useTitle(title);
  const nameOf = (line: Line): string =>
    line.kind === 'fixed-charge' ? words.fixed(goods(line)) : goods(line);
  return (
    <>
      <Path name={words.orders} steps={[['/pesanan-pembelian', words.orders]]} />
      <h1>{title}</h1>
      <Answered of={asked}>
        {(order) => {
          const place = [order.receiverVillage, order.receiverDistrict].filter((name) => name !== null);
          return (
            <>
              <p>
                <Badge tone={orderTones[order.state]}>{words[order.state]}</Badge>{' '}
                {words[`${order.state}Next`]}
              </p>
              <p class="amount">{format.rupiah(order.amountRp)}</p>
              <p class="spelled">
                {words.words}: <em>{order.words}</em>
              </p>
              <NextStep of={order} />
              <Facts
                of={[
                  [words.buyer, order.buyerName],
                  [words.seller, order.sellerName],
                  [words.receiver, order.receiverName],
                  order.pickupPlace === null
                    ? [words.place, place.join(', ')]
                    : [words.fetched, order.pickupPlace],
                  [words.needed, format.day(order.neededBy)],
                  [words.pool, order.poolTitle],
                  [words.issuedAt, format.dateTime(order.issuedAt)],
                  ...(order.changedAt === null
                    ? []
                    : [
                        [
                          words.revision,
                          words.revised(format.number(order.revision - 1), format.dateTime(order.changedAt)),
                        ] as const,
                      ]),
                ]}
              />
              <Table
                caption={words.lines}
                rows={order.lines}
                keyOf={({ id }) => id}
                columns={[
                  { name: words.goods, of: nameOf },
                  {
                    name: words.quantity,
                    of: (line) => (line.kind === 'goods' ? packs.both(line.packs, line) : '1'),
                    isNumber: true,
                  },
                  {
                    name: words.price,
                    of: (line) =>
                      line.kind === 'goods' ? packs.perUnit(line.priceRpPerUnit, line.baseUnit) : '–',
                    isNumber: true,
                  },
                  {
                    name: words.tax,
                    of: ({ taxRp }) => (taxRp === 0 ? '–' : format.rupiah(taxRp)),
                    isNumber: true,
                  },
                  { name: words.amount, of: ({ amountRp }) => format.rupiah(amountRp), isNumber: true },
                ]}
              />
              <OrderMatch orderId={order.id} lines={order.lines} nameOf={nameOf} />
              <Papers of={order} />
            </>
          );
        }}
      </Answered>
    </>
  );
};

export default OrderScreen;
