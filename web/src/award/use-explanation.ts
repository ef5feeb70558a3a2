import { dataOf } from '../api/api.js';
import { session } from '../api/session.js';
import { useAsk } from '../api/use-ask.js';

/** Why the award of a lot is as it is; asked anew once somebody signs in, who may see more. */
export const useExplanation = (lotId: string) =>
  useAsk(`explanation:${lotId}:${session.value === null ? '' : session.value.person.id}`, (api) =>
    dataOf(api.GET('/api/v1/lots/{lotId}/award/explanation', { params: { path: { lotId } } })),
  );
