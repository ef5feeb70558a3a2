import { CITY_CODE } from './look-around.js';
import { runAbreast } from './run-abreast.js';
import { CALLS_ABREAST, counting, type Scene } from './scene.js';

/** Suppliers say openly, before the pool opens, the most they will ask. Said twice it is said once. */
export const publishOffers = async ({ api, people, plan, tell }: Scene): Promise<void> => {
  const count = counting(tell, 'Pemasok memberi harga janji (standing offers)', plan.offers.length);
  await runAbreast(plan.offers, CALLS_ABREAST, async ({ supplier, terms, ...offer }) => {
    const seller = people.of(supplier);
    await api.call(seller, 'POST', '/offers', {
      body: { ...offer, ...terms, supplierId: seller.partyId, regionCode: CITY_CODE },
    });
    count();
  });
};
