import { refuseSettlement } from './refusals.js';

/** Where the packs of a line are that were handed over on consignment; what they come to follows from the price. */
export interface ConsignedLine {
  readonly lineId: string;
  /** Accepted when they came. */
  readonly handedPacks: number;
  readonly soldPacks: number;
  /** Back with their supplier, who said so too. */
  readonly returnedPacks: number;
  /** Said to be on their way back, of which the supplier has not said anything yet. */
  readonly awaitedPacks: number;
}

export interface Consignment {
  /** From then on what was not told is sold. */
  readonly endsAt: Date;
  readonly isEnded: boolean;
  readonly lines: readonly ConsignedLine[];
}

/** Packs of a line that somebody says were sold, or go back. */
export interface MovedPacks {
  readonly lineId: string;
  readonly packs: number;
}

export const movementKinds = ['sold', 'returned'] as const;
export type MovementKind = (typeof movementKinds)[number];

/** A sale is told by who sold; a return its supplier confirms (`counted`), or not (`refused`). */
export const movementStates = ['awaited', 'counted', 'refused'] as const;
export type MovementState = (typeof movementStates)[number];

/** Packs of which nobody has said anything. Handed over = sold + returned + awaited + left. */
export const leftPacks = (line: PacksOfLine): number => heldPacks(line) - line.awaitedPacks;

/** Packs that the buyer still answers for: not sold, and not back with their supplier yet. */
export const heldPacks = ({ handedPacks, soldPacks, returnedPacks }: PacksOfLine): number =>
  handedPacks - soldPacks - returnedPacks;

type PacksOfLine = Omit<ConsignedLine, 'lineId'>;

/** From its last moment on nothing is told any more. */
const isOver = ({ endsAt }: Consignment, now: Date): boolean => now.getTime() >= endsAt.getTime();

/**
 * Judges what somebody says was sold, or goes back, of goods on consignment: each line once, and never more than is left.
 *
 *   20 handed over, 12 sold, 3 on their way back | 5 more may be told of, 6 not
 *
 * @throws Refusal
 */
export const moveConsigned = (consignment: Consignment, moved: readonly MovedPacks[], now: Date): void => {
  if (consignment.isEnded || isOver(consignment, now)) throw refuseSettlement('CONSIGNMENT_ENDED');
  if (moved.length === 0) throw refuseSettlement('CONSIGNMENT_WITHOUT_PACKS', {}, 'lines');
  const told = new Set<string>();
  moved.forEach(({ lineId, packs }, at) => {
    const line = consignment.lines.find((each) => each.lineId === lineId);
    if (line === undefined || told.has(lineId))
      throw refuseSettlement('CONSIGNMENT_LINE_UNKNOWN', {}, `lines.${at}.lineId`);
    told.add(lineId);
    const left = leftPacks(line);
    if (packs < 1 || packs > left)
      throw refuseSettlement('CONSIGNMENT_ABOVE_LEFT', { left }, `lines.${at}.packs`);
  });
};

/**
 * Why it ends: its last day is `over`, or all that was handed over was sold or is back, so that nothing is to be told any
 * more. Undefined: it goes on.
 *
 *   20 handed over, 12 sold, 8 back | accounted-for, on any day
 *   20 handed over, 12 sold, 7 back, 1 on its way back | goes on until its last day, which counts it as sold
 */
export const endsAs = (consignment: Consignment, now: Date): 'over' | 'accounted-for' | undefined => {
  if (isOver(consignment, now)) return 'over';
  return consignment.lines.every((line) => heldPacks(line) === 0) ? 'accounted-for' : undefined;
};
