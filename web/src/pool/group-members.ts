import type { View } from '../api/api.js';
import type { Line } from './use-pool.js';

type Deposit = Pick<View<'DepositStandView'>, 'koperasiId' | 'missingRp' | 'requiredRp'>;
type Koperasi = Pick<View<'PartyView'>, 'id' | 'name' | 'district'>;

/** A koperasi of the region, with what it has ordered in a pool and what is missing of its deposit. */
export interface Member {
  readonly koperasiId: string;
  readonly name: string;
  readonly district: string;
  /** Packs by item; empty for who has ordered nothing. */
  readonly packs: ReadonlyMap<string, number>;
  readonly missingRp: number;
}

export interface Members {
  readonly inIt: readonly Member[];
  readonly notYet: readonly Member[];
  readonly withoutDeposit: readonly Member[];
}

/** Who is in, who is not, and whose deposit is missing: each by kecamatan and name. A koperasi from elsewhere counts too. */
export const groupMembers = (
  koperasi: readonly Koperasi[],
  lines: readonly Pick<Line, 'koperasiId' | 'itemId' | 'quantityPacks' | 'state'>[],
  deposits: readonly Deposit[],
): Members => {
  const packs = new Map<string, Map<string, number>>();
  for (const { koperasiId, itemId, quantityPacks, state } of lines) {
    if (state !== 'active') continue;
    const own = packs.get(koperasiId) ?? new Map<string, number>();
    own.set(itemId, (own.get(itemId) ?? 0) + quantityPacks);
    packs.set(koperasiId, own);
  }
  const missing = new Map(deposits.map(({ koperasiId, missingRp }) => [koperasiId, missingRp]));
  const members = koperasi
    .map(({ id, name, district }): Member => ({
      koperasiId: id,
      name,
      district: district ?? '',
      packs: packs.get(id) ?? new Map<string, number>(),
      missingRp: missing.get(id) ?? 0,
    }))
    .sort((a, b) => a.district.localeCompare(b.district) || a.name.localeCompare(b.name));
  const inIt = members.filter((member) => member.packs.size > 0);
  return {
    inIt,
    notYet: members.filter((member) => member.packs.size === 0),
    withoutDeposit: inIt.filter(({ missingRp }) => missingRp > 0),
  };
};

/** Members by kecamatan, in their order. */
export const byDistrict = (
  members: readonly Member[],
): readonly (readonly [district: string, members: readonly Member[]])[] => {
  const groups = new Map<string, Member[]>();
  for (const member of members) groups.set(member.district, [...(groups.get(member.district) ?? []), member]);
  return [...groups];
};
