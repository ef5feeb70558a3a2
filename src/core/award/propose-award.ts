import { refuseAward } from './refusals.js';

export const awardStates = ['computed', 'proposed', 'approved'] as const;
export type AwardState = (typeof awardStates)[number];

/** A person and the roles they have at the organiser of the award's pool; elsewhere they count for nothing. */
export interface Decider {
  readonly personId: string;
  readonly roles: readonly string[];
}

const PROPOSERS = ['officer', 'treasurer', 'chair'];

/**
 * Judges a proposal: of what the engine computed, by those who act for the organiser.
 *
 *   computed | officer -> proposed
 *   computed | viewer  -> ONLY_THE_ORGANISER_PROPOSES
 *   proposed | officer -> AWARD_ALREADY_PROPOSED
 *
 * @throws Refusal
 */
export const proposeAward = (award: { readonly state: AwardState }, proposer: Decider): void => {
  if (!proposer.roles.some((role) => PROPOSERS.includes(role)))
    throw refuseAward('ONLY_THE_ORGANISER_PROPOSES');
  if (award.state === 'proposed') throw refuseAward('AWARD_ALREADY_PROPOSED');
  if (award.state === 'approved') throw refuseAward('AWARD_ALREADY_APPROVED');
};
