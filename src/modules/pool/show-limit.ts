import type { PoolSide } from '../../core/pool/side.js';

interface SaidLimit {
  readonly maxLandedRp?: number | null;
  readonly minProceedsRp?: number | null;
}

interface ReadLimit {
  readonly maxLandedRp?: number | null;
  readonly limitSides: readonly PoolSide[];
}

/** A limit as a request says it: one figure, and in which sides' words; null takes it away and is no word. */
export const limitOf = ({ maxLandedRp, minProceedsRp }: SaidLimit): ReadLimit => {
  const limitSides: PoolSide[] = [];
  if (typeof maxLandedRp === 'number') limitSides.push('buy');
  if (typeof minProceedsRp === 'number') limitSides.push('sell');
  const said = typeof minProceedsRp === 'number' ? minProceedsRp : (maxLandedRp ?? minProceedsRp);
  return said === undefined ? { limitSides } : { maxLandedRp: said, limitSides };
};

/** A limit as it is answered: in the word of its pool's side, null in the other's. */
export const showLimit = <Row extends { readonly maxLandedRp: number | null }>(
  side: PoolSide,
  row: Row,
): Row & { minProceedsRp: number | null } => ({
  ...row,
  maxLandedRp: side === 'buy' ? row.maxLandedRp : null,
  minProceedsRp: side === 'sell' ? row.maxLandedRp : null,
});

/** A line as it is answered; what it can come to pay at most is no question where it sells. */
export const showLine = <
  Row extends {
    readonly side: PoolSide;
    readonly maxLandedRp: number | null;
    readonly worstLandedRp: number;
  },
>({
  side,
  maxLandedRp,
  worstLandedRp,
  ...row
}: Row) => ({
  maxLandedRp: side === 'buy' ? maxLandedRp : null,
  minProceedsRp: side === 'sell' ? maxLandedRp : null,
  worstLandedRp: side === 'sell' ? null : worstLandedRp,
  ...row,
});
