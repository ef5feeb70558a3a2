/** Packs of a supply or a demand, and its place among the others. */
export interface PlacedPacks {
  readonly place: number;
  readonly packs: number;
}

/** Packs of the supply and the demand at these places. */
export interface PairedPacks {
  readonly supply: number;
  readonly demand: number;
  readonly packs: number;
}

/** A supply of which no demand may get more than so many packs. */
export interface CappedSupply {
  readonly packs: number;
  readonly mostPacks: number;
}

/** That nothing keeps to what a koperasi may get of each supplier. */
export const noAllocation = (): RangeError =>
  new RangeError('no allocation keeps to the most that one koperasi may get of each supplier');
