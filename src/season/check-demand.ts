import { packsFor } from '../core/kernel/quantity.js';
import type { CommitmentAnswer } from './demand-answers.js';
import { compare, comparePairs, expectNone, type SeasonCheck } from './compare-numbers.js';
import { sumOf } from '../core/kernel/sum-of.js';
import { itemOf } from './open-pool.js';
import { plannedPacks } from './plan-season.js';
import type { SeasonFacts } from './season-facts.js';

const packs = (line: { readonly quantityPacks: number }): number => line.quantityPacks;

const active = ({ commitments }: SeasonFacts): CommitmentAnswer[] =>
  commitments.filter(({ state }) => state === 'active');

const ownLine = (facts: SeasonFacts, koperasi: string, packCode: string): CommitmentAnswer | undefined => {
  const koperasiId = facts.partyIds.get(koperasi);
  const itemId = itemOf(facts.pool, packCode);
  return facts.commitments.find((line) => line.itemId === itemId && line.beneficiaryId === koperasiId);
};

const checkKitchenLines = (facts: SeasonFacts): SeasonCheck => {
  const joined = new Map(facts.commitments.map((line) => [line.requirementLineId, line]));
  return comparePairs(
    'Kebutuhan dapur = pesanannya di putaran (kitchens needed = ordered for them)',
    facts.requirements.flatMap(({ lines }) =>
      lines.map(({ id, commodityCode, quantityMilli, neededOn }) => ({
        of: `${commodityCode} ${neededOn}`,
        left: packsFor(
          quantityMilli,
          facts.plan.goods.find((good) => good.commodityCode === commodityCode)?.packSizeMilli ?? 1,
        ),
        right: joined.get(id)?.quantityPacks ?? Number.NaN,
      })),
    ),
  );
};

const checkAmendment = (facts: SeasonFacts): SeasonCheck => {
  const { koperasi, packCode, finalPacks } = facts.plan.amendment;
  const name = 'Dua pengurus mengubah sekaligus, tak ada yang hilang (two amend at once, nothing lost)';
  if (facts.conflictCode !== 'VERSION_CHANGED')
    return { name, held: false, detail: `412 ${facts.conflictCode}, VERSION_CHANGED diharapkan (wanted)` };
  return compare(name, ownLine(facts, koperasi, packCode)?.quantityPacks ?? Number.NaN, finalPacks);
};

const checkWithdrawal = (facts: SeasonFacts): SeasonCheck => {
  const { koperasi, packCode } = facts.plan.withdrawal;
  const line = ownLine(facts, koperasi, packCode);
  const isInLot = facts.lots.some(({ lines }) => lines.some(({ lineId }) => lineId === line?.id));
  const offences = [
    ...(line?.state === 'withdrawn'
      ? []
      : [`${koperasi} ${packCode} ${line?.state ?? 'tidak ada (missing)'}`]),
    ...(isInLot ? [`${koperasi} ${packCode} ada di paket (is in a lot)`] : []),
  ];
  return expectNone('Pesanan yang ditarik tidak ikut paket (withdrawn lines are in no lot)', offences, 1);
};

/** From the plan to the lots: what was meant to be asked for, was asked for, and is in a lot or refused. */
export const checkDemand = (facts: SeasonFacts): SeasonCheck[] => {
  const lines = active(facts);
  const ofItem = (itemId: string): CommitmentAnswer[] => lines.filter((line) => line.itemId === itemId);
  return [
    comparePairs(
      'Dipesan = direncanakan (committed = planned)',
      facts.plan.goods.map(({ packCode }) => ({
        of: packCode,
        left: sumOf(ofItem(itemOf(facts.pool, packCode)), packs),
        right: plannedPacks(facts.plan, packCode),
      })),
    ),
    checkKitchenLines(facts),
    checkAmendment(facts),
    checkWithdrawal(facts),
    compare(
      'Dipesan = masuk paket + ditolak (committed = in lots + refused)',
      sumOf(lines, packs),
      sumOf(facts.lots, ({ lot }) => lot.quantityPacks) + sumOf(facts.refused, packs),
    ),
    comparePairs(
      'Paket = pesanan anggotanya (lot = its lines)',
      facts.lots.map(({ lot, lines: members }) => ({
        of: lot.packCode,
        left: lot.quantityPacks,
        right: sumOf(members, packs),
      })),
    ),
    comparePairs(
      'Paket = jumlah per kecamatan (lot = its districts)',
      facts.lots.map(({ lot }) => ({
        of: lot.packCode,
        left: lot.quantityPacks,
        right: sumOf(lot.zones, packs),
      })),
    ),
  ];
};
