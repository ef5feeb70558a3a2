import type { RequirementAnswer } from './demand-answers.js';
import { runAbreast } from './run-abreast.js';
import { CALLS_ABREAST, counting, type Scene } from './scene.js';

/**
 * Each kitchen writes down its week and publishes it. A season that was interrupted before its pool opened finds
 * its requirements there: a published one stands, a draft is replaced.
 */
export const publishRequirements = (scene: Scene): Promise<RequirementAnswer[]> => {
  const { api, people, plan, tell } = scene;
  const count = counting(
    tell,
    'Dapur menerbitkan kebutuhan (kitchens publish their week)',
    plan.requirements.length,
  );
  return runAbreast(plan.requirements, CALLS_ABREAST, async ({ kitchen, lines }) => {
    const cook = people.of(kitchen);
    const path = `/kitchens/${cook.partyId}/requirements/${plan.isoWeek}`;
    const before = await api.find<RequirementAnswer>(cook, path);
    if (before?.state === 'published') {
      count();
      return before;
    }
    const version = before === undefined ? {} : { version: before.version };
    await api.call(cook, 'PUT', path, { body: { lines }, ...version });
    const published = await api.call<RequirementAnswer>(cook, 'POST', `${path}/publish`);
    count();
    return published;
  });
};
