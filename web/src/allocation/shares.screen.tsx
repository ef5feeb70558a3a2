import type { View } from '../api/api.js';
import { Explained } from '../award/explained.js';
import type { Params } from '../frame/screen.js';
import { LotFrame } from '../lot/lot-frame.js';
import { Stat, Stats } from '../parts/stat.js';
import { Table } from '../parts/table.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { sharesWords } from './shares-words.js';

type Part = View<'KoperasiPartView'>;

const sumOf = (parts: readonly Part[], of: (part: Part) => number): number =>
  parts.reduce((sum, part) => sum + of(part), 0);

const Shares = ({ of: parts, lot }: { readonly of: readonly Part[]; readonly lot: View<'LotView'> }) => {
  const words = useWords(sharesWords);
  const format = useFormat();
  const isSale = lot.side === 'sell';
  const isMasked = parts.some(({ koperasiName }) => koperasiName === null);
  const [asked, packs] = [sumOf(parts, (part) => part.askedPacks), sumOf(parts, (part) => part.packs)];
  const paidRp = sumOf(parts, (part) => part.amountRp);
  const ordered = [...parts].sort(
    (one, other) => other.packs - one.packs || (one.draw < other.draw ? -1 : 1),
  );
  return (
    <>
      <p class="lead">{words.lead(format.number(packs), format.number(parts.length))}</p>
      <Stats>
        <Stat figure={format.shortRupiah(sumOf(parts, (part) => part.savedRp))}>
          {isSale ? words.gain : words.saving}
        </Stat>
        {packs > 0 && <Stat figure={format.rupiah(Math.round(paidRp / packs))}>{words.perPack}</Stat>}
      </Stats>
      <p>
        {words.samePrice} {packs < asked ? words.short(format.number(asked - packs)) : `${words.full}.`}
      </p>
      {isMasked && <p class="small">{words.masked}</p>}
      <Table
        caption={words.table}
        rows={ordered}
        keyOf={({ draw }) => draw}
        columns={[
          {
            name: words.who,
            of: ({ koperasiName, draw }) => koperasiName ?? <span class="hash">{draw.slice(0, 12)}</span>,
          },
          { name: words.asked, of: (part) => format.number(part.askedPacks), isNumber: true },
          { name: words.got, of: (part) => format.number(part.packs), isNumber: true },
          {
            name: isSale ? words.receives : words.amount,
            of: (part) => format.rupiah(part.amountRp),
            isNumber: true,
          },
          {
            name: isSale ? words.gained : words.saved,
            of: (part) => format.rupiah(part.savedRp),
            isNumber: true,
          },
        ]}
      />
      <details>
        <summary>{words.draw}</summary>
        <p>{words.drawText}</p>
      </details>
    </>
  );
};

/** How many packs each order of a lot gets, what it pays, and what that saves. */
const SharesScreen = ({ params: { lotId = '' } }: { readonly params: Params }) => {
  const words = useWords(sharesWords);
  return (
    <LotFrame lotId={lotId} at="/pembagian" title={words.title}>
      {(lot) => <Explained lot={lot}>{({ koperasi }) => <Shares of={koperasi} lot={lot} />}</Explained>}
    </LotFrame>
  );
};

export default SharesScreen;
