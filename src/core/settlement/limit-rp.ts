/**
 * The most whole rupiah that so many packs may come to under a limit per base unit; no limit is Infinity.
 *
 *   Rp10,500 a kg, 3 trays of 1,875 g | Rp59,062 (59,062.5)
 */
export const limitRp = (limitRpPerUnit: number | null, packs: number, packSizeMilli: number): number =>
  limitRpPerUnit === null
    ? Infinity
    : Number((BigInt(limitRpPerUnit) * BigInt(packs) * BigInt(packSizeMilli)) / 1000n);
