import type { View } from '../api/api.js';

/** What of a line is not as it should be; the rest is accepted. */
export interface Differences {
  readonly quarantinedPacks: number;
  readonly damagedPacks: number;
  readonly missingPacks: number;
}

export type DifferenceKind = keyof Differences;
export const differenceKinds: readonly DifferenceKind[] = [
  'damagedPacks',
  'missingPacks',
  'quarantinedPacks',
];

export const noDifference: Differences = { quarantinedPacks: 0, damagedPacks: 0, missingPacks: 0 };

/** What a person has counted of a line: what differs, and where it is sold by grade, packs below the first grade. */
export interface LineCount extends Differences {
  readonly lowerPacks?: Readonly<Record<string, number>>;
}

/** What a person has counted so far, by line; a line that is not there is all right. */
export type Count = Readonly<Record<string, LineCount>>;

type DropLine = Pick<View<'DropLineView'>, 'lineId' | 'shippedPacks'> &
  Partial<Pick<View<'DropLineView'>, 'gradesSold'>>;

const sumOf = ({ quarantinedPacks, damagedPacks, missingPacks }: Differences): number =>
  quarantinedPacks + damagedPacks + missingPacks;

/** How many of a kind a line can have: no more than came, less what is counted as something else. */
export const mostOf = (shippedPacks: number, differences: Differences, kind: DifferenceKind): number =>
  Math.max(0, shippedPacks - (sumOf(differences) - differences[kind]));

/**
 * Accepted packs by grade: the lower ones as counted, as far as there are packs; all else is of the first.
 *
 *   accepted 9 of grades A, B | B 3 -> A 6, B 3
 */
export const sortPacks = (
  { gradesSold = [] }: DropLine,
  acceptedPacks: number,
  lowerPacks: Readonly<Record<string, number>> = {},
): View<'GradedPacksBody'>[] => {
  const [first, ...others] = gradesSold;
  if (first === undefined) return [];
  let left = acceptedPacks;
  const lower = others.map(({ code }) => {
    const packs = Math.min(left, lowerPacks[code] ?? 0);
    left -= packs;
    return { code, packs };
  });
  return [{ code: first.code, packs: left }, ...lower];
};

/**
 * Each line in full, as the server wants it: what is not counted as something else is accepted.
 *
 *   shipped 30 | damaged 1, missing 2 -> accepted 27, quarantined 0, damaged 1, missing 2
 */
export const countLines = (lines: readonly DropLine[], count: Count): View<'ReceiveDropBody'>['lines'] =>
  lines.map((line) => {
    const { lineId, shippedPacks } = line;
    const counted: LineCount = count[lineId] ?? noDifference;
    const { lowerPacks, ...differences } = counted;
    const acceptedPacks = Math.max(0, shippedPacks - sumOf(differences));
    const grades = sortPacks(line, acceptedPacks, lowerPacks);
    return { lineId, acceptedPacks, ...differences, ...(grades.length === 0 ? {} : { grades }) };
  });

/** Packs accepted and packs that differ, over all lines. */
export const totalsOf = (
  lines: readonly DropLine[],
  count: Count,
): { readonly acceptedPacks: number; readonly differentPacks: number } => {
  const counted = countLines(lines, count);
  return {
    acceptedPacks: counted.reduce((sum, line) => sum + line.acceptedPacks, 0),
    differentPacks: counted.reduce((sum, line) => sum + sumOf(line), 0),
  };
};
