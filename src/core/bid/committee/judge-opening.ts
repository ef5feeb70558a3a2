import { refuseCommittee } from './refusals.js';

/** What of a key decides whether its holders may open it. */
export interface KeyInHolding {
  /** By the database's clock. */
  readonly isDue: boolean;
  readonly isReleased: boolean;
  readonly holderIds: readonly string[];
}

export interface Opening {
  readonly begunBy: string;
  /** Who has released a share to it. */
  readonly releasedBy: readonly string[];
}

/** Refuses whoever holds no share, and everything before the deadline: there is no early release. @throws Refusal */
export const requireHolderInTime = (key: KeyInHolding, personId: string): void => {
  if (!key.holderIds.includes(personId)) throw refuseCommittee('NOT_A_HOLDER');
  if (!key.isDue) throw refuseCommittee('KEY_NOT_DUE');
};

/** Refuses an opening, and a share to one, once the key is released. @throws Refusal */
export const requireOpenable = (key: KeyInHolding, personId: string): void => {
  requireHolderInTime(key, personId);
  if (key.isReleased) throw refuseCommittee('KEY_ALREADY_RELEASED');
};

/** Refuses a share to an opening that its holder began: two people open. @throws Refusal */
export const requireAnotherHolder = (key: KeyInHolding, opening: Opening, personId: string): void => {
  requireOpenable(key, personId);
  if (opening.begunBy === personId) throw refuseCommittee('OPENING_BEGUN_BY_YOURSELF');
};

/** Refuses a joined key from whoever did not begin the opening, or without the other's share. @throws Refusal */
export const requireTwoHolders = (
  key: KeyInHolding,
  opening: Opening,
  { joinedBy, releasedBy }: { readonly joinedBy: string; readonly releasedBy: string },
): void => {
  requireHolderInTime(key, joinedBy);
  if (opening.begunBy !== joinedBy) throw refuseCommittee('OPENING_BEGUN_BY_ANOTHER');
  if (releasedBy === joinedBy || !opening.releasedBy.includes(releasedBy))
    throw refuseCommittee('OPENING_WITHOUT_SHARE', {}, 'releasedBy');
};
