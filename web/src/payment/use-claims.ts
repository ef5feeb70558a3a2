import { allRows } from '../api/all-rows.js';
import { dataOf } from '../api/api.js';
import { useAsk } from '../api/use-ask.js';

/** All dues of which their payer says that it transferred, and nobody has judged it; null asks nothing. */
export const useClaims = (partyId: string | null) =>
  useAsk(partyId === null ? null : `claims:${partyId}`, (api) =>
    allRows((cursor) =>
      dataOf(
        api.GET('/api/v1/parties/{partyId}/receivables', {
          params: {
            path: { partyId: partyId ?? '' },
            query: { claimed: true, limit: 200, ...(cursor === undefined ? {} : { cursor }) },
          },
        }),
      ),
    ),
  );
