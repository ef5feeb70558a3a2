import { dataOf, type Api, type View } from '../api/api.js';

/** A week's requirement; null where none has been written yet. */
export const askWeek = async (
  api: Api,
  kitchenId: string,
  isoWeek: string,
): Promise<View<'RequirementView'> | null> => {
  const weeks = await dataOf(
    api.GET('/api/v1/kitchens/{kitchenId}/requirements', { params: { path: { kitchenId } } }),
  );
  if (!weeks.data.some((week) => week.isoWeek === isoWeek)) return null;
  return dataOf(
    api.GET('/api/v1/kitchens/{kitchenId}/requirements/{isoWeek}', {
      params: { path: { kitchenId, isoWeek } },
    }),
  );
};
