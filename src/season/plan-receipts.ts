import type { DropDetailAnswer } from './supply-answers.js';

export interface CountedLine {
  readonly lineId: string;
  readonly acceptedPacks: number;
  readonly quarantinedPacks: number;
  readonly damagedPacks: number;
  readonly missingPacks: number;
}

export interface Receipt {
  readonly dropId: string;
  readonly koperasiId: string;
  readonly lines: readonly CountedLine[];
}

export interface FaultAtGate {
  readonly koperasiId: string;
  readonly kind: 'missing' | 'damaged' | 'quarantined';
  readonly packs: number;
}

/** Where a koperasi's fault shows: its line with most packs, that a few may be missing of it. */
const largestLine = (drops: readonly DropDetailAnswer[], koperasiId: string): string | undefined =>
  drops
    .filter((drop) => drop.koperasiId === koperasiId)
    .flatMap((drop) =>
      drop.lines.map((line) => ({ key: `${drop.id} ${line.lineId}`, packs: line.shippedPacks })),
    )
    .sort((one, other) => other.packs - one.packs || (one.key < other.key ? -1 : 1))[0]?.key;

/**
 * What each koperasi counts at its gate: all of it, but for the planned faults.
 *
 *   shipped 14 and 6, 2 damaged | 12 accepted, 2 damaged; 6 accepted
 */
export const planReceipts = (
  drops: readonly DropDetailAnswer[],
  faults: readonly FaultAtGate[],
): Receipt[] => {
  const faultAt = new Map(faults.map((fault) => [largestLine(drops, fault.koperasiId), fault]));
  return drops.map((drop) => ({
    dropId: drop.id,
    koperasiId: drop.koperasiId,
    lines: drop.lines.map(({ lineId, shippedPacks }) => {
      const fault = faultAt.get(`${drop.id} ${lineId}`);
      const packs = Math.min(fault?.packs ?? 0, shippedPacks);
      const lost = (kind: FaultAtGate['kind']): number => (fault?.kind === kind ? packs : 0);
      return {
        lineId,
        acceptedPacks: shippedPacks - packs,
        quarantinedPacks: lost('quarantined'),
        damagedPacks: lost('damaged'),
        missingPacks: lost('missing'),
      };
    }),
  }));
};
