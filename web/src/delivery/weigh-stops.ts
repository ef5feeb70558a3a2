import type { View } from '../api/api.js';

type Weighed = Pick<View<'DropView'>, 'goods'>;

/** What is weighed or filled: a litre is reckoned as a kilogram, near enough for a drawing. */
const weighed: readonly string[] = ['KGM', 'LTR'];

/** Of a drop, in grams; what is counted by the piece adds nothing. */
export const weightG = ({ goods }: Weighed): number =>
  goods
    .filter(({ baseUnit }) => weighed.includes(baseUnit))
    .reduce((sum, { packs, packSizeMilli }) => sum + packs * packSizeMilli, 0);

/** Of several drops together. */
export const loadG = (stops: readonly Weighed[]): number =>
  stops.reduce((sum, stop) => sum + weightG(stop), 0);

export interface Piece {
  /** From the front of the load, and how long; shares of the heaviest round. */
  readonly from: number;
  readonly length: number;
}

/** A round's stops as pieces of its load, in their order; `mostG` is what the heaviest round of the day weighs. */
export const piecesOf = (stops: readonly Weighed[], mostG: number): readonly Piece[] => {
  let beforeG = 0;
  return stops.map((stop) => {
    const ownG = weightG(stop);
    const piece = { from: mostG === 0 ? 0 : beforeG / mostG, length: mostG === 0 ? 0 : ownG / mostG };
    beforeG += ownG;
    return piece;
  });
};
