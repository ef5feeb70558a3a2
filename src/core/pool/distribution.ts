/**
 * Terms of an item that is distributed (penyaluran) instead of tendered: one supplier hands it out at a fixed
 * price. Declared before the pool opens; they never change afterwards.
 */
export interface Distribution {
  readonly supplierId: string;
  /** Rupiah per base unit, at most the item's ceiling. */
  readonly priceRpPerUnit: number;
  /** The most that one koperasi gets in this pool, all its lines of the item together, kitchens' too. */
  readonly quotaPerBuyerPacks: number;
  /** What the supplier has for this pool; null: as much as is asked within the quotas. */
  readonly stockPacks: number | null;
  /** The most that leaves the warehouse for one koperasi at once; null for no such limit. */
  readonly maxPerPickupPacks: number | null;
  readonly pickupPlace: string;
}
