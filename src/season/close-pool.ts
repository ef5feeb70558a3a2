import type { CommitmentAnswer, LotAnswer, PoolAnswer, RequirementAnswer } from './demand-answers.js';
import type { TenderAnswer } from './supply-answers.js';
import type { Scene } from './scene.js';
import { OBSERVER, OFFICER } from './sign-in.js';
import { waitUntil } from './wait-until.js';

/** Kitchens' lines join an open pool through the worker; a pool that closed before would leave them for the next. */
export const awaitKitchens = async (
  { api, people, tell }: Scene,
  pool: PoolAnswer,
  requirements: readonly RequirementAnswer[],
): Promise<void> => {
  const step = 'Kebutuhan dapur ikut putaran (kitchens join the pool)';
  const wanted = requirements.reduce((sum, { lines }) => sum + lines.length, 0);
  await waitUntil(`the ${wanted} lines of the kitchens have joined the pool`, async () => {
    const lines = await api.list<CommitmentAnswer>(people.of(OBSERVER), `/pools/${pool.id}/commitments`);
    const joined = lines.filter(({ requirementLineId }) => requirementLineId !== null).length;
    tell(step, joined, wanted);
    return joined >= wanted ? { found: joined } : { seen: `${joined} lines` };
  });
};

/** Closes by hand and waits for the worker's lots, each open for bids. */
export const closePool = async (
  { api, people, plan, tell }: Scene,
  pool: PoolAnswer,
): Promise<LotAnswer[]> => {
  const step = 'Putaran ditutup, paket dibentuk (pool closed, lots formed)';
  tell(step, 0, plan.goods.length);
  await api.call(people.of(OFFICER), 'POST', `/pools/${pool.id}/close`, {
    body: { reason: 'Semua koperasi sudah memesan (every koperasi has committed)' },
  });
  return waitUntil(`the pool's ${plan.goods.length} lots are formed and open for bids`, async () => {
    const { data } = await api.call<{ data: LotAnswer[] }>(null, 'GET', `/pools/${pool.id}/lots`);
    const tenders = await Promise.all(
      data.map((lot) => api.find<TenderAnswer>(null, `/lots/${lot.id}/tender`)),
    );
    const open = tenders.filter((tender) => tender !== undefined).length;
    tell(step, open, plan.goods.length);
    return open >= plan.goods.length
      ? { found: data }
      : { seen: `${data.length} lots, ${open} open for bids` };
  });
};
