import type { View } from '../api/api.js';

export type CeremonyKey = View<'CeremonyKeyView'>;
export type Committee = View<'CommitteeView'>;

/** What is to be done next on a committee's screen, by whoever looks at it. */
export type CeremonyStep =
  | 'own-key'
  | 'make'
  | 'open'
  | 'awaits-lots'
  | 'awaits-holders'
  | 'awaits-organiser'
  | 'awaits-deadline'
  | 'awaits-opening'
  | 'opened';

/** Keys that two holders can open now. */
export const dueKeys = (keys: readonly CeremonyKey[]): readonly CeremonyKey[] =>
  keys.filter(({ keyId, isDue, isReleased }) => keyId !== null && isDue && !isReleased);

/**
 * The most urgent first: what is due, then what bidding waits for, then whom it waits for.
 *
 *   holder, a key is due             -> open
 *   holder without a key             -> own-key
 *   organiser, lots wait, three keys -> make
 *   lots wait, a holder has no key   -> awaits-holders
 */
export const stepOf = (
  { holders, keys }: Committee,
  me: { readonly personId: string; readonly isMaker: boolean },
): CeremonyStep => {
  const own = holders.find(({ holderId }) => holderId === me.personId);
  const isDue = dueKeys(keys).length > 0;
  if (own?.holderKeyId === null) return 'own-key';
  if (own !== undefined && isDue) return 'open';
  const waits = keys.some(({ waitsForKey }) => waitsForKey);
  const isReady = holders.every(({ holderKeyId }) => holderKeyId !== null);
  if (waits && isReady) return me.isMaker ? 'make' : 'awaits-organiser';
  if ((waits || me.isMaker) && !isReady && !isDue) return 'awaits-holders';
  if (isDue) return 'awaits-opening';
  if (keys.length === 0) return 'awaits-lots';
  return keys.every(({ isReleased, keyId }) => isReleased || keyId === null) ? 'opened' : 'awaits-deadline';
};

/** When the first bids can be opened; null while none has its key. */
export const firstDeadline = (keys: readonly CeremonyKey[]): string | null =>
  keys
    .flatMap(({ closesAt, isDue }) => (closesAt === null || isDue ? [] : [closesAt]))
    .sort()
    .at(0) ?? null;

/** Another holder who has begun to open one of these keys and waits for a share. */
export const waitingHolder = (keys: readonly CeremonyKey[], personId: string): string | undefined =>
  keys.flatMap(({ begunBy }) => begunBy).find((holderId) => holderId !== personId);
