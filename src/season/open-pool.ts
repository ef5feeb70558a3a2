import type { PoolAnswer } from './demand-answers.js';
import { CITY_CODE } from './look-around.js';
import type { Scene } from './scene.js';
import { OFFICER } from './sign-in.js';

/** An item that a supplier distributes at a fixed price. */
export interface DistributedPack {
  readonly packCode: string;
  readonly distribution: {
    readonly supplierId: string;
    readonly priceRpPerUnit: number;
    readonly quotaPerBuyerPacks: number;
    readonly stockPacks: number;
    readonly maxPerPickupPacks: number;
    readonly pickupPlace: string;
  };
}

export interface PoolTerms {
  readonly title: string;
  readonly closesAt: Date;
  readonly biddingPeriodS: number;
  readonly neededFrom: string;
  readonly neededUntil: string;
  readonly packCodes: readonly string[];
  readonly distributed?: readonly DistributedPack[];
  /** Seconds in which objections may be made; left out: as usual. */
  readonly standstillS?: number;
}

/** The organiser drafts a pool, ceilings by the public reference prices, and opens it. @returns it as the public sees it. */
export const openPool = async (
  { api, people }: Pick<Scene, 'api' | 'people'>,
  terms: PoolTerms,
): Promise<PoolAnswer> => {
  const officer = people.of(OFFICER);
  const { packCodes, distributed = [], closesAt, standstillS, ...rest } = terms;
  const { id } = await api.call<{ id: string }>(officer, 'POST', '/pools', {
    body: {
      ...rest,
      organiserId: officer.partyId,
      regionCode: CITY_CODE,
      closesAt: closesAt.toISOString(),
      items: [
        ...packCodes.map((packCode) => ({ packCode })),
        ...distributed.map((item) => ({ ...item, mode: 'distribution' })),
      ],
      ...(standstillS === undefined ? {} : { steps: { standstillS } }),
    },
  });
  await api.call(officer, 'POST', `/pools/${id}/open`);
  return api.call<PoolAnswer>(null, 'GET', `/pools/${id}`);
};

/** The pool's item that holds a pack. */
export const itemOf = (pool: PoolAnswer, packCode: string): string => {
  const item = pool.items.find((each) => each.packCode === packCode);
  if (item === undefined) throw new Error(`pool ${pool.id} has no item ${packCode}`);
  return item.itemId;
};
