import { dataOf } from '../../api/api.js';
import { useAsk } from '../../api/use-ask.js';

/** Whose documents wait for this party to check them. */
export const useChecks = (partyId: string | null) =>
  useAsk(partyId === null ? null : `checks:${partyId}`, (api) =>
    dataOf(api.GET('/api/v1/parties/{partyId}/checks', { params: { path: { partyId: partyId ?? '' } } })),
  );
