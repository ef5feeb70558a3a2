import { createHash } from 'node:crypto';
import type { StatementLine } from '../../../core/payout/statement/statement.js';

/**
 * What tells one movement from another, in whichever file it stands: day, amount, text and balance; of lines that are
 * alike in all, which of them it is. Files that overlap so bring each movement once.
 */
export const keyLines = (lines: readonly StatementLine[]): Buffer[] => {
  const seen = new Map<string, number>();
  return lines.map(({ bookedOn, amountRp, sen, text, balanceSen }) => {
    const said = JSON.stringify([bookedOn, amountRp, sen, text, balanceSen?.toString() ?? null]);
    const ordinal = (seen.get(said) ?? 0) + 1;
    seen.set(said, ordinal);
    return createHash('sha256').update(`${said} ${ordinal}`).digest();
  });
};
