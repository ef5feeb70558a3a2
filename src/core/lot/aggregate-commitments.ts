/** Why a committed line is in no lot, in the order in which reasons are looked for: the first that holds is given. */
export const lineRefusals = [
  'RESCUE_CANCELLED',
  'RESCUE_MERGED',
  'RESCUE_NOT_CONSENTED',
  'RESCUE_NO_TARGET',
  'KOPERASI_SUSPENDED',
  'BENEFICIARY_SUSPENDED',
  'COLD_STORE_MISSING',
  'DEPOSIT_NOT_HELD',
] as const;
export type LineRefusal = (typeof lineRefusals)[number];

export type Storage = 'dry' | 'fresh' | 'chilled' | 'frozen' | 'hazard';

export interface CommittedLine {
  readonly lineId: string;
  readonly itemId: string;
  readonly koperasiId: string;
  /** A kitchen, or the koperasi itself. */
  readonly beneficiaryId: string;
  readonly quantityPacks: number;
  /** Whether it agreed to move to another pool, and whether it did. */
  readonly acceptsMerge: boolean;
  readonly hasMoved: boolean;
  /** No deposit that was held at the close binds it; left out: it is bound, or none was asked. */
  readonly isUnbound?: boolean;
}

/** What became of an item that missed its minimum, unless it went on. */
export type GivenUp = 'merged' | 'cancelled';

export interface CommittingParty {
  readonly isSuspended: boolean;
  readonly hasColdStore: boolean;
  /** The kecamatan of the party's region. */
  readonly districtCode: string;
}

export interface Zone {
  readonly districtCode: string;
  readonly quantityPacks: number;
  readonly koperasiCount: number;
}

export interface AggregatedLot {
  readonly itemId: string;
  readonly quantityPacks: number;
  readonly koperasiCount: number;
  /** Sorted, like the zones, so that the order of joining leaves no trace. */
  readonly lineIds: readonly string[];
  readonly zones: readonly Zone[];
}

export interface Aggregation {
  /** One per item with at least one accepted line, by item. */
  readonly lots: readonly AggregatedLot[];
  readonly refused: readonly { readonly lineId: string; readonly reason: LineRefusal }[];
}

const refusalOf = (
  line: CommittedLine,
  givenUp: GivenUp | undefined,
  koperasi: CommittingParty,
  beneficiary: CommittingParty,
  storage: Storage,
): LineRefusal | undefined => {
  if (givenUp === 'cancelled') return 'RESCUE_CANCELLED';
  if (givenUp === 'merged') {
    if (line.hasMoved) return 'RESCUE_MERGED';
    return line.acceptsMerge ? 'RESCUE_NO_TARGET' : 'RESCUE_NOT_CONSENTED';
  }
  if (koperasi.isSuspended) return 'KOPERASI_SUSPENDED';
  if (beneficiary.isSuspended) return 'BENEFICIARY_SUSPENDED';
  if ((storage === 'chilled' || storage === 'frozen') && !koperasi.hasColdStore) return 'COLD_STORE_MISSING';
  if (line.isUnbound === true) return 'DEPOSIT_NOT_HELD';
  return undefined;
};

const found = <Value>(values: ReadonlyMap<string, Value>, id: string): Value => {
  const value = values.get(id);
  if (value === undefined) throw new RangeError(`nothing is known of ${id}`);
  return value;
};

const ordered = (texts: Iterable<string>): string[] =>
  [...texts].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));

const toLot = (
  itemId: string,
  lines: readonly CommittedLine[],
  parties: ReadonlyMap<string, CommittingParty>,
): AggregatedLot => {
  const byDistrict = new Map<string, { quantityPacks: number; koperasi: Set<string> }>();
  for (const line of lines) {
    const { districtCode } = found(parties, line.koperasiId);
    const zone = byDistrict.get(districtCode) ?? { quantityPacks: 0, koperasi: new Set<string>() };
    zone.quantityPacks += line.quantityPacks;
    zone.koperasi.add(line.koperasiId);
    byDistrict.set(districtCode, zone);
  }
  const zones = ordered(byDistrict.keys()).map((districtCode) => {
    const { quantityPacks, koperasi } = found(byDistrict, districtCode);
    return { districtCode, quantityPacks, koperasiCount: koperasi.size };
  });
  return {
    itemId,
    quantityPacks: zones.reduce((sum, zone) => sum + zone.quantityPacks, 0),
    // A koperasi lies in one district, so nobody is counted twice.
    koperasiCount: zones.reduce((sum, zone) => sum + zone.koperasiCount, 0),
    lineIds: ordered(lines.map((line) => line.lineId)),
    zones,
  };
};

/**
 * Turns a closed pool's lines into one lot per item: each line ends in exactly one lot or is refused with
 * a reason. Pools of a nation are closed by the same rule written as one SQL statement (lot.store); the
 * database spec holds both equal.
 */
export const aggregateCommitments = (
  lines: readonly CommittedLine[],
  parties: ReadonlyMap<string, CommittingParty>,
  storageOfItem: ReadonlyMap<string, Storage>,
  givenUpItems: ReadonlyMap<string, GivenUp> = new Map(),
): Aggregation => {
  const refused: { lineId: string; reason: LineRefusal }[] = [];
  const accepted = new Map<string, CommittedLine[]>();
  for (const line of lines) {
    const reason = refusalOf(
      line,
      givenUpItems.get(line.itemId),
      found(parties, line.koperasiId),
      found(parties, line.beneficiaryId),
      found(storageOfItem, line.itemId),
    );
    if (reason !== undefined) {
      refused.push({ lineId: line.lineId, reason });
      continue;
    }
    const together = accepted.get(line.itemId);
    if (together === undefined) accepted.set(line.itemId, [line]);
    else together.push(line);
  }
  const lots = ordered(accepted.keys()).map((itemId) => toLot(itemId, found(accepted, itemId), parties));
  refused.sort((a, b) => (a.lineId < b.lineId ? -1 : 1));
  return { lots, refused };
};
