import { dataOf, Refused, type View } from '../api/api.js';
import { useAsk } from '../api/use-ask.js';

export interface Review {
  readonly award: View<'AwardView'> | null;
  readonly steps: readonly View<'StepView'>[];
  readonly objections: readonly View<'ObjectionView'>[];
  readonly contracts: readonly View<'ContractView'>[];
}

/** What is not there yet is null; everything else that is refused is said. */
const orNull = async <Data>(asked: Promise<Data>): Promise<Data | null> => {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Refused && error.problem?.status === 404) return null;
    throw error;
  }
};

/** All that an organiser looks at before it decides about the award of a lot. */
export const useReview = ({ id: lotId, state }: Pick<View<'LotView'>, 'id' | 'state'>) =>
  useAsk(`review:${lotId}:${state === 'bidding' ? 'sealed' : 'opened'}`, async (api): Promise<Review> => {
    const params = { path: { lotId } };
    if (state === 'bidding') {
      // Nothing is computed yet, and asking would only be refused.
      const { data } = await dataOf(api.GET('/api/v1/lots/{lotId}/steps', { params }));
      return { award: null, steps: data, objections: [], contracts: [] };
    }
    const [award, steps, objections, contracts] = await Promise.all([
      orNull(dataOf(api.GET('/api/v1/lots/{lotId}/award', { params }))),
      orNull(dataOf(api.GET('/api/v1/lots/{lotId}/steps', { params }))),
      orNull(dataOf(api.GET('/api/v1/lots/{lotId}/award/objections', { params }))),
      orNull(dataOf(api.GET('/api/v1/lots/{lotId}/contracts', { params }))),
    ]);
    return {
      award,
      steps: steps?.data ?? [],
      objections: objections?.data ?? [],
      contracts: contracts?.data ?? [],
    };
  });
