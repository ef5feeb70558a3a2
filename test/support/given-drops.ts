import { A_WEEK_AHEAD, anOpenPool } from './given.js';
import { payOpenDues } from './pay.js';
import { playToContract } from './play-contract.js';
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
  declared: { readonly contractMode?: 'direct' | 'secondary'; readonly dueBy?: 'pool' | 'party' } = {},
): Promise<{ poolId: string; drops: readonly GivenDrop[] }> => {
  const { officer, chair, supplier, members } = cast;
  const { poolId } = await anOpenPool(officer, {
    ...{ packs: ['BERAS-MEDIUM/XSA50'], ...declared, ...A_WEEK_AHEAD },
  });
  await playToContract(river, { officer, chair, koperasi: members, bidders: [supplier] }, poolId, {
    ...{ asked: members.map(() => SACKS), neededBy: A_WEEK_AHEAD.neededFrom },
    bids: [{ capacityPacks: 90, leadTimeDays: 2, tiers: [{ fromPacks: 1, priceRpPerUnit: 11_000 }] }],
  });
  const drops = await until('the drops', async () => {
    const { data } = (await officer.get(`drops?poolId=${poolId}`)).body as { data: GivenDrop[] };
    return data.length === members.length ? data : undefined;
  });
  await payOpenDues(river, poolId);
  return { poolId, drops };
};
