import type { ProblemBid } from './award-problem.js';
import { FileUnreadable, type ReadFile } from './read-location-file.js';
import { PLAIN_BID, PLAIN_LOT, PLAIN_PROBLEM, PLAIN_SUPPLIER } from './plain-terms.js';

/** What an unserved unit costs in these files. */
const UNSERVED = 500_000;

type Json = Readonly<Record<string, unknown>>;

const asObject = (value: unknown, name: string): Json => {
  if (typeof value !== 'object' || value === null) throw new FileUnreadable(`${name} is no object`);
  return value as Json;
};

const asWhole = (value: unknown, name: string): number => {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0)
    throw new FileUnreadable(`${name} is ${String(value)}, not a whole number of 0 or more`);
  return value;
};

const asList = (value: unknown, name: string): readonly unknown[] => {
  if (!Array.isArray(value)) throw new FileUnreadable(`${name} is no list`);
  return value;
};

const asWholes = (value: unknown, name: string): number[] =>
  asList(value, name).map((each, place) => asWhole(each, `${name}[${place}]`));

const id = (letter: string, place: number): string => `${letter}${String(place).padStart(4, '0')}`;

/** Tiers end where the next begins; the last one's end is a capacity like `cap`. */
const readOffer = (value: unknown, place: number): ProblemBid => {
  const name = `off[${place}]`;
  const offer = asObject(value, name);
  const tiers = asList(offer.tiers, `${name}.tiers`).map((each, tier) => {
    const { lo, hi, p } = asObject(each, `${name}.tiers[${tier}]`);
    const read = (part: unknown, key: string): number => asWhole(part, `${name}.tiers[${tier}].${key}`);
    return { lo: read(lo, 'lo'), hi: read(hi, 'hi'), p: read(p, 'p') };
  });
  tiers.slice(1).forEach(({ lo }, before) => {
    if (lo !== (tiers[before]?.hi ?? 0) + 1)
      throw new FileUnreadable(`${name}: tiers leave a gap or overlap`);
  });
  return {
    ...PLAIN_BID,
    bidId: id('b', place),
    supplierId: id('s', asWhole(offer.s, `${name}.s`)),
    lotId: id('i', asWhole(offer.i, `${name}.i`)),
    submittedAt: '2026-01-01T00:00:00Z',
    capacityPacks: Math.min(asWhole(offer.cap, `${name}.cap`), tiers.at(-1)?.hi ?? 0),
    minimumPacks: asWhole(offer.minq, `${name}.minq`),
    tiers: tiers.map(({ lo, p }) => ({ fromPacks: Math.max(1, lo), priceRpPerUnit: p })),
  };
};

/**
 * Reads a multi-lot award file: `Q` demand by lot, `F` fixed charge, `totCap` capacity and `minVal` minimum
 * order value by supplier over all lots, `off` offers with all-units tiers. An unserved unit costs 500,000.
 * Packs are one unit, money is rupiah.
 *
 *   {"Q":[10],"F":[5],"totCap":[10],"minVal":[0],"off":[{"s":0,"i":0,"cap":10,"minq":1,"tiers":[{"lo":1,"hi":10,"p":3}]}]}
 *   -> one lot of 10 packs, one supplier with a fixed charge of Rp5, one bid at Rp3
 *
 * @throws FileUnreadable
 */
export const readAwardFile = (text: string): ReadFile => {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new FileUnreadable('the file is no JSON');
  }
  const file = asObject(json, 'the file');
  const demands = asWholes(file.Q, 'Q');
  const fixed = asWholes(file.F, 'F');
  const capacities = asWholes(file.totCap, 'totCap');
  const minimums = asWholes(file.minVal, 'minVal');
  if (capacities.length !== fixed.length || minimums.length !== fixed.length)
    throw new FileUnreadable('F, totCap and minVal differ in length');
  return {
    milliRpPerUnit: 1000,
    problem: {
      ...PLAIN_PROBLEM,
      lots: demands.map((packs, lot) => ({
        ...PLAIN_LOT,
        lotId: id('i', lot),
        packSizeMilli: 1000,
        limitRpPerUnit: UNSERVED - 1,
        demands: [{ zoneId: 'z', packs }],
      })),
      suppliers: fixed.map((fixedChargeRp, supplier) => ({
        ...PLAIN_SUPPLIER,
        supplierId: id('s', supplier),
        fixedChargeRp,
        capacityMilli: (capacities[supplier] ?? 0) * 1000,
        minimumOrderRp: minimums[supplier] ?? 0,
      })),
      bids: asList(file.off, 'off').map(readOffer),
    },
  };
};
