import { Link } from 'wouter-preact';
import type { View } from '../api/api.js';
import { Table } from '../parts/table.js';
import { useFormat } from '../words/format.js';
import { useGoods, usePacks } from '../words/packs.js';
import { useWords } from '../words/words.js';
import { billWords } from './bill-words.js';

type Line = View<'BillLineView'>;

/** Each line of a bill beside what was ordered and received, and in words how it differs. */
export const BillLines = ({ of: lines }: { readonly of: readonly Line[] }) => {
  const words = useWords(billWords);
  const format = useFormat();
  const packs = usePacks();
  const goods = useGoods();
  const nameOf = (line: Line): string => {
    const { commodityNameId, commodityNameEn, description, isFixedCharge } = line;
    if (commodityNameId === null || commodityNameEn === null) return description;
    const name = goods({ commodityNameId, commodityNameEn });
    return isFixedCharge ? words.fixed(name) : name;
  };
  const count = (line: Line, some: number): string =>
    line.packCode === null || line.isFixedCharge ? format.number(some) : packs.count(some, line.packCode);
  const both = (line: Line, some: number, amountRp: number): string =>
    `${count(line, some)} · ${format.rupiah(amountRp)}`;
  return (
    <Table
      caption={words.lines}
      rows={lines}
      keyOf={({ lineNo }) => String(lineNo)}
      columns={[
        {
          name: words.goods,
          of: (line) => (
            <span>
              <strong>{nameOf(line)}</strong>
              {line.orderId !== null && line.orderNumber !== null && (
                <>
                  <br />
                  <Link href={`/pesanan-pembelian/${line.orderId}`} class="small">
                    {words.ofOrder(line.orderNumber)}
                  </Link>
                </>
              )}
            </span>
          ),
        },
        {
          name: words.ordered,
          of: (line) =>
            line.orderLineId === null ? words.notOrdered : both(line, line.orderedPacks, line.orderedRp),
          isNumber: true,
        },
        {
          name: words.received,
          of: (line) => (line.isReceived ? count(line, line.acceptedPacks) : words.notYet),
          isNumber: true,
        },
        { name: words.billed, of: (line) => both(line, line.packs, line.amountRp), isNumber: true },
        { name: words.pays, of: (line) => format.rupiah(line.matchedRp), isNumber: true },
        {
          name: words.difference,
          of: (line) =>
            line.differences.length === 0
              ? words.noDifference
              : line.differences
                  .map(({ kind, packs: some, amountRp }) =>
                    words[kind](count(line, some), format.rupiah(amountRp)),
                  )
                  .join('; '),
        },
      ]}
    />
  );
};
