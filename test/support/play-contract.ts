import { awardLot } from './award-lot.js';
import { bringDrops, untilSettled } from './bring-drops.js';
import { signContracts, soon } from './given.js';
import { must } from './must.js';
import { rows } from './read-answers.js';
import { until, type Person, type River } from './river.js';

/** Everybody a pool takes, signed in. */
export interface ContractCast {
  readonly officer: Person;
  readonly treasurer: Person;
  readonly chair: Person;
  readonly koperasi: readonly Person[];
  readonly bidders: readonly Person[];
}

export interface Due {
  readonly id: string;
  readonly kind: string;
  readonly payerId: string;
  readonly payeeId: string;
  readonly poolId: string | null;
  readonly amountRp: number;
  readonly openRp: number;
  readonly dueAt: string | null;
  readonly state: string;
}

export interface PlayedDrop {
  readonly id: string;
  readonly senderId: string;
  readonly receiverId: string;
  readonly releasedAt: string | null;
  readonly lines: readonly { readonly lineId: string; readonly shippedPacks: number }[];
}

/** What stands on a party's own accounts, as it reads it itself; what is zero is left out. */
export const accountsOf = async (person: Person): Promise<Record<string, number>> => {
  const { accounts } = await must<{ accounts: { purpose: string; balanceRp: number }[] }>(
    person.get(`parties/${person.partyId}/balances`),
  );
  return Object.fromEntries(
    accounts.filter(({ balanceRp }) => balanceRp !== 0).map(({ purpose, balanceRp }) => [purpose, balanceRp]),
  );
};

/** What has been added to accounts since they were read. */
export const addedTo = (
  before: Record<string, number>,
  after: Record<string, number>,
): Record<string, number> =>
  Object.fromEntries(
    [...new Set([...Object.keys(before), ...Object.keys(after)])]
      .map((purpose) => [purpose, (after[purpose] ?? 0) - (before[purpose] ?? 0)] as const)
      .filter(([, amountRp]) => amountRp !== 0),
  );

/** An open pool of one item, with whatever a story declares besides. */
export const aPoolWith = async (officer: Person, declared: object, item: object = {}): Promise<string> => {
  const { id } = await must<{ id: string }>(
    officer.post('pools', {
      ...{ organiserId: officer.partyId, title: 'Putaran kontrak (uji)', regionCode: '35.71' },
      ...{ closesAt: soon(3_600_000), biddingPeriodS: 3600, neededFrom: '2026-12-01' },
      ...{ neededUntil: '2099-12-31', steps: { standstillS: 0 } },
      items: [{ packCode: 'BERAS-MEDIUM/XSA50', ...item }],
      ...declared,
    }),
  );
  await must(officer.post(`pools/${id}/open`));
  return id;
};

/** From the first commitment to contracts: who orders (or offers) how many packs, and who bids what. */
export const playToContract = async (
  river: River,
  cast: Omit<ContractCast, 'treasurer'>,
  poolId: string,
  {
    asked,
    bids,
    neededBy = '2026-12-01',
  }: { readonly asked: readonly number[]; readonly bids: readonly object[]; readonly neededBy?: string },
): Promise<void> => {
  const { officer, koperasi, bidders } = cast;
  const { items } = await must<{ items: { itemId: string }[] }>(officer.get(`pools/${poolId}`));
  for (const [place, quantityPacks] of asked.entries()) {
    const person = koperasi[place];
    if (person === undefined) throw new Error('more is asked than there are koperasi');
    const line = { itemId: items[0]?.itemId, neededBy, quantityPacks };
    await must(person.post(`pools/${poolId}/commitments`, { koperasiId: person.partyId, lines: [line] }));
  }
  const bid = bids.flatMap((terms, place) => {
    const bidder = bidders[place];
    return bidder === undefined ? [] : [[bidder, terms] as const];
  });
  await signContracts(officer, bidders, await awardLot(river, cast, poolId, bid));
};

const everybody = ({ treasurer, koperasi, bidders }: ContractCast): Person[] => [
  treasurer,
  ...koperasi,
  ...bidders,
];

/** All dues of a pool, as those who pay them read them. */
export const duesOf = async (cast: ContractCast, poolId: string): Promise<Due[]> => {
  const own = await Promise.all(
    everybody(cast).map((person) => rows<Due>(person, 'dues?side=payer&limit=100')),
  );
  return own.flat().filter((due) => due.poolId === poolId);
};

/** Pays by bank transfer whatever of a pool is open: each payer says so, each payee finds it. @returns how many. */
export const payOverHttp = async (cast: ContractCast, poolId: string): Promise<number> => {
  const personOf = new Map(everybody(cast).map((person) => [person.partyId, person]));
  const open = (await duesOf(cast, poolId)).filter(({ state }) => state === 'open');
  for (const { id, openRp, payerId, payeeId } of open) {
    const [payer, payee] = [personOf.get(payerId), personOf.get(payeeId)];
    if (!payer || !payee) throw new Error(`due ${id} is of somebody else`);
    const claim = { amountRp: openRp, paidOn: '2026-11-20' };
    const transfer = await must<{ id: string }>(payer.post(`dues/${id}/transfers`, claim));
    await must(payee.post(`dues/${id}/transfers/${transfer.id}/confirm`));
  }
  return open.length;
};

/** The pool's drops, once they carry so many packs and each was asked for. */
export const dropsOf = ({ officer }: ContractCast, poolId: string, packs: number): Promise<PlayedDrop[]> =>
  until('every drop is planned', async () => {
    const listed = await rows<{ id: string }>(officer, `drops?poolId=${poolId}`);
    const found = await Promise.all(listed.map(({ id }) => must<PlayedDrop>(officer.get(`drops/${id}`))));
    const carried = found.flatMap(({ lines }) => lines).reduce((sum, line) => sum + line.shippedPacks, 0);
    return carried === packs ? found : undefined;
  });

/** Pays what is asked for before goods leave, until every drop may. */
export const releaseOverHttp = async (cast: ContractCast, poolId: string): Promise<void> => {
  await until('every drop is released', async () => {
    await payOverHttp(cast, poolId);
    const listed = await rows<{ id: string }>(cast.officer, `drops?poolId=${poolId}`);
    const found = await Promise.all(
      listed.map(({ id }) => must<PlayedDrop>(cast.officer.get(`drops/${id}`))),
    );
    return found.every(({ releasedAt }) => releasedAt !== null) ? true : undefined;
  });
};

/** Sends every drop and counts it at the gate; `missing` says of each how many packs never came. */
export const deliver = async (
  cast: ContractCast,
  poolId: string,
  drops: readonly PlayedDrop[],
  missing: (drop: PlayedDrop) => number,
): Promise<void> => {
  await bringDrops(cast.officer, everybody(cast), drops, missing);
  await untilSettled(cast.officer, poolId);
};
