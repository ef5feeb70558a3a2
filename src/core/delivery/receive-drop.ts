import { refuseBroken, type Refusal } from '../kernel/refuse.js';
import type { DropState } from './dispatch-drop.js';
import { listGradeFaults, sortsTheSame, type GradedPacks } from './list-grade-faults.js';
import { refuseDelivery } from './refusals.js';

/** What became of a line's packs at the gate. */
export interface CountedLine {
  readonly lineId: string;
  readonly acceptedPacks: number;
  readonly quarantinedPacks: number;
  readonly damagedPacks: number;
  readonly missingPacks: number;
  /** Accepted packs by grade, where the item has several; left out: none. */
  readonly grades?: readonly GradedPacks[];
}

export interface ShippedLine {
  readonly lineId: string;
  readonly shippedPacks: number;
  /** Codes of the item's grades; left out: it has one. */
  readonly gradeCodes?: readonly string[];
  /** Null until the drop is received. */
  readonly counted: Omit<CountedLine, 'lineId'> | null;
}

const countedPacks = (line: CountedLine): number =>
  line.acceptedPacks + line.quarantinedPacks + line.damagedPacks + line.missingPacks;

const findFaults = (shipped: readonly ShippedLine[], receipt: readonly CountedLine[]): Refusal[] => {
  const faults: Refusal[] = [];
  const open = new Map(shipped.map((line) => [line.lineId, line]));
  const named = new Set<string>();
  receipt.forEach((line, place) => {
    const known = open.get(line.lineId);
    if (known === undefined) faults.push(refuseDelivery('LINE_NOT_ON_DROP', {}, `lines.${place}.lineId`));
    else if (named.has(line.lineId)) faults.push(refuseDelivery('LINE_TWICE', {}, `lines.${place}.lineId`));
    else if (countedPacks(line) !== known.shippedPacks) {
      const params = { shippedPacks: known.shippedPacks, countedPacks: countedPacks(line) };
      faults.push(refuseDelivery('SHIPPED_NOT_ACCOUNTED_FOR', params, `lines.${place}.acceptedPacks`));
    } else {
      const { acceptedPacks, grades = [] } = line;
      faults.push(...listGradeFaults(known.gradeCodes ?? [], acceptedPacks, grades, `lines.${place}.grades`));
    }
    named.add(line.lineId);
  });
  for (const { lineId } of shipped)
    if (!named.has(lineId)) faults.push(refuseDelivery('LINE_NOT_COUNTED', { lineId }, 'lines'));
  return faults;
};

const isSame = (shipped: readonly ShippedLine[], receipt: readonly CountedLine[]): boolean =>
  shipped.length === receipt.length &&
  shipped.every(({ lineId, counted }) => {
    const again = receipt.find((line) => line.lineId === lineId);
    return (
      counted !== null &&
      again?.acceptedPacks === counted.acceptedPacks &&
      again.quarantinedPacks === counted.quarantinedPacks &&
      again.damagedPacks === counted.damagedPacks &&
      again.missingPacks === counted.missingPacks &&
      sortsTheSame(again.grades ?? [], counted.grades ?? [])
    );
  });

/**
 * Whether a receipt stands. Every line of the drop is named exactly once, and each accounts for all that was
 * shipped; every fault is named at once, each at its field. A weak connection may send a receipt twice: the
 * same counts are the same answer, other counts are refused.
 *
 *   shipped 30 | accepted 27, quarantined 1, damaged 1, missing 1 -> 'received'
 *   shipped 30 | accepted 28, missing 1                           -> SHIPPED_NOT_ACCOUNTED_FOR, 30 and 29
 */
export const receiveDrop = (
  state: DropState,
  shipped: readonly ShippedLine[],
  receipt: readonly CountedLine[],
): 'received' | 'received-already' => {
  switch (state) {
    case 'planned':
      throw refuseDelivery('DROP_NOT_DISPATCHED');
    case 'received':
      if (isSame(shipped, receipt)) return 'received-already';
      throw refuseDelivery('DROP_ALREADY_RECEIVED');
    case 'dispatched':
      refuseBroken(findFaults(shipped, receipt));
      return 'received';
  }
};
