/**
 * How guessing is slowed. What is counted are attempts that failed, by gate and key; after the free ones each
 * failure closes the gate for twice as long as the one before, up to a most.
 */
export interface Gate {
  /** Failures that cost no time: typing errors. */
  readonly free: number;
  readonly firstS: number;
  /** No gate stays closed for longer, however many try: so nobody can lock another out for good. */
  readonly mostS: number;
  /** So long it takes until one failure is forgotten, however many others there are meanwhile. */
  readonly leakS: number;
}

const HOUR_S = 3_600;
const DAY_S = 86_400;
/** Failures beyond these make no gate close for longer, and are not counted: what is over is forgotten in days at most. */
const MOST_BEYOND_FREE = 12;

/**
 * Each gate with its key. `account` and `address` are for addresses from which the account was not signed in to of late:
 * a stranger's guesses from anywhere, or a neighbour's at other accounts, do not close the door its owner always uses.
 */
export const gates = {
  /** A login from one address. */
  pair: { free: 5, firstS: 1, mostS: 300, leakS: HOUR_S },
  /** A login from anywhere. */
  account: { free: 20, firstS: 1, mostS: 60, leakS: 180 },
  /** One address, which a whole village may share, with any login. */
  address: { free: 100, firstS: 1, mostS: 300, leakS: 36 },
  /** A person's second factor, after the right password. */
  factor: { free: 5, firstS: 2, mostS: HOUR_S, leakS: HOUR_S },
  /** One session proving itself anew. */
  'step-up': { free: 5, firstS: 1, mostS: 900, leakS: HOUR_S },
  /** Asking for a code for a login: each sends a message. While it is closed, the last code still holds. */
  'reset-account': { free: 3, firstS: 60, mostS: 900, leakS: HOUR_S },
  'reset-address': { free: 30, firstS: 10, mostS: 300, leakS: 120 },
  /** Redeeming codes from one address; a code is too long to be guessed. */
  redeem: { free: 20, firstS: 1, mostS: 60, leakS: 180 },
} as const satisfies Readonly<Record<string, Gate>>;

export type GateName = keyof typeof gates;

export interface Tally {
  readonly gate: GateName;
  readonly failures: number;
  /** Up to when forgetting has been reckoned; null for a key that is new. */
  readonly leakedAt: Date | null;
  readonly blockedUntil: Date | null;
  /** When the key was last used rightly, for `pair`. */
  readonly succeededAt: Date | null;
}

const KNOWN_FOR_MS = 90 * DAY_S * 1000;

/** Whether somebody signed in to this account from this address within 90 days. */
export const isKnownPair = ({ succeededAt }: Tally, now: Date): boolean =>
  succeededAt !== null && now.getTime() - succeededAt.getTime() < KNOWN_FOR_MS;

/** The gates that count for an attempt: of a known pair its own alone, so that neither strangers nor neighbours close it. */
export const gatesThatCount = (tallies: readonly Tally[], now: Date): readonly Tally[] => {
  const known = tallies.filter((tally) => tally.gate === 'pair' && isKnownPair(tally, now));
  return known.length > 0 ? known : tallies;
};

/** Whole seconds until all gates are open; 0 when they are. */
export const secondsToWait = (tallies: readonly Tally[], now: Date): number =>
  Math.max(
    0,
    ...tallies.map(({ blockedUntil }) =>
      blockedUntil === null ? 0 : Math.ceil((blockedUntil.getTime() - now.getTime()) / 1000),
    ),
  );

/** What is left of earlier failures, and up to when forgetting is reckoned with it: full turns only, so that none is lost. */
const leak = ({ gate, failures, leakedAt }: Tally, now: Date): { failures: number; leakedAt: Date } => {
  const leakMs = gates[gate].leakS * 1000;
  const turns = leakedAt === null ? 0 : Math.floor((now.getTime() - leakedAt.getTime()) / leakMs);
  return leakedAt === null || turns >= failures
    ? { failures: 0, leakedAt: now }
    : { failures: failures - turns, leakedAt: new Date(leakedAt.getTime() + turns * leakMs) };
};

/**
 * Counts an attempt before it is judged, so that a hundred at once are a hundred; a right one is taken back.
 *
 *   pair: failures before | 0..4 | 5 | 6 | 7 | … | 14
 *   then closed for (s)   |   0  | 1 | 2 | 4 | … | 300
 */
export const countAttempt = (
  tally: Tally,
  now: Date,
): Pick<Tally, 'failures' | 'leakedAt' | 'blockedUntil'> => {
  const { free, firstS, mostS }: Gate = gates[tally.gate];
  const before = leak(tally, now);
  const beyond = before.failures - free;
  const closedS = beyond < 0 ? 0 : Math.min(mostS, firstS * 2 ** Math.min(beyond, MOST_BEYOND_FREE));
  return {
    failures: Math.min(before.failures + 1, free + MOST_BEYOND_FREE),
    leakedAt: before.leakedAt,
    blockedUntil: closedS === 0 ? null : new Date(now.getTime() + closedS * 1000),
  };
};
