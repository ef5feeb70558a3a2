import { sumOf } from '../core/kernel/sum-of.js';
import { formatRupiah, formatWhole } from './format-rupiah.js';
import { wrap } from './lay-out-text.js';
import { quotedLine } from './check-promises.js';
import { meanPrice } from './print-lot.js';
import { reckonCharges } from './reckon-savings.js';
import type { SeasonFacts } from './season-facts.js';
import { unitNames } from './unit-names.js';

/** One koperasi's story: what it was told before it ordered, what it is charged, and what it was told since. */
export const printOne = (facts: SeasonFacts): string[] => {
  const { quoted, lots, pool, partyNames, happenings } = facts;
  const name = partyNames.get(quoted.koperasiId) ?? quoted.koperasiId;
  const lot = lots.find((each) => each.lot.itemId === quoted.itemId);
  if (lot === undefined) return [];
  const item = pool.items.find(({ itemId }) => itemId === quoted.itemId);
  const chargeOf = reckonCharges([lot]);
  const line = quotedLine(facts);
  const own = lot.shares.filter(({ lineId }) => lineId === line?.id);
  const packs = sumOf(own, ({ suppliers }) => sumOf(suppliers, (part) => part.packs));
  const chargedRp = sumOf(own, ({ lineId, suppliers }) =>
    sumOf(suppliers, (part) => chargeOf(lineId, part.supplierId, part.packs)),
  );
  const unit = unitNames[lot.lot.baseUnit] ?? lot.lot.baseUnit;
  const told = happenings.find(({ subjectId }) => subjectId === lot.lot.id);
  return [
    `Yang terjadi bagi ${name} (what happened for one koperasi)`,
    ...wrap(
      `${formatWhole(quoted.quantityPacks)} kemasan ${item?.commodityNameId ?? lot.lot.packCode}: ` +
        `sebelum memesan dijanjikan paling mahal (at worst) ${formatRupiah(quoted.worstRpPerUnit)}/${unit}; ` +
        `akhirnya (in the end) ${meanPrice(chargedRp, packs, lot)}/${unit}, ` +
        `${formatWhole(packs)} kemasan, bayar (to pay) ${formatRupiah(chargedRp)}`,
      '  - ',
      '    ',
    ),
    ...(told === undefined ? [] : wrap(told.textId, '  - ', '    ')),
  ];
};
