import type { LotAnswer } from './demand-answers.js';
import { counting, type Scene } from './scene.js';
import { CHAIR, OFFICER } from './sign-in.js';
import { waitUntil } from './wait-until.js';

/**
 * The officer proposes every award; the officer who tries to approve it is refused; the chair approves.
 * @returns the codes of the refusals, one per lot.
 */
export const decideAwards = async (
  { api, people, tell }: Scene,
  lots: readonly LotAnswer[],
): Promise<{ selfApprovalCodes: string[] }> => {
  const count = counting(
    tell,
    'Diusulkan, disetujui orang lain (proposed, approved by another)',
    lots.length,
  );
  const selfApprovalCodes: string[] = [];
  for (const { id } of lots) {
    await api.call(people.of(OFFICER), 'POST', `/lots/${id}/award/propose`);
    const { code } = await api.refusal(people.of(OFFICER), 'POST', `/lots/${id}/award/approve`, [403, 409]);
    selfApprovalCodes.push(code);
    await api.call(people.of(CHAIR), 'POST', `/lots/${id}/award/approve`);
    count();
  }
  return { selfApprovalCodes };
};

/** Waits until each of the pool's lots has come to one of the states. @throws Error at once when one has failed. */
export const awaitLots = async (
  { api, tell }: Scene,
  poolId: string,
  step: string,
  states: readonly string[],
): Promise<LotAnswer[]> =>
  waitUntil(`every lot of the pool is ${states.join(' or ')}`, async () => {
    const { data } = await api.call<{ data: LotAnswer[] }>(null, 'GET', `/pools/${poolId}/lots`);
    const failed = data.find(({ state }) => state === 'failed');
    if (failed)
      throw new Error(`the lot of ${failed.packCode} has failed: ${failed.failedReason ?? 'no reason'}`);
    const there = data.filter(({ state }) => states.includes(state)).length;
    tell(step, there, data.length);
    return there === data.length
      ? { found: data }
      : { seen: data.map(({ packCode, state }) => `${packCode} ${state}`).join(', ') };
  });
