import { worstOf } from '../../../src/core/offer/guarantee-steps.js';
import { useMeter } from '../quote/use-meter.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { enteredWords } from './entered-words.js';
import { amountAtMostRp, depositRp } from './order-cost.js';

interface SummedLine {
  readonly itemId: string;
  readonly quantityPacks: number;
  readonly tolerancePacks: number;
  readonly packSizeMilli: number;
  readonly maxLandedRp: number | null;
}

/** What lines can come to at most, and the deposit: before the button, as where a koperasi orders by itself. */
export const EnteredSum = ({
  poolId,
  depositRateBps,
  lines,
}: {
  readonly poolId: string;
  /** Null where it is not known here. */
  readonly depositRateBps: number | null;
  readonly lines: readonly SummedLine[];
}) => {
  const words = useWords(enteredWords);
  const format = useFormat();
  const { asked } = useMeter(poolId, false);
  if (asked.state !== 'done') return null;
  const amounts = lines.map(({ itemId, quantityPacks, tolerancePacks, packSizeMilli, maxLandedRp }) => {
    const steps = asked.data.items.find((item) => item.itemId === itemId)?.worst ?? [];
    return steps.length === 0
      ? null
      : amountAtMostRp(
          quantityPacks + tolerancePacks,
          packSizeMilli,
          worstOf(steps, quantityPacks, maxLandedRp),
        );
  });
  if (amounts.length === 0 || amounts.includes(null)) return null;
  const worstRp = amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0);
  return (
    <p aria-live="polite">
      <strong>{words.worst(format.rupiah(worstRp))}</strong>{' '}
      {depositRateBps !== null &&
        depositRateBps > 0 &&
        words.deposit(format.rupiah(depositRp(worstRp, depositRateBps)))}
    </p>
  );
};
