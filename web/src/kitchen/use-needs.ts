import { dataOf } from '../api/api.js';
import { useAsk } from '../api/use-ask.js';

/** What a kitchen waits for, from a civil day on; null: all it ever did. */
export const useNeeds = (kitchenId: string, from: string | null) =>
  useAsk(`coming:${kitchenId}:${from ?? ''}`, async (api) => {
    const { data } = await dataOf(
      api.GET('/api/v1/kitchens/{kitchenId}/coming', {
        params: { path: { kitchenId }, query: from === null ? {} : { from } },
      }),
    );
    return data;
  });
