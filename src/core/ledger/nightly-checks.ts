export const checkOutcomes = ['holds', 'warning', 'broken'] as const;
export type CheckOutcome = (typeof checkOutcomes)[number];

/** What is looked at every night: views that must return no row, by what their names begin with. */
export interface NightlyCheck {
  readonly name: string;
  readonly views: string;
  /** What a row in them means. */
  readonly failing: Exclude<CheckOutcome, 'holds'>;
}

/**
 * Transit accounts clear; what the gateway settled is journaled, and the reverse; sums are zero. Money in suspense for
 * more than a day breaks nothing, but is somebody's task.
 */
export const nightlyChecks: readonly NightlyCheck[] = [
  { name: 'sums-are-zero', views: 'p01_', failing: 'broken' },
  { name: 'transit-clears', views: 'p03_', failing: 'broken' },
  { name: 'gateway-is-journaled', views: 'p04_', failing: 'broken' },
  { name: 'suspense-is-cleared', views: 'suspense_waits', failing: 'warning' },
];

/** The outcome of a check of which so many rows failed. */
export const judgeCheck = ({ failing }: NightlyCheck, failures: number): CheckOutcome =>
  failures === 0 ? 'holds' : failing;
