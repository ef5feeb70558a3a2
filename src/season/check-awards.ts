import { createHash } from 'node:crypto';
import { amountRp } from '../core/kernel/quantity.js';
import type { AwardAnswer, BidAnswer } from './supply-answers.js';
import { compare, comparePairs, expectNone, type SeasonCheck } from './compare-numbers.js';
import { sumOf } from '../core/kernel/sum-of.js';
import { reckonCheapest } from './reckon-cheapest.js';
import type { LotFacts, SeasonFacts } from './season-facts.js';

type AwardLine = AwardAnswer['lines'][number];

interface Winner {
  readonly of: string;
  readonly lot: LotFacts['lot'];
  readonly line: AwardLine;
  readonly terms: NonNullable<BidAnswer['terms']> | null;
}

const winnersOf = ({ lots }: SeasonFacts): Winner[] =>
  lots.flatMap(({ lot, bids, award }) =>
    award.lines.map((line) => ({
      of: `${line.supplierName}, ${lot.packCode}`,
      lot,
      line,
      terms: bids.find(({ bidId }) => bidId === line.bidId)?.terms ?? null,
    })),
  );

/** The price of the tier that the packs awarded reach, from the bid itself. */
const tierPrice = ({ terms, line }: Winner): number =>
  terms?.tiers.filter(({ fromPacks }) => fromPacks <= line.packs).at(-1)?.priceRpPerUnit ?? Number.NaN;

/** Whether a bid says what its bidder has a receipt for: anybody can compute the hash again. */
const isProved = ({ hash, sealedText }: BidAnswer, lotId: string, { bidReceipts }: SeasonFacts): boolean =>
  sealedText !== null &&
  createHash('sha256').update(sealedText).digest('hex') === hash &&
  bidReceipts.some((receipt) => receipt.lotId === lotId && receipt.hash === hash);

const checkBids = (facts: SeasonFacts): SeasonCheck[] => [
  {
    ...compare('Penawaran tersegel sampai dibuka (sealed until opened)', facts.seenBeforeOpening, 0),
    detail: `${facts.seenBeforeOpening} terlihat (seen)`,
  },
  comparePairs(
    'Sidik penawaran dihitung ulang = tanda terima (hashes of bids recomputed = receipts)',
    facts.lots.map(({ lot, bids }) => ({
      of: lot.packCode,
      left: bids.filter((bid) => isProved(bid, lot.id, facts)).length,
      right: facts.bidReceipts.filter(({ lotId }) => lotId === lot.id).length,
    })),
  ),
  comparePairs(
    'Penawaran dibuka = dikirim + harga janji (bids opened = submitted + standing offers)',
    facts.lots.map(({ lot, bids }) => ({
      of: lot.packCode,
      left: bids.length,
      right: [...facts.plan.bids, ...facts.plan.offers].filter(({ packCode }) => packCode === lot.packCode)
        .length,
    })),
  ),
  comparePairs(
    'Tiap penawaran menang atau diberi alasan (each bid wins or is told why not)',
    facts.lots.map(({ lot, bids, award }) => ({
      of: lot.packCode,
      left: bids.length,
      right: award.lines.length + award.losingBids.filter(({ id, en }) => id !== '' && en !== '').length,
    })),
  ),
];

const checkLimits = (winners: readonly Winner[], { lots, plan }: SeasonFacts): SeasonCheck[] => [
  comparePairs(
    'Batas harga = harga acuan katalog (ceiling = public reference price)',
    lots.map(({ lot }) => ({
      of: lot.packCode,
      left: lot.ceilingRpPerUnit,
      right: plan.goods.find(({ packCode }) => packCode === lot.packCode)?.ceilingRpPerUnit ?? Number.NaN,
    })),
  ),
  expectNone(
    'Tak ada yang di atas kapasitas atau di bawah minimumnya (none above capacity or below minimum)',
    winners
      .filter(
        ({ terms, line }) => !terms || line.packs > terms.capacityPacks || line.packs < terms.minimumPacks,
      )
      .map(
        ({ of, line, terms }) => `${of}: ${line.packs}, kapasitas (capacity) ${terms?.capacityPacks ?? '?'}`,
      ),
    winners.length,
  ),
  expectNone(
    'Tak ada harga di atas batas (no price above the ceiling)',
    winners
      .filter(({ lot, line }) => line.priceRpPerUnit > lot.ceilingRpPerUnit)
      .map(({ of, lot, line }) => `${of}: ${line.priceRpPerUnit} > ${lot.ceilingRpPerUnit}`),
    winners.length,
  ),
  comparePairs(
    'Biaya = jumlah x harga jenjangnya (cost = packs x price of the tier reached)',
    winners.map((winner) => ({
      of: winner.of,
      left: winner.line.amountRp,
      right: Number.isNaN(tierPrice(winner))
        ? Number.NaN
        : amountRp(winner.line.packs, winner.lot.packSizeMilli, tierPrice(winner)),
    })),
  ),
];

const checkCost = ({ lots }: SeasonFacts): SeasonCheck[] => [
  comparePairs(
    'Kebutuhan + boleh lebih = dimenangkan + tak terlayani + keluar (demand + tolerance = awarded + unserved + left)',
    lots.map(({ lot, award }) => ({
      of: lot.packCode,
      left: lot.quantityPacks + award.tolerancePacks,
      right: sumOf(award.lines, ({ packs }) => packs) + award.unservedPacks + award.leftPacks,
    })),
  ),
  comparePairs(
    'Biaya = pembagian termurah, dihitung ulang (cost = cheapest split, reckoned anew)',
    lots.map(({ lot, bids, award }) => ({
      of: lot.packCode,
      left:
        sumOf(award.lines, (line) => line.amountRp) +
        amountRp(award.unservedPacks, lot.packSizeMilli, lot.ceilingRpPerUnit + 1),
      right: reckonCheapest(
        { ...lot, demandPacks: lot.quantityPacks + award.tolerancePacks - award.leftPacks },
        bids.flatMap(({ terms }) => terms ?? []),
      ),
    })),
  ),
];

const checkTwoPeople = ({ lots, selfApprovalCodes }: SeasonFacts): SeasonCheck[] => [
  compare(
    'Pengusul ditolak menyetujui sendiri (own approval refused)',
    selfApprovalCodes.length,
    lots.length,
  ),
  expectNone(
    'Disetujui orang lain (approved by another)',
    lots
      .filter(({ award }) => !award.proposedBy || !award.approvedBy || award.proposedBy === award.approvedBy)
      .map(({ lot, award }) => `${lot.packCode}: ${award.approvedBy ?? 'tidak ada (nobody)'}`),
    lots.length,
  ),
];

/** From bids to approved awards. */
export const checkAwards = (facts: SeasonFacts): SeasonCheck[] => [
  ...checkBids(facts),
  ...checkCost(facts),
  ...checkLimits(winnersOf(facts), facts),
  ...checkTwoPeople(facts),
];
