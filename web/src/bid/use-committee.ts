import { dataOf } from '../api/api.js';
import { actingParty, session } from '../api/session.js';
import { useAsk } from '../api/use-ask.js';
import { useWords } from '../words/words.js';
import { committeeWords } from './committee-words.js';
import type { Committee } from './ceremony-step.js';

export const useCommittee = (poolId: string) =>
  useAsk(`committee:${poolId}`, (api) =>
    dataOf(api.GET('/api/v1/pools/{poolId}/committee', { params: { path: { poolId } } })),
  );

/** Who looks, and whether they make keys for the organiser of a pool. */
export const meFor = (organiserId: string): { readonly personId: string; readonly isMaker: boolean } => {
  const party = actingParty();
  return {
    personId: session.value?.person.id ?? '',
    isMaker:
      party?.partyId === organiserId && party.roles.some((role) => role === 'officer' || role === 'chair'),
  };
};

/** What a holder is called: by name where it may be seen, else by the place among the three. */
export const useHolderName = (holders: Committee['holders']): ((holderId: string) => string) => {
  const words = useWords(committeeWords);
  return (holderId) => {
    const holder = holders.find((each) => each.holderId === holderId);
    return holder?.holderName ?? words.holder(String(holder?.place ?? ''));
  };
};
