import { dataOf, type View } from '../api/api.js';
import { useAsk } from '../api/use-ask.js';
import { Answered } from '../parts/asked.js';
import { Table } from '../parts/table.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { orderWords } from './order-words.js';

/** Order, receipt and bills of each line in one table: what agrees is what is paid. */
export const OrderMatch = ({
  orderId,
  nameOf,
  lines,
}: {
  readonly orderId: string;
  readonly lines: readonly View<'PurchaseOrderLineView'>[];
  readonly nameOf: (line: View<'PurchaseOrderLineView'>) => string;
}) => {
  const words = useWords(orderWords);
  const format = useFormat();
  const asked = useAsk(`order-match:${orderId}`, (api) =>
    dataOf(api.GET('/api/v1/purchase-orders/{orderId}/match', { params: { path: { orderId } } })),
  );
  const both = (packs: number, amountRp: number) => `${format.number(packs)} · ${format.rupiah(amountRp)}`;
  return (
    <section>
      <h2>{words.match}</h2>
      <p>{words.matchAbout}</p>
      <Answered of={asked}>
        {({ lines: matched }) => (
          <Table
            caption={words.match}
            rows={matched}
            keyOf={({ orderLineId }) => orderLineId}
            columns={[
              {
                name: words.goods,
                of: ({ orderLineId }) => {
                  const line = lines.find(({ id }) => id === orderLineId);
                  return line === undefined ? '' : nameOf(line);
                },
              },
              { name: words.ordered, of: (line) => both(line.orderedPacks, line.orderedRp), isNumber: true },
              {
                name: words.received,
                of: (line) => (line.isReceived ? both(line.acceptedPacks, line.acceptedRp) : words.notYet),
                isNumber: true,
              },
              {
                name: words.billed,
                of: (line) => {
                  if (!line.isBilledBySeller) return line.isReceived ? words.byReceipt : words.notYet;
                  return both(line.billedPacks, line.billedRp);
                },
                isNumber: true,
              },
              { name: words.agrees, of: (line) => format.rupiah(line.matchedRp), isNumber: true },
              { name: words.held_back, of: (line) => format.rupiah(line.heldRp), isNumber: true },
            ]}
          />
        )}
      </Answered>
    </section>
  );
};
