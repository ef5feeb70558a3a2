import { daysOfWeek } from '../../../src/core/kernel/iso-week.js';
import type { View } from '../api/api.js';

/** A line of a week's requirement while it is being written. */
export interface LineDraft {
  readonly neededOn: string;
  readonly commodityCode: string;
  readonly quantityMilli: number;
}

export const draftsOf = (lines: readonly View<'RequirementLineView'>[]): LineDraft[] =>
  lines.map(({ neededOn, commodityCode, quantityMilli }) => ({ neededOn, commodityCode, quantityMilli }));

/** The same lines on the same weekdays of another week. */
export const movedTo = (isoWeek: string, lines: readonly LineDraft[], fromWeek: string): LineDraft[] => {
  const from = daysOfWeek(fromWeek);
  const to = daysOfWeek(isoWeek);
  return lines.map((line) => ({
    ...line,
    neededOn: to[from.indexOf(line.neededOn)] ?? to[0] ?? line.neededOn,
  }));
};

/** The lines with one more; what is needed of one thing on one day stands in one line. */
export const withLine = (lines: readonly LineDraft[], added: LineDraft): LineDraft[] => {
  const isSame = (line: LineDraft): boolean =>
    line.neededOn === added.neededOn && line.commodityCode === added.commodityCode;
  return lines.some(isSame)
    ? lines.map((line) =>
        isSame(line) ? { ...line, quantityMilli: line.quantityMilli + added.quantityMilli } : line,
      )
    : [...lines, added];
};
