import type { RescueEnd } from './declare-rescue.js';

/** A pool at its close; `now` is the database's clock. */
export interface ClosingPool {
  readonly closesAt: Date;
  readonly now: Date;
  /** By the organiser, who ends the time by its own decision: then nothing is extended. */
  readonly isByHand: boolean;
  readonly isExtended: boolean;
  readonly extendByS: number | null;
  readonly otherwise: RescueEnd;
}

export interface ClosingItem {
  readonly itemId: string;
  /** Packs of the lines that a lot would take; those of the suspended are not among them. */
  readonly committedPacks: number;
  /** Null: none was declared. */
  readonly minimumPacks: number | null;
  /** Whether anybody asked for it, served or not: such an item must still be judged line by line. */
  readonly hasLines: boolean;
}

export interface MissedItem {
  readonly itemId: string;
  readonly committedPacks: number;
  readonly minimumPacks: number;
}

export type RescueDecision =
  | { readonly does: 'extend'; readonly closesAt: Date; readonly missed: readonly MissedItem[] }
  | {
      readonly does: 'close';
      /** What comes of the items that missed their minimum; nothing of those that reached it. */
      readonly end: RescueEnd;
      readonly missed: readonly MissedItem[];
      /** Nothing is left to buy: the pool ends here. */
      readonly isCancelled: boolean;
    };

/** A worker that is no later keeps to the published time; a later one must not eat up what members were promised. */
const LATE_MS = 60_000;

const missesMinimum = (item: ClosingItem): item is ClosingItem & MissedItem =>
  item.minimumPacks !== null && item.committedPacks < item.minimumPacks;

/**
 * What happens to a pool at its close, by what it declared before it opened.
 *
 *   rice of 100 | extension | then   | by hand | what happens
 *   100         | a day     | cancel | no      | close, all items
 *    99         | a day     | cancel | no      | extend by a day, once
 *    99         | used      | cancel | no      | close without rice; cancelled if there is nothing else
 *    99         | a day     | go-on  | yes     | close, all items
 */
export const rescuePool = (pool: ClosingPool, items: readonly ClosingItem[]): RescueDecision => {
  const missed = items.filter(missesMinimum).map(({ itemId, committedPacks, minimumPacks }) => ({
    itemId,
    committedPacks,
    minimumPacks,
  }));
  if (missed.length > 0 && pool.extendByS !== null && !pool.isExtended && !pool.isByHand) {
    const extensionMs = pool.extendByS * 1000;
    const isLate = pool.now.getTime() - pool.closesAt.getTime() > Math.min(LATE_MS, extensionMs / 2);
    const closesAt = new Date((isLate ? pool.now : pool.closesAt).getTime() + extensionMs);
    return { does: 'extend', closesAt, missed };
  }
  const isGivenUp = (item: ClosingItem): boolean => pool.otherwise !== 'go-on' && missesMinimum(item);
  const isCancelled = items.some(isGivenUp) && items.every((item) => isGivenUp(item) || !item.hasLines);
  return { does: 'close', end: pool.otherwise, missed, isCancelled };
};
