import { countCome } from '../support/bring-drops.js';
import { anOpenPool, koperasiLogins, signContracts, soon } from '../support/given.js';
import { endBidding, placeBid } from '../support/given-bids.js';
import { payOpenDues } from '../support/pay.js';
import { rows } from '../support/read-answers.js';
import { signIn, until, type Person, type River } from '../support/river.js';

interface Lot {
  readonly id: string;
  readonly state: string;
}
interface Drop {
  readonly id: string;
  readonly koperasiId: string;
  readonly supplierId: string;
  readonly lines: readonly { readonly lineId: string; readonly shippedPacks: number }[];
}

const RICE = 'BERAS-MEDIUM/XSA50';

const must = (what: string, answer: { status: number; text: string }): void => {
  if (answer.status >= 300) throw new Error(`${what}: ${answer.status} ${answer.text}`);
};

interface Cast {
  readonly officer: Person;
  readonly chair: Person;
  readonly koperasi: readonly Person[];
  readonly suppliers: readonly Person[];
  readonly kitchen: Person;
}

const gather = async (river: River): Promise<Cast> => {
  const all = (logins: readonly string[]): Promise<Person[]> =>
    Promise.all(logins.map((login) => signIn(river, login)));
  const [officer, chair, kitchen] = await all(['organiser-officer', 'organiser-chair', 'kitchen-1']);
  if (!officer || !chair || !kitchen) throw new Error('nobody there');
  const koperasi = await all(await koperasiLogins(river, 4));
  return { officer, chair, kitchen, koperasi, suppliers: await all(['supplier-1', 'supplier-2']) };
};

const commit = async (
  cast: Pick<Cast, 'koperasi'>,
  pool: { poolId: string; itemIds: readonly string[] },
): Promise<void> => {
  for (const [at, person] of cast.koperasi.entries())
    must(
      'commit',
      await person.post(`pools/${pool.poolId}/commitments`, {
        koperasiId: person.partyId,
        lines: pool.itemIds.map((itemId) => ({
          itemId,
          neededBy: '2026-12-01',
          quantityPacks: 20 + 10 * at,
          tolerancePacks: 2,
        })),
      }),
    );
};

const close = async (cast: Cast, poolId: string, lots: number): Promise<Lot[]> => {
  must('close', await cast.officer.post(`pools/${poolId}/close`, { reason: 'uji' }));
  return until('the lots are formed', async () => {
    const formed = await rows<Lot>(cast.officer, `pools/${poolId}/lots`);
    return formed.length === lots ? formed : undefined;
  });
};

const bid = async (cast: Cast, lot: Lot): Promise<void> => {
  for (const [at, supplier] of cast.suppliers.entries())
    await placeBid(supplier, lot.id, {
      capacityPacks: 90,
      minimumPacks: 0,
      leadTimeDays: 2,
      tiers: [{ fromPacks: 1, priceRpPerUnit: 11_000 + 100 * at }],
    });
};

const award = async (cast: Cast, lot: Lot): Promise<void> => {
  await until('the award is computed', async () =>
    (await cast.officer.get(`lots/${lot.id}/award`)).status === 200 ? true : undefined,
  );
  must('propose', await cast.officer.post(`lots/${lot.id}/award/propose`));
};

const deliver = async (river: River, cast: Cast, poolId: string): Promise<void> => {
  const drops = await until('drops are planned', async () => {
    const listed = await rows<{ id: string }>(cast.officer, `drops?poolId=${poolId}`);
    return listed.length < 4
      ? undefined
      : Promise.all(listed.map(async ({ id }) => (await cast.officer.get(`drops/${id}`)).body as Drop));
  });
  await payOpenDues(river, poolId);
  for (const [at, drop] of drops.entries()) {
    if (at === 0) continue;
    const supplier = cast.suppliers.find(({ partyId }) => partyId === drop.supplierId);
    const receiver = cast.koperasi.find(({ partyId }) => partyId === drop.koperasiId);
    await supplier?.post(`drops/${drop.id}/dispatch`, { deliveryNote: `SJ-${at}` });
    if (at === 1) continue;
    await receiver?.post(`drops/${drop.id}/receipt`, {
      lines: countCome(drop.lines),
    });
  }
};

