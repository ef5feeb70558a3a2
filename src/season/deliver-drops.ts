import type { LotAnswer } from './demand-answers.js';
import type { DropAnswer, DropDetailAnswer, ShareAnswer } from './supply-answers.js';
import type { Actor, Api } from './call-api.js';
import { planReceipts, type Receipt } from './plan-receipts.js';
import { runAbreast } from './run-abreast.js';
import { CALLS_ABREAST, counting, type Scene } from './scene.js';
import { OBSERVER } from './sign-in.js';
import { waitUntil } from './wait-until.js';

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

export const readDrops = async (api: Api, observer: Actor, poolId: string): Promise<DropDetailAnswer[]> => {
  const drops = await api.list<DropAnswer>(observer, `/drops?poolId=${poolId}`);
  return runAbreast(drops, CALLS_ABREAST, ({ id }) =>
    api.call<DropDetailAnswer>(observer, 'GET', `/drops/${id}`),
  );
};

/** Waits until every pack that was allocated is on a drop. */
export const awaitDrops = async (
  { api, people, tell }: Scene,
  poolId: string,
  lots: readonly LotAnswer[],
): Promise<DropDetailAnswer[]> => {
  const observer = people.of(OBSERVER);
  const shares = (
    await Promise.all(lots.map(({ id }) => api.list<ShareAnswer>(observer, `/lots/${id}/shares`)))
  ).flat();
  const allocated = sum(shares.map(({ allocatedPacks }) => allocatedPacks));
  return waitUntil(`the ${allocated} allocated packs are on drops`, async () => {
    const drops = await readDrops(api, observer, poolId);
    const planned = sum(drops.flatMap(({ lines }) => lines.map(({ shippedPacks }) => shippedPacks)));
    tell('Jatah dibagi, pengiriman disusun (shares allocated, drops planned)', planned, allocated);
    return planned >= allocated && drops.length > 0
      ? { found: drops }
      : { seen: `${planned} packs on ${drops.length} drops` };
  });
};

/** Every truck leaves with its delivery note. */
export const dispatchDrops = async (scene: Scene, drops: readonly DropDetailAnswer[]): Promise<void> => {
  const { api, people, plan, tell } = scene;
  const count = counting(tell, 'Barang dikirim dengan surat jalan (dispatched)', drops.length);
  const suppliers = new Map(people.all.map((actor) => [actor.partyId, actor]));
  await runAbreast(drops, CALLS_ABREAST, async (drop, place) => {
    const supplier = suppliers.get(drop.supplierId);
    if (supplier === undefined) throw new Error(`drop ${drop.id} is of a supplier who has not signed in`);
    const deliveryNote = `SJ-${plan.isoWeek}-${String(place + 1).padStart(4, '0')}`;
    await api.call(supplier, 'POST', `/drops/${drop.id}/dispatch`, { body: { deliveryNote } });
    count();
  });
};

/** Every koperasi counts what came, and says what is missing, damaged or to be judged. @returns what they counted. */
export const receiveDrops = async (scene: Scene, drops: readonly DropDetailAnswer[]): Promise<Receipt[]> => {
  const { api, people, plan, tell } = scene;
  const faults = plan.faults.map(({ koperasi, kind, packs }) => ({
    koperasiId: people.of(koperasi).partyId,
    kind,
    packs,
  }));
  const receipts = planReceipts(drops, faults);
  const count = counting(tell, 'Barang diterima dan dihitung (received and counted)', receipts.length);
  const koperasi = new Map(people.all.map((actor) => [actor.partyId, actor]));
  await runAbreast(receipts, CALLS_ABREAST, async ({ dropId, koperasiId, lines }) => {
    const officer = koperasi.get(koperasiId);
    if (officer === undefined) throw new Error(`drop ${dropId} goes to a koperasi that has not signed in`);
    await api.call(officer, 'POST', `/drops/${dropId}/receipt`, { body: { lines } });
    count();
  });
  return receipts;
};
