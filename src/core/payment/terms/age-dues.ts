import { countDays } from './count-days.js';

/** How long a due has been late: not yet, then by months of 30 days as bookkeepers count them. */
export const ageBuckets = ['current', 'late1To30', 'late31To60', 'late61To90', 'lateOver90'] as const;
export type AgeBucket = (typeof ageBuckets)[number];

export interface OpenDue {
  /** Whoever owes, or is owed. */
  readonly partyId: string;
  readonly partyName: string;
  readonly openRp: number;
  /** The civil day on which it was to be paid; of one without a day, that on which it came up. */
  readonly dueOn: string;
}

export type Ages = Readonly<Record<AgeBucket, number>>;

export interface PartyAges extends Ages {
  readonly partyId: string;
  readonly partyName: string;
  readonly totalRp: number;
}

export interface Ageing {
  /** The largest first. */
  readonly parties: readonly PartyAges[];
  readonly total: Ages & { readonly totalRp: number };
}

/** 0 and before: current; 30 days late: late1To30; 31: late31To60; 91: lateOver90. */
export const bucketOf = (daysLate: number): AgeBucket => {
  if (daysLate <= 0) return 'current';
  if (daysLate <= 30) return 'late1To30';
  if (daysLate <= 60) return 'late31To60';
  return daysLate <= 90 ? 'late61To90' : 'lateOver90';
};

const none = { current: 0, late1To30: 0, late31To60: 0, late61To90: 0, lateOver90: 0, totalRp: 0 };

const add = <Sum extends typeof none>(sum: Sum, bucket: AgeBucket, rp: number): Sum => ({
  ...sum,
  [bucket]: sum[bucket] + rp,
  totalRp: sum.totalRp + rp,
});

/** What is open by counterparty and age, as of a civil day; every rupiah is in one bucket. */
export const ageDues = (dues: readonly OpenDue[], today: string): Ageing => {
  const byParty = new Map<string, typeof none & { partyId: string; partyName: string }>();
  let total = none;
  for (const { partyId, partyName, openRp, dueOn } of dues) {
    const bucket = bucketOf(countDays(dueOn, today));
    byParty.set(partyId, add(byParty.get(partyId) ?? { ...none, partyId, partyName }, bucket, openRp));
    total = add(total, bucket, openRp);
  }
  const parties = [...byParty.values()].sort(
    (one, other) => other.totalRp - one.totalRp || (one.partyId < other.partyId ? -1 : 1),
  );
  return { parties, total };
};
