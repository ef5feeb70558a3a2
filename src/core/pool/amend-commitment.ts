import { requireLimitWord, requireTerms, type LineTerms } from './place-commitments.js';
import { requireOpen, type PoolMoment } from './pool-state.js';
import { requireQuota, type BuyerQuota } from './require-quota.js';
import { refuseCommitment } from './commitment-refusals.js';
import type { PoolSide } from './side.js';

export interface StandingLine extends LineTerms {
  readonly state: 'active' | 'withdrawn';
  /** A suspended koperasi may withdraw what it asked for, and ask for nothing else. */
  readonly isKoperasiActive: boolean;
  /** Of a distributed item, with the packs that the koperasi's other active lines of it ask; null for one by tender. */
  readonly distribution?: (BuyerQuota & { readonly otherPacks: number }) | null;
}

type Amendment = { readonly [Term in keyof LineTerms]?: LineTerms[Term] | undefined } & {
  readonly limitSides?: readonly PoolSide[];
};

/** A pool whose side decides what a limit means; left out: buy. */
type SidedMoment = PoolMoment & { readonly side?: PoolSide };

/**
 * The terms a line has after an amendment; a withdrawn line comes back by amending it.
 *
 *   standing 20 packs, minimum 5 | amend quantity 30 | 30 packs, minimum 5
 */
export const amendCommitment = (pool: SidedMoment, line: StandingLine, amendment: Amendment): LineTerms => {
  requireOpen(pool);
  if (!line.isKoperasiActive) throw refuseCommitment('KOPERASI_SUSPENDED');
  const terms: LineTerms = {
    quantityPacks: amendment.quantityPacks ?? line.quantityPacks,
    tolerancePacks: amendment.tolerancePacks ?? line.tolerancePacks,
    minimumPacks: amendment.minimumPacks ?? line.minimumPacks,
    maxLandedRp: amendment.maxLandedRp === undefined ? line.maxLandedRp : amendment.maxLandedRp,
    acceptsMerge: amendment.acceptsMerge ?? line.acceptsMerge,
  };
  requireLimitWord(pool.side ?? 'buy', amendment.limitSides ?? [], '');
  requireTerms(terms, '');
  if (line.distribution) requireQuota(line.distribution, terms, line.distribution.otherPacks, '');
  const isSame = (Object.keys(terms) as (keyof LineTerms)[]).every((term) => terms[term] === line[term]);
  if (isSame && line.state === 'active') throw refuseCommitment('NOTHING_TO_CHANGE');
  return terms;
};

/** Refuses unless an active line of an open pool is withdrawn. */
export const withdrawCommitment = (pool: PoolMoment, line: StandingLine): void => {
  requireOpen(pool);
  if (line.state === 'withdrawn') throw refuseCommitment('COMMITMENT_WITHDRAWN');
};
