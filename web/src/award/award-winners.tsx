import type { View } from '../api/api.js';
import { Bars } from '../parts/bars.js';
import { Table } from '../parts/table.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { explainedWords } from './explained-words.js';

type Line = View<'AwardLineView'>;

const Winner = ({ of: line, lot }: { readonly of: Line; readonly lot: View<'LotView'> }) => {
  const words = useWords(explainedWords);
  const format = useFormat();
  const besides = [
    [words.surcharge, line.surchargeRp],
    [words.freight, line.freightRp],
    [words.tax, line.taxRp],
    [words.fixed, line.fixedRp],
  ] as const;
  const paid = besides.filter(([, amountRp]) => amountRp > 0);
  const names = new Map(lot.zones.map(({ districtCode, districtName }) => [districtCode, districtName]));
  return (
    <details>
      <summary>{words.zones(line.supplierName)}</summary>
      <p>
        {words.tier(line.tierNo)}.
        {paid.length > 0 &&
          ` ${words.besides}: ${paid.map(([name, amountRp]) => `${name} ${format.rupiah(amountRp)}`).join(', ')}.`}
      </p>
      <Table
        caption={words.zones(line.supplierName)}
        rows={line.zones}
        keyOf={({ zoneCode }) => zoneCode}
        columns={[
          { name: words.district, of: ({ zoneCode }) => names.get(zoneCode) ?? zoneCode },
          { name: words.packs, of: ({ packs }) => format.number(packs), isNumber: true },
          { name: words.amount, of: ({ amountRp }) => format.rupiah(amountRp), isNumber: true },
        ]}
      />
    </details>
  );
};

/** Who delivers how much at which price, drawn and in figures. */
export const AwardWinners = ({
  lines,
  lot,
}: {
  readonly lines: readonly Line[];
  readonly lot: View<'LotView'>;
}) => {
  const words = useWords(explainedWords);
  const format = useFormat();
  const ordered = [...lines].sort((one, other) => other.packs - one.packs);
  return (
    <>
      <h2>{words.winners}</h2>
      <Bars
        most={lot.quantityPacks}
        of={ordered.map(({ supplierName, packs, priceRpPerUnit }) => ({
          name: supplierName,
          value: packs,
          text: words.winner(format.number(packs), format.rupiah(priceRpPerUnit), format.unit(lot.baseUnit)),
        }))}
      />
      {ordered.map((line) => (
        <Winner key={line.supplierId} of={line} lot={lot} />
      ))}
    </>
  );
};
