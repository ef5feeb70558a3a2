import { dataOf } from '../api/api.js';
import { useAsk } from '../api/use-ask.js';
import { byUrgency } from './drop-step.js';

const MOST_COMING = 100;

/** The drops on their way to a koperasi, those first that want something done. */
export const useComing = (partyId: string) =>
  useAsk(`drops:coming:${partyId}`, async (api) => {
    const pages = await Promise.all(
      (['dispatched', 'planned'] as const).map((state) =>
        dataOf(api.GET('/api/v1/drops', { params: { query: { state, limit: MOST_COMING } } })),
      ),
    );
    return byUrgency(pages.flatMap(({ data }) => data).filter(({ receiverId }) => receiverId === partyId));
  });
