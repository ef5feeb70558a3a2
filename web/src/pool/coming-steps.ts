import type { Pool } from './use-pool.js';

export type ComingName = 'closing' | 'opening' | 'proposal' | 'objection' | 'approval' | 'contract';

export interface ComingStep {
  readonly name: ComingName;
  /** When it is over at the latest, if every step before it takes all its time. */
  readonly byMs: number;
  /** Whether somebody stands in for who takes it; null where no person of the organiser does. */
  readonly hasDeputy: boolean | null;
}

/** What comes after the close, each with its latest moment, deputies' time included. */
export const comingSteps = ({
  closesAt,
  biddingPeriodS,
  steps,
}: Pick<Pool, 'closesAt' | 'biddingPeriodS' | 'steps'>): readonly ComingStep[] => {
  let byMs = Date.parse(closesAt);
  const after = (name: ComingName, seconds: number, hasDeputy: boolean | null): ComingStep => {
    byMs += seconds * 1_000;
    return { name, byMs, hasDeputy };
  };
  const { proposal, objection, approval, contract } = steps;
  return [
    after('closing', 0, null),
    after('opening', biddingPeriodS, null),
    after('proposal', proposal.dueS + proposal.deputyS, proposal.hasDeputy),
    ...(objection.dueS === 0 ? [] : [after('objection', objection.dueS, null)]),
    after('approval', approval.dueS + approval.deputyS, approval.hasDeputy),
    after('contract', contract.dueS, null),
  ];
};
