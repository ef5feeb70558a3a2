/**
 * The most whole rupiah that so many packs may come to under a limit per base unit; no limit is Infinity.
 *
 *   Rp10,500 a kg, 3 trays of 1,875 g | Rp59,062 (59,062.5)
 */
export const limitRp = (limitRpPerUnit: number | null, packs: number, packSizeMilli: number): number =>
  limitRpPerUnit === null
    ? Infinity
    : Number((BigInt(limitRpPerUnit) * BigInt(packs) * BigInt(packSizeMilli)) / 1000n);

/**
 * The mirror: the least whole rupiah that so many packs must bring; no limit is 0.
 *
 *   Rp10,500 a kg, 3 trays of 1,875 g | Rp59,063 (59,062.5)
 */
export const leastRp = (limitRpPerUnit: number | null, packs: number, packSizeMilli: number): number =>
  limitRpPerUnit === null
    ? 0
    : Number((BigInt(limitRpPerUnit) * BigInt(packs) * BigInt(packSizeMilli) + 999n) / 1000n);
