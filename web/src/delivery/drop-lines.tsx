import type { View } from '../api/api.js';
import { Table } from '../parts/table.js';
import { useFormat } from '../words/format.js';
import { useGoods, usePacks } from '../words/packs.js';
import { useWords } from '../words/words.js';
import { deliveryWords } from './words.js';

type DropLine = View<'DropLineView'>;

/** What is on a drop, and once it was counted what became of it. */
export const DropLines = ({ drop }: { readonly drop: View<'DropDetailView'> }) => {
  const words = useWords(deliveryWords);
  const format = useFormat();
  const packs = usePacks();
  const nameOf = useGoods();
  const isCounted = drop.state === 'received';
  // A kitchen's packs are for a day: those of several days come together.
  const named = (line: DropLine) =>
    line.beneficiaryId === drop.koperasiId ? (
      nameOf(line)
    ) : (
      <span>
        {nameOf(line)}, {words.forParty(line.beneficiaryName)}
        <span class="small row-under">{format.day(line.neededBy)}</span>
      </span>
    );
  const counted = (line: DropLine): string =>
    [
      [words.accepted, line.acceptedPacks],
      [words.damaged, line.damagedPacks],
      [words.missing, line.missingPacks],
      [words.quarantined, line.quarantinedPacks],
    ]
      .filter(([, count]) => Number(count) > 0)
      .map(([name, count]) => `${String(name)} ${String(count)}`)
      .concat(line.grades.map(({ code, packs: some }) => words.ofGrade(code, String(some))))
      .join(', ');
  return (
    <Table
      caption={words.loaded}
      rows={drop.lines}
      keyOf={({ lineId }) => lineId}
      columns={[
        { name: words.item, of: named },
        { name: words.note, of: (line) => packs.both(line.shippedPacks, line), isNumber: true },
        ...(isCounted ? [{ name: words.result, of: counted }] : []),
      ]}
    />
  );
};
