import { groupBy } from '../core/kernel/group-by.js';
import { compare, comparePairs, expectNone, type Pair, type SeasonCheck } from './compare-numbers.js';
import { sumOf } from '../core/kernel/sum-of.js';
import type { LotFacts, SeasonFacts } from './season-facts.js';

/** A number that was not answered: equal to none, so that the comparison with it fails. */
const missing = Number.NaN;

const askedOf = ({ lines }: LotFacts): number => sumOf(lines, ({ quantityPacks }) => quantityPacks);
const allocatedOf = ({ shares }: LotFacts): number => sumOf(shares, ({ allocatedPacks }) => allocatedPacks);

/** Each supplier's packs of a lot: awarded, against named in the members' shares. */
const suppliersOf = ({ lot, award, shares }: LotFacts): Pair[] => {
  const named = groupBy(
    shares.flatMap(({ suppliers }) => suppliers),
    ({ supplierId }) => supplierId,
  );
  return award.lines.map(({ supplierId, supplierName, packs }) => ({
    of: `${supplierName}, ${lot.packCode}`,
    left: packs,
    right: sumOf(named.get(supplierId) ?? [], (part) => part.packs),
  }));
};

/**
 * Shares that are a whole pack or more away from proportion, or above what was asked; where tolerated packs were
 * taken, those below what was asked, or above it by more than is tolerated.
 */
const unfairShares = (facts: LotFacts): string[] => {
  const [asked, allocated] = [BigInt(askedOf(facts)), BigInt(allocatedOf(facts))];
  return facts.shares
    .filter(({ lineId, askedPacks, allocatedPacks }) => {
      if (facts.award.tolerancePacks > 0) {
        const line = facts.lines.find((each) => each.lineId === lineId);
        return allocatedPacks < askedPacks || allocatedPacks > askedPacks + (line?.tolerancePacks ?? 0);
      }
      const off = BigInt(allocatedPacks) * asked - BigInt(askedPacks) * allocated;
      return allocatedPacks > askedPacks || off >= asked || -off >= asked;
    })
    .map(
      ({ lineId, askedPacks, allocatedPacks }) =>
        `${facts.lot.packCode} ${lineId}: ${allocatedPacks}/${askedPacks}`,
    );
};

const checkShares = ({ lots }: SeasonFacts): SeasonCheck[] => [
  comparePairs(
    'Tiap pesanan punya satu jatah (each line has its share)',
    lots.flatMap(({ lot, lines, shares }) =>
      lines.map(({ lineId, quantityPacks }) => ({
        of: `${lot.packCode} ${lineId}`,
        left: quantityPacks,
        right: shares.find((share) => share.lineId === lineId)?.askedPacks ?? missing,
      })),
    ),
  ),
  comparePairs(
    'Diminta + boleh lebih = dibagi + tak terlayani + keluar (asked + tolerance = allocated + unserved + left)',
    lots.map((facts) => ({
      of: facts.lot.packCode,
      left: askedOf(facts) + facts.award.tolerancePacks,
      right: allocatedOf(facts) + facts.award.unservedPacks + facts.award.leftPacks,
    })),
  ),
  comparePairs(
    'Dimenangkan = dibagi, per pemasok (awarded = allocated, per supplier)',
    lots.flatMap(suppliersOf),
  ),
  expectNone(
    'Jatah sebanding, selisih di bawah satu kemasan (shares in proportion, to the pack)',
    lots.flatMap(unfairShares),
    sumOf(lots, ({ shares }) => shares.length),
  ),
];

const checkDrops = ({ lots, drops }: SeasonFacts): SeasonCheck => {
  const shipped = groupBy(
    drops.flatMap(({ supplierId, lines }) => lines.map((line) => ({ ...line, supplierId }))),
    ({ lineId, supplierId }) => `${lineId} ${supplierId}`,
  );
  const wanted = lots.flatMap(({ shares }) =>
    shares.flatMap(({ lineId, suppliers }) =>
      suppliers.map(({ supplierId, packs }) => ({
        of: `${lineId} dari (from) ${supplierId}`,
        left: packs,
        right: sumOf(shipped.get(`${lineId} ${supplierId}`) ?? [], (line) => line.shippedPacks),
      })),
    ),
  );
  const name = 'Dibagi = dikirim, per pesanan dan pemasok (allocated = shipped, per line and supplier)';
  const pairs = comparePairs(name, wanted);
  // Nothing may travel that nobody was allocated, either.
  return pairs.held
    ? compare(
        name,
        sumOf(wanted, ({ left }) => left),
        sumOf([...shipped.values()].flat(), (line) => line.shippedPacks),
      )
    : pairs;
};

const checkReceipts = ({ drops, receipts }: SeasonFacts): SeasonCheck[] => {
  const keyOf = (dropId: string, lineId: string): string => `${dropId} ${lineId}`;
  const counted = new Map(
    receipts.flatMap(({ dropId, lines }) => lines.map((line) => [keyOf(dropId, line.lineId), line] as const)),
  );
  const lines = drops.flatMap((drop) =>
    drop.lines.map((line) => ({ ...line, key: keyOf(drop.id, line.lineId) })),
  );
  return [
    comparePairs(
      'Dikirim = baik + karantina + rusak + hilang (shipped = accepted + quarantined + damaged + missing)',
      lines.map((line) => ({
        of: line.key,
        left: line.shippedPacks,
        right:
          (line.acceptedPacks ?? missing) +
          (line.quarantinedPacks ?? missing) +
          (line.damagedPacks ?? missing) +
          (line.missingPacks ?? missing),
      })),
    ),
    comparePairs(
      'Tercatat = dihitung koperasi (recorded = counted at the gate)',
      lines.map((line) => ({
        of: line.key,
        left: line.acceptedPacks ?? missing,
        right: counted.get(line.key)?.acceptedPacks ?? missing,
      })),
    ),
  ];
};

const checkFaults = ({ drops, plan }: SeasonFacts): SeasonCheck => {
  const lines = drops.flatMap((drop) => drop.lines);
  const planned = groupBy(plan.faults, ({ kind }) => kind);
  const pair = (kind: 'missing' | 'damaged' | 'quarantined', found: number): Pair => ({
    of: kind,
    left: found,
    right: sumOf(planned.get(kind) ?? [], ({ packs }) => packs),
  });
  return comparePairs(
    'Hilang, rusak, karantina = yang terjadi (missing, damaged, quarantined = what happened)',
    [
      pair(
        'missing',
        sumOf(lines, (line) => line.missingPacks ?? missing),
      ),
      pair(
        'damaged',
        sumOf(lines, (line) => line.damagedPacks ?? missing),
      ),
      pair(
        'quarantined',
        sumOf(lines, (line) => line.quarantinedPacks ?? missing),
      ),
    ],
  );
};

/** From awards to what stands in the koperasi's stores. */
export const checkGoods = (facts: SeasonFacts): SeasonCheck[] => [
  ...checkShares(facts),
  checkDrops(facts),
  ...checkReceipts(facts),
  checkFaults(facts),
];
