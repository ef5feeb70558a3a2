import type { AwardProblem } from './award-problem.js';
import { PLAIN_BID, PLAIN_LOT, PLAIN_PROBLEM, PLAIN_SUPPLIER } from './plain-terms.js';

/** A problem out of a file, with how many milli-rupiah stand for one unit of the file's money. */
export interface ReadFile {
  readonly problem: AwardProblem;
  readonly milliRpPerUnit: number;
}

/** The file is no instance of its format. */
export class FileUnreadable extends Error {
  override readonly name = 'FileUnreadable';
}

/** The largest total in milli-rupiah that a reading may reach; well within exact doubles. */
const LARGEST_TOTAL = 4e15;

/** The power of ten up to 1,000 that makes all quantities whole, 1,000 where none does. */
const packsPerUnit = (quantities: readonly number[]): number =>
  [1, 10, 100].find((factor) =>
    quantities.every(
      (quantity) => Math.abs(quantity * factor - Math.round(quantity * factor)) < 1e-9 * factor,
    ),
  ) ?? 1000;

/** The power of ten that states money as finely as the largest total allows; at least 1,000: whole rupiah. */
const finestMoney = (total: number): number =>
  Math.max(1000, Math.min(1e9, 10 ** Math.floor(Math.log10(LARGEST_TOTAL / Math.max(1, total)))));

interface Instance {
  readonly warehouses: readonly { readonly capacity: number; readonly fixed: number }[];
  /** What serving all of a customer's demand from each warehouse costs. */
  readonly customers: readonly { readonly demand: number; readonly costs: readonly number[] }[];
}

const parse = (text: string, capacity: number | null): Instance => {
  const words = text.split(/\s+/).filter(Boolean);
  let place = 0;
  const next = (): number => {
    const word = words[place];
    place += 1;
    const value = word === 'capacity' && capacity !== null ? capacity : Number(word);
    if (word === 'capacity' && capacity === null)
      throw new FileUnreadable('the file leaves the capacity open: give --capacity');
    if (word === undefined || !Number.isFinite(value) || value < 0)
      throw new FileUnreadable(`word ${place} is ${word ?? 'missing'}, not a number of 0 or more`);
    return value;
  };
  const [warehouses, customers] = [next(), next()];
  if (!Number.isInteger(warehouses) || !Number.isInteger(customers) || warehouses * customers < 1)
    throw new FileUnreadable(`${warehouses} x ${customers} is no size`);
  if (words.length < 2 + 2 * warehouses + customers * (1 + warehouses))
    throw new FileUnreadable(`${words.length} words are too few for ${warehouses} x ${customers}`);
  return {
    warehouses: Array.from({ length: warehouses }, () => ({ capacity: next(), fixed: next() })),
    customers: Array.from({ length: customers }, () => ({
      demand: next(),
      costs: Array.from({ length: warehouses }, next),
    })),
  };
};

/**
 * Reads a capacitated warehouse location file of the OR-Library as an award: warehouses are suppliers,
 * customers zones of one lot, all of which must be served, by several warehouses if need be. One unit of
 * demand is a pack (finer where demands have decimals). One unit of money is up to Rp1,000,000, so
 * that the cost of a unit of demand, in whole rupiah, is off by less than a billionth.
 *
 *   customer of 146 units, 6,739.725 from the first warehouse -> 146 packs at Rp46,162,500,000 per unit of 1/1000 pack
 *
 * `capacity` stands for the word "capacity", which the largest files have instead of a number.
 *
 * Source: J. E. Beasley, OR-Library, http://people.brunel.ac.uk/~mastjjb/jeb/orlib/capinfo.html
 *
 * @throws FileUnreadable
 */
export const readLocationFile = (text: string, capacity: number | null): ReadFile => {
  const { warehouses, customers } = parse(text, capacity);
  const fineness = packsPerUnit([
    ...customers.map(({ demand }) => demand),
    ...warehouses.map((each) => each.capacity),
  ]);
  const dearest = customers.reduce((sum, { costs }) => sum + Math.max(...costs), 0);
  const money = finestMoney(2 * dearest + warehouses.reduce((sum, { fixed }) => sum + fixed, 0));
  const packs = customers.map(({ demand }) => Math.max(1, Math.round(demand * fineness)));
  const total = packs.reduce((sum, each) => sum + each, 0);
  // Packs of one milli-unit: packs x rupiah per unit are then milli-rupiah.
  const prices = warehouses.map((_, warehouse) =>
    customers.map(({ costs }, customer) =>
      Math.round(((costs[warehouse] ?? 0) * money) / (packs[customer] ?? 1)),
    ),
  );
  const ceiling = prices.reduce((most, row) => row.reduce((a, b) => Math.max(a, b), most), 0);
  const id = (letter: string, place: number): string => `${letter}${String(place + 1).padStart(5, '0')}`;
  return {
    milliRpPerUnit: money,
    problem: {
      ...PLAIN_PROBLEM,
      lots: [
        {
          ...PLAIN_LOT,
          lotId: 'lot',
          packSizeMilli: 1,
          limitRpPerUnit: ceiling,
          unserved: 'forbidden',
          demands: packs.map((each, customer) => ({ zoneId: id('c', customer), packs: each })),
        },
      ],
      suppliers: warehouses.map(({ fixed }, warehouse) => ({
        ...PLAIN_SUPPLIER,
        supplierId: id('w', warehouse),
        fixedChargeRp: Math.round((fixed * money) / 1000),
      })),
      bids: warehouses.map((each, warehouse) => ({
        ...PLAIN_BID,
        bidId: id('w', warehouse),
        supplierId: id('w', warehouse),
        lotId: 'lot',
        submittedAt: '2026-01-01T00:00:00Z',
        capacityPacks: Math.min(total, Math.floor(each.capacity * fineness)),
        tiers: [{ fromPacks: 1, priceRpPerUnit: 0 }],
        surchargeRpPerUnit: Object.fromEntries(
          customers.map((_, customer) => [id('c', customer), prices[warehouse]?.[customer] ?? null]),
        ),
      })),
    },
  };
};
