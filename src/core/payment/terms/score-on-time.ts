/** A due that a party was to pay. */
export interface DueToScore {
  readonly dueOn: string;
  /** Null: not paid yet. */
  readonly settledOn: string | null;
}

export interface OnTimeScore {
  /** How many of the last dues count: those that are paid, and those whose day is over. */
  readonly counted: number;
  readonly onTime: number;
  /** In 1/10,000; null where nothing counts yet. */
  readonly shareBps: number | null;
}

/** So many of the last dues make the score: enough for a season, few enough to mend it. */
export const SCORED_DUES = 20;

/**
 * The share of a party's last dues that were paid by their day.
 *
 *   paid on the day, paid early, paid a day late, unpaid since yesterday, due tomorrow -> 2 of 4, 5000
 */
export const scoreOnTime = (dues: readonly DueToScore[], today: string, last = SCORED_DUES): OnTimeScore => {
  const counting = dues
    .filter(({ dueOn, settledOn }) => settledOn !== null || dueOn < today)
    .sort((one, other) => (one.dueOn < other.dueOn ? 1 : Number(one.dueOn > other.dueOn) * -1))
    .slice(0, last);
  const onTime = counting.filter(({ dueOn, settledOn }) => settledOn !== null && settledOn <= dueOn).length;
  const counted = counting.length;
  return { counted, onTime, shareBps: counted === 0 ? null : Math.floor((onTime * 10_000) / counted) };
};
