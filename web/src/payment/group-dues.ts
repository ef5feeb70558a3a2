/** When something is to be paid: its day is over; within a week; later; whenever (it has no day). */
export const urgencies = ['overdue', 'soon', 'later', 'any'] as const;
export type Urgency = (typeof urgencies)[number];

interface Due {
  readonly dueAt: string | null;
  readonly isOverdue: boolean;
}

const SOON_MS = 7 * 24 * 3600 * 1000;

export const urgencyOf = ({ dueAt, isOverdue }: Due, nowMs: number): Urgency => {
  if (isOverdue) return 'overdue';
  if (dueAt === null) return 'any';
  return Date.parse(dueAt) - nowMs <= SOON_MS ? 'soon' : 'later';
};

/** Dues by how urgent they are, the most urgent first, none empty; within each the order stays. */
export const groupDues = <Row extends Due>(
  dues: readonly Row[],
  nowMs: number,
): readonly (readonly [urgency: Urgency, dues: readonly Row[]])[] =>
  urgencies
    .map((urgency) => [urgency, dues.filter((due) => urgencyOf(due, nowMs) === urgency)] as const)
    .filter(([, rows]) => rows.length > 0);

/** The sum of what is open, in rupiah. */
export const openOf = (dues: readonly { readonly openRp: number }[]): number =>
  dues.reduce((sum, { openRp }) => sum + openRp, 0);
