import type { LotAnswer } from './demand-answers.js';
import { runAbreast } from './run-abreast.js';
import { CALLS_ABREAST, counting, type Scene } from './scene.js';
import { OBSERVER } from './sign-in.js';
import type { ContractAnswer } from './supply-answers.js';

/** Every supplier that was awarded packs signs for them. */
export const signContracts = async (
  { api, people, tell }: Scene,
  lots: readonly LotAnswer[],
): Promise<void> => {
  const contracts = (
    await Promise.all(
      lots.map(async ({ id }) => {
        const path = `/lots/${id}/contracts`;
        const { data } = await api.call<{ data: ContractAnswer[] }>(people.of(OBSERVER), 'GET', path);
        return data.map(({ supplierId }) => ({ lotId: id, supplierId }));
      }),
    )
  ).flat();
  const count = counting(tell, 'Pemasok menandatangani (suppliers sign)', contracts.length);
  const suppliers = new Map(people.all.map((actor) => [actor.partyId, actor]));
  await runAbreast(contracts, CALLS_ABREAST, async ({ lotId, supplierId }) => {
    const supplier = suppliers.get(supplierId);
    if (supplier === undefined) throw new Error(`supplier ${supplierId} has not signed in`);
    await api.call(supplier, 'POST', `/lots/${lotId}/contracts/${supplierId}/sign`);
    count();
  });
};
