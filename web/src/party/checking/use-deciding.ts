import type { View } from '../../api/api.js';
import { useAsk } from '../../api/use-ask.js';
import { askDecisions } from '../two-people.js';

/** What two people of the acting organiser last decided about a party, of one kind. */
export const useDeciding = (organiserId: string, subjectId: string, kind: View<'DecisionView'>['kind']) =>
  useAsk(`decisions:${organiserId}:${kind}:${subjectId}`, async (api) => {
    const { decisions, people } = await askDecisions(api, organiserId);
    return {
      people,
      decision: decisions.find((each) => each.kind === kind && each.subjectId === subjectId) ?? null,
    };
  });
