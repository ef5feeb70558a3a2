import type { Person, River } from './river.js';

export interface GivenPool {
  readonly poolId: string;
  readonly itemIds: readonly string[];
}

export const soon = (ms: number): string => new Date(Date.now() + ms).toISOString();

/** An open pool of rice (and sugar) in Kota Kediri, made the way an organiser makes it. */
export const anOpenPool = async (
  organiser: Person,
  options: {
    closesAt?: string;
    biddingPeriodS?: number;
    packs?: readonly string[];
    rationingRule?: string;
    rescue?: object;
    /** What the pool declares of its human steps; left out: as usual, but for a standstill of none. */
    steps?: object;
    /** How bids are sealed; left out: by the system. */
    seal?: object;
    /** What it declares of deposits; left out: none. */
    deposit?: object;
    /** Who sells to whom; left out: suppliers to koperasi. */
    contractMode?: string;
    /** Whether all pay before goods leave, or each by its own terms; left out: all before. */
    dueBy?: string;
    /** The days of need; left out: until far away. */
    neededFrom?: string;
    neededUntil?: string;
  } = {},
): Promise<GivenPool> => {
  const packs = options.packs ?? ['BERAS-MEDIUM/XSA50', 'GULA/XSA50'];
  const created = await organiser.post('pools', {
    organiserId: organiser.partyId,
    title: 'Putaran uji',
    regionCode: '35.71',
    rationingRule: options.rationingRule,
    closesAt: options.closesAt ?? soon(3_600_000),
    biddingPeriodS: options.biddingPeriodS ?? 3600,
    neededFrom: options.neededFrom ?? '2026-12-01',
    neededUntil: options.neededUntil ?? '2099-12-31',
    items: packs.map((packCode) => ({ packCode })),
    rescue: options.rescue,
    steps: { standstillS: 0, ...options.steps },
    seal: options.seal,
    deposit: options.deposit,
    contractMode: options.contractMode,
    dueBy: options.dueBy,
  });
  const { id: poolId } = created.body as { id: string };
  const opened = await organiser.post(`pools/${poolId}/open`);
  if (opened.status !== 204) throw new Error(`the pool did not open: ${created.text} ${opened.text}`);
  const shown = await organiser.get(`pools/${poolId}`);
  const { items } = shown.body as { items: { itemId: string }[] };
  return { poolId, itemIds: items.map((item) => item.itemId) };
};

const civilDay = (daysAhead: number): string =>
  new Date(Date.now() + 7 * 3_600_000 + daysAhead * 86_400_000).toISOString().slice(0, 10);

/** Days of need that a screen may list one by one: they lie ahead, whenever a spec runs. */
export const A_WEEK_AHEAD = { neededFrom: civilDay(8), neededUntil: civilDay(14) } as const;

/** Logins of the first koperasi of Kota Kediri, in the order of their codes. */
export const koperasiLogins = async (river: River, count: number): Promise<string[]> => {
  const { rows } = await river.database.owner.query<{ login: string }>(
    `SELECT login FROM person WHERE login LIKE 'kop-35.71.%' ORDER BY login LIMIT $1`,
    [count],
  );
  return rows.map((row) => row.login);
};

/** The suppliers that were awarded packs in a lot sign for them. */
export const signContracts = async (
  organiser: Person,
  suppliers: readonly Person[],
  lotId: string,
): Promise<void> => {
  const { data } = (await organiser.get(`lots/${lotId}/contracts`)).body as {
    data: { supplierId: string; isCurrent: boolean }[];
  };
  for (const { supplierId } of data.filter(({ isCurrent }) => isCurrent)) {
    const supplier = suppliers.find(({ partyId }) => partyId === supplierId);
    const signed = await supplier?.post(`lots/${lotId}/contracts/${supplierId}/sign`);
    if (signed?.status !== 204) throw new Error(`${supplierId} did not sign: ${signed?.text ?? 'not here'}`);
  }
};
