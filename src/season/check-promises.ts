import { amountRp } from '../core/kernel/quantity.js';
import { compare, expectNone, type SeasonCheck } from './compare-numbers.js';
import { sumOf } from '../core/kernel/sum-of.js';
import { formatRupiah } from './format-rupiah.js';
import { reckonCharges } from './reckon-savings.js';
import type { LotFacts, SeasonFacts } from './season-facts.js';

/** The line that the koperasi placed after it had asked. */
export const quotedLine = ({
  commitments,
  quoted,
}: SeasonFacts): SeasonFacts['commitments'][number] | undefined =>
  commitments.find((line) => line.itemId === quoted.itemId && line.beneficiaryId === quoted.koperasiId);

/** Each served line with what it is charged and the most that its commitment was promised to cost. */
const checkWorst = (facts: SeasonFacts): SeasonCheck => {
  const worst = new Map(facts.commitments.map(({ id, worstLandedRp }) => [id, worstLandedRp]));
  const chargeOf = reckonCharges(facts.lots);
  const lines = facts.lots.flatMap(({ lot, shares }) =>
    shares
      .filter(({ suppliers }) => suppliers.length > 0)
      .map(({ lineId, koperasiId, suppliers }) => ({
        of: `${facts.partyNames.get(koperasiId) ?? koperasiId}, ${lot.packCode}`,
        paidRp: sumOf(suppliers, ({ supplierId, packs }) => chargeOf(lineId, supplierId, packs)),
        worstRp: amountRp(
          sumOf(suppliers, ({ packs }) => packs),
          lot.packSizeMilli,
          worst.get(lineId) ?? 0,
        ),
      })),
  );
  return expectNone(
    'Tak ada yang membayar di atas janji termahalnya (nobody pays above the worst quoted)',
    lines
      .filter(({ paidRp, worstRp }) => !(paidRp <= worstRp))
      .map(({ of, paidRp, worstRp }) => `${of}: ${formatRupiah(paidRp)} > ${formatRupiah(worstRp)}`),
    lines.length,
  );
};

/** What a lot costs, and what its packs would at a price: equal to the last rupiah or less. */
const isAtMost = ({ lot, award }: LotFacts, priceRpPerUnit: number): boolean =>
  sumOf(award.lines, (line) => line.amountRp) <=
  amountRp(
    sumOf(award.lines, ({ packs }) => packs),
    lot.packSizeMilli,
    priceRpPerUnit,
  );

const checkGuarantees = ({ guarantees, lots }: SeasonFacts): SeasonCheck =>
  expectNone(
    'Harga terjamin saat tutup ditepati (the meter’s guarantee at close is kept)',
    guarantees
      .filter(({ itemId, guaranteedRpPerUnit }) => {
        const lot = lots.find((each) => each.lot.itemId === itemId);
        return lot === undefined || !isAtMost(lot, guaranteedRpPerUnit);
      })
      .map(({ packCode, guaranteedRpPerUnit }) => `${packCode}: > ${formatRupiah(guaranteedRpPerUnit)}`),
    guarantees.length,
  );

/** What koperasi were told before they ordered, held against what they are charged. */
export const checkPromises = (facts: SeasonFacts): SeasonCheck[] => [
  compare(
    'Perkiraan termahal = janji di pesanan (worst quoted = promised with the order)',
    facts.quoted.worstRpPerUnit,
    quotedLine(facts)?.worstLandedRp ?? Number.NaN,
  ),
  checkWorst(facts),
  checkGuarantees(facts),
];
