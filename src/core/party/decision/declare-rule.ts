import { refuseBroken } from '../../kernel/refuse.js';
import { refuseDecision } from './refusals.js';

/** A rule that an organiser's members decided, with the day on which they did. */
export interface DeclaredRule {
  /** Civil dates `YYYY-MM-DD`. */
  readonly decidedOn: string;
  readonly effectiveFrom: string;
}

/**
 * Judges the dates of a house rule; `today` is the organiser's civil day.
 *
 *   decided 2026-11-20, holds from 2026-12-01, today 2026-11-22 -> may
 *   decided 2026-11-23, today 2026-11-22                        -> RULE_DECIDED_IN_FUTURE
 *   decided 2026-11-20, holds from 2026-11-19                   -> RULE_EFFECTIVE_BEFORE_DECIDED
 *
 * @throws Refusal naming every field that is wrong
 */
export const declareRule = ({ decidedOn, effectiveFrom }: DeclaredRule, today: string): void => {
  refuseBroken([
    ...(decidedOn > today ? [refuseDecision('RULE_DECIDED_IN_FUTURE', {}, 'decidedOn')] : []),
    ...(effectiveFrom < decidedOn
      ? [refuseDecision('RULE_EFFECTIVE_BEFORE_DECIDED', {}, 'effectiveFrom')]
      : []),
  ]);
};