/** One supplier bills an order by itself, for more than was ordered. */
const billOne = async ({ suppliers }: Cast): Promise<void> => {
  for (const supplier of suppliers) {
    const [order] = await rows<{ id: string }>(supplier, 'purchase-orders');
    if (order === undefined) continue;
    const { lines } = (await supplier.get(`purchase-orders/${order.id}`)).body as {
      lines: { id: string; packs: number; amountRp: number }[];
    };
    const billed = lines.map(({ id, packs, amountRp }) => ({
      ...{ orderLineId: id, packs, taxRp: 0 },
      amountRp: amountRp + 10_000,
    }));
    const bill = { number: 'KW-uji-1', billedOn: '2026-11-01', lines: billed };
    must('bill', await supplier.post(`parties/${supplier.partyId}/bills`, bill));
    return;
  }
};

const plantRest = async (cast: Cast): Promise<void> => {
  const { officer, kitchen, suppliers } = cast;
  const offer = await suppliers[0]?.post('offers', {
    supplierId: suppliers[0].partyId,
    packCode: RICE,
    regionCode: '35.71',
    leadTimeDays: 3,
    tiers: [{ fromPacks: 1, priceRpPerUnit: 12_000 }],
    validFrom: '2026-01-01',
    validUntil: '2099-01-31',
  });
  if (offer) must('offer', offer);
  await kitchen.put(`kitchens/${kitchen.partyId}/requirements/2026-W50`, {
    lines: [{ neededOn: '2026-12-07', commodityCode: 'BERAS-MEDIUM', quantityMilli: 100_000 }],
  });
  const draft = await officer.post('pools', {
    organiserId: officer.partyId,
    title: 'Rancangan (uji)',
    regionCode: '35.71',
    closesAt: soon(3_600_000),
    biddingPeriodS: 3_600,
    neededFrom: '2026-12-01',
    neededUntil: '2099-12-31',
    items: [{ packCode: RICE }],
  });
  must('draft', draft);
};

/**
 * A season half-way, over HTTP as its people would play it: a draft, open pools, one of them with deposits and a minimum, lots that take bids, that wait for
 * a proposal, for objections, for approval and for contracts, and one that is delivered in part, with what hangs on them.
 * @returns the open pool in which one koperasi has ordered, and others may.
 */
export const plantSeason = async (river: River): Promise<string> => {
  const cast = await gather(river);
  await plantRest(cast);
  const [open, bidding, opened, delivering] = await Promise.all([
    anOpenPool(cast.officer),
    anOpenPool(cast.officer),
    anOpenPool(cast.officer, { steps: { standstillS: 3_600 } }),
    anOpenPool(cast.officer, { packs: [RICE, 'GULA/XSA50', 'BERAS-PREMIUM/XSA25'] }),
  ]);
  const bound = await anOpenPool(cast.officer, {
    ...{ packs: [RICE], deposit: { rateBps: 1_000 }, rationingRule: 'talmud' },
    rescue: { otherwise: 'merge', acceptsMerged: true, items: [{ packCode: RICE, minimumPacks: 900 }] },
  });
  const ordering = await anOpenPool(cast.officer);
  await commit({ koperasi: cast.koperasi.slice(0, 1) }, ordering);
  for (const pool of [open, bidding, opened, delivering, bound]) await commit(cast, pool);
  for (const lot of await close(cast, bidding.poolId, 2)) await bid(cast, lot);
  const [first, second] = await close(cast, opened.poolId, 2);
  const [third, fourth, fifth] = await close(cast, delivering.poolId, 3);
  if (!first || !second || !third || !fourth || !fifth) throw new Error('no lots');
  for (const lot of [first, second, third, fourth, fifth]) await bid(cast, lot);
  for (const { poolId } of [opened, delivering]) await endBidding(river, poolId);
  await award(cast, first);
  for (const lot of [third, fourth, fifth]) await award(cast, lot);
  for (const lot of [third, fifth]) must('approve', await cast.chair.post(`lots/${lot.id}/award/approve`));
  await signContracts(cast.officer, cast.suppliers, third.id);
  await deliver(river, cast, delivering.poolId);
  await billOne(cast);
  return ordering.poolId;
};
