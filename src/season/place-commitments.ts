import type { CommitmentAnswer, PoolAnswer } from './demand-answers.js';
import { itemOf } from './open-pool.js';
import { runAbreast } from './run-abreast.js';
import { CALLS_ABREAST, counting, type Scene } from './scene.js';
import type { PlannedCommitment } from './season-plan.js';

/**
 * Every koperasi commits to its lines, several at once as on a Thursday evening. `onThird` is done once, when a
 * third of them have and the others have not. @returns all lines placed.
 */
export const placeCommitments = async (
  { api, people, tell }: Pick<Scene, 'api' | 'people' | 'tell'>,
  pool: PoolAnswer,
  commitments: readonly PlannedCommitment[],
  onThird: () => Promise<void> = () => Promise.resolve(),
): Promise<CommitmentAnswer[]> => {
  const asking = commitments.filter(({ lines }) => lines.length > 0);
  const count = counting(tell, 'Koperasi memesan (koperasi commit)', asking.length);
  const place = async ({ koperasi, lines }: PlannedCommitment): Promise<CommitmentAnswer[]> => {
    const officer = people.of(koperasi);
    const { data } = await api.call<{ data: CommitmentAnswer[] }>(
      officer,
      'POST',
      `/pools/${pool.id}/commitments`,
      {
        body: {
          koperasiId: officer.partyId,
          lines: lines.map(({ packCode, ...line }) => ({ ...line, itemId: itemOf(pool, packCode) })),
        },
      },
    );
    count();
    return data;
  };
  const third = Math.ceil(asking.length / 3);
  const early = await runAbreast(asking.slice(0, third), CALLS_ABREAST, place);
  await onThird();
  const late = await runAbreast(asking.slice(third), CALLS_ABREAST, place);
  return [...early, ...late].flat();
};
