import { anOpenPool, signContracts } from './given.js';
import { endBidding, placeBid } from './given-bids.js';
import { payOpenDues } from './pay.js';
import { until, type Person, type River } from './river.js';

/** A drop as its lists show it. */
export interface GivenDrop {
  readonly id: string;
  readonly koperasiId: string;
  readonly state: string;
  readonly deliveryNote: string | null;
}

const SACKS = 10;

/** One supplier's drops of rice that may leave, ten sacks to each member, played over HTTP and paid for. */
export const givenDrops = async (
  river: River,
  cast: {
    readonly officer: Person;
    readonly chair: Person;
    readonly supplier: Person;
    readonly members: readonly Person[];
  },
  contractMode: 'direct' | 'secondary' = 'direct',
): Promise<{ poolId: string; drops: readonly GivenDrop[] }> => {
  const { officer, chair, supplier, members } = cast;
  const rowsOf = async <Row>(path: string): Promise<Row[]> =>
    ((await officer.get(path)).body as { data?: Row[] }).data ?? [];
  const { poolId, itemIds } = await anOpenPool(officer, {
    ...{ packs: ['BERAS-MEDIUM/XSA50'], neededUntil: '2026-12-07', contractMode },
  });
  for (const member of members) {
    const lines = [{ itemId: itemIds[0], neededBy: '2026-12-01', quantityPacks: SACKS }];
    await member.post(`pools/${poolId}/commitments`, { koperasiId: member.partyId, lines });
  }
  await officer.post(`pools/${poolId}/close`, { reason: 'semua sudah pesan' });
  const lotId = await until(
    'a lot',
    async () => (await rowsOf<{ id: string }>(`pools/${poolId}/lots`))[0]?.id,
  );
  await placeBid(supplier, lotId, {
    ...{ capacityPacks: 90, minimumPacks: 0, leadTimeDays: 2 },
    tiers: [{ fromPacks: 1, priceRpPerUnit: 11_000 }],
  });
  await endBidding(river, poolId);
  await until('an award', async () =>
    (await officer.get(`lots/${lotId}/award`)).status === 200 ? true : undefined,
  );
  await officer.post(`lots/${lotId}/award/propose`);
  await chair.post(`lots/${lotId}/award/approve`);
  await signContracts(officer, [supplier], lotId);
  await until('the drops', async () =>
    (await rowsOf<GivenDrop>(`drops?poolId=${poolId}`)).length === members.length ? true : undefined,
  );
  await payOpenDues(river, poolId);
  return { poolId, drops: await rowsOf<GivenDrop>(`drops?poolId=${poolId}`) };
};
