import { refuseDraft } from './draft-refusals.js';

/**
 * `server`: the system seals, under a key that lies in no database, and opens at the deadline; it protects copies,
 * not against who runs it. `committee`: bids arrive sealed, and two of three holders open them.
 */
export const sealModes = ['server', 'committee'] as const;
export type SealMode = (typeof sealModes)[number];

/** How a pool's bids are sealed and opened. */
export interface PoolSeal {
  readonly mode: SealMode;
  /** From the deadline on: then the deputy is told, and after as long again the lot is tendered anew. */
  readonly openWithinHours: number;
  /** Who at the organiser is told when bids are not opened in time. */
  readonly deputyId: string | null;
  /** Whether anybody may count the hashes before the opening; if not, decoys stand among them. */
  readonly showsBidCount: boolean;
  /** Who hold a share of each lot's key; none in server mode. */
  readonly holderPersonIds: readonly string[];
}

export type SealRequest = Partial<PoolSeal>;

export const HOLDERS = 3;

/** What holds where a pool says nothing. */
export const standardSeal: PoolSeal = {
  mode: 'server',
  openWithinHours: 24,
  deputyId: null,
  showsBidCount: false,
  holderPersonIds: [],
};

/** What is known of a person who is named. */
export interface NamedPerson {
  readonly personId: string;
  /** At the organiser. */
  readonly roles: readonly string[];
  /** A member of a supplier, or in a sell pool of anybody who may bid. */
  readonly isBidder: boolean;
}

const DEPUTY_ROLES = ['officer', 'treasurer', 'chair'];

const requireHolders = (
  mode: SealMode,
  holders: readonly string[],
  people: ReadonlyMap<string, NamedPerson>,
): void => {
  if (mode === 'server') {
    if (holders.length > 0) throw refuseDraft('HOLDERS_WITHOUT_COMMITTEE', {}, 'seal.holderPersonIds');
    return;
  }
  if (holders.length !== HOLDERS || new Set(holders).size !== HOLDERS)
    throw refuseDraft('THREE_HOLDERS_NEEDED', {}, 'seal.holderPersonIds');
  for (const [place, personId] of holders.entries()) {
    const field = `seal.holderPersonIds.${place}`;
    const person = people.get(personId);
    if (person === undefined) throw refuseDraft('HOLDER_UNKNOWN', {}, field);
    if (person.isBidder) throw refuseDraft('HOLDER_IS_A_BIDDER', {}, field);
  }
};

/**
 * What a pool declares of its seal, filled up with what is usual.
 *
 *   nothing                      | server, opened within 24 hours, decoys among the hashes
 *   committee, three people      | as asked
 *   committee, two of them, or twice the same | THREE_HOLDERS_NEEDED
 *   committee with a supplier's member        | HOLDER_IS_A_BIDDER
 *
 * @param people those named who exist and are not disabled. @throws Refusal naming the field
 */
export const declareSeal = (
  request: SealRequest | undefined,
  people: ReadonlyMap<string, NamedPerson>,
): PoolSeal => {
  const seal: PoolSeal = {
    mode: request?.mode ?? standardSeal.mode,
    openWithinHours: request?.openWithinHours ?? standardSeal.openWithinHours,
    deputyId: request?.deputyId ?? standardSeal.deputyId,
    showsBidCount: request?.showsBidCount ?? standardSeal.showsBidCount,
    holderPersonIds: request?.holderPersonIds ?? standardSeal.holderPersonIds,
  };
  requireHolders(seal.mode, seal.holderPersonIds, people);
  if (seal.deputyId !== null) {
    const roles = people.get(seal.deputyId)?.roles ?? [];
    if (!roles.some((role) => DEPUTY_ROLES.includes(role)))
      throw refuseDraft('STEP_PERSON_WITHOUT_ROLE', { roles: DEPUTY_ROLES.join(', ') }, 'seal.deputyId');
  }
  return seal;
};
