import { sumOf } from '../core/kernel/sum-of.js';
import { formatPercent, formatRupiah, formatWhole } from './format-rupiah.js';
import { tableRow, wrap } from './lay-out-text.js';
import { addSavings, type KoperasiSaving, type Saving } from './reckon-savings.js';
import type { LotFacts, SeasonFacts } from './season-facts.js';
import { unitNames } from './unit-names.js';

/** Sums of money side by side: what it would have cost alone, what it cost together, and the difference. */
export const printSaving = ({ togetherRp, aloneRp }: Saving): string => {
  const saved = aloneRp - togetherRp;
  return (
    `sendiri (alone) ${formatRupiah(aloneRp)}, bersama (together) ${formatRupiah(togetherRp)}` +
    `, hemat (saved) ${formatRupiah(saved)} (${formatPercent(saved, aloneRp)})`
  );
};

/** The mean price per base unit. */
export const meanPrice = (amount: number, packs: number, { lot }: LotFacts): string =>
  packs === 0 ? '–' : formatRupiah(Math.round(amount / ((packs * lot.packSizeMilli) / 1000)));

/** Who asks least comes first, as the eye looks for it; equal prices by name. */
const cheapestFirst = (lines: LotFacts['award']['lines']): LotFacts['award']['lines'] =>
  [...lines].sort(
    (one, other) =>
      one.priceRpPerUnit - other.priceRpPerUnit || (one.supplierName < other.supplierName ? -1 : 1),
  );

const printLosers = ({ award }: LotFacts): string[] =>
  award.losingBids.flatMap(({ supplierName, id }) => wrap(`${supplierName}: ${id}`, '  - ', '    '));

/** One lot: who serves it at which price, what that saves, and why the others do not. */
export const printLot = (
  facts: LotFacts,
  pool: SeasonFacts['pool'],
  savings: readonly KoperasiSaving[],
): string[] => {
  const { lot, award } = facts;
  const unit = unitNames[lot.baseUnit] ?? lot.baseUnit;
  const name = pool.items.find(({ itemId }) => itemId === lot.itemId)?.commodityNameId ?? lot.commodityCode;
  const total = addSavings(savings);
  const packs = sumOf(savings, (saving) => saving.packs);
  const size = `${formatWhole(lot.packSizeMilli / 1000)} ${unit}`;
  const unserved = award.unservedPacks > 0 ? `, kurang (short) ${formatWhole(award.unservedPacks)}` : '';
  return [
    ...wrap(
      `${name}, kemasan (packs of) ${size}: ${lot.koperasiCount} koperasi minta (asked) ` +
        `${formatWhole(lot.quantityPacks)}, dapat (got) ${formatWhole(award.awardedPacks)}${unserved}`,
      '',
      '  ',
    ),
    tableRow('pemasok (supplier)', ['kemasan (packs)', `harga/${unit}`, 'biaya (cost)']),
    ...cheapestFirst(award.lines).map((line) =>
      tableRow(line.supplierName, [
        formatWhole(line.packs),
        formatRupiah(line.priceRpPerUnit),
        formatRupiah(line.amountRp),
      ]),
    ),
    tableRow('jumlah (total), harga rata-rata (mean price)', [
      formatWhole(award.awardedPacks),
      meanPrice(award.costRp, award.awardedPacks, facts),
      formatRupiah(award.costRp),
    ]),
    ...wrap(
      `harga/${unit} (price): sendiri (alone) ${meanPrice(total.aloneRp, packs, facts)}, ` +
        `bersama (together) ${meanPrice(total.togetherRp, packs, facts)}, ` +
        `batas (ceiling) ${formatRupiah(lot.ceilingRpPerUnit)}`,
      '  ',
      '  ',
    ),
    ...wrap(printSaving(total), '  ', '  '),
    ...(award.losingBids.length > 0 ? ['  kalah (lost):', ...printLosers(facts)] : []),
  ];
};
