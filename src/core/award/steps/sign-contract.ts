import { refuseAward } from '../refusals.js';
import type { ContractAnswer, Course, Move } from './course.js';
import { requireInTime } from './human-steps.js';

/**
 * Judges a supplier's answer to the contract for what it was awarded. When the last has signed, the lot is
 * contracted; when one declines, its bid is out and the others' signatures with it, for their packs may change.
 *
 *   A signed, B not yet | B signs     -> contract
 *   A signed, B not yet | B declines  -> replace, B's bid is out
 *   A signed            | A signs     -> undefined: it stands already
 *   A signed            | A declines  -> CONTRACT_ALREADY_ANSWERED
 *
 * @returns undefined when the same was answered before.
 * @throws Refusal
 */
export const signContract = (
  course: Course,
  supplierId: string,
  answer: ContractAnswer,
  now: Date,
): Move | undefined => {
  const { award, step, bids } = course;
  if (award.state !== 'approved') throw refuseAward('NOTHING_TO_SIGN');
  const bid = bids.find((each) => each.supplierId === supplierId);
  if (bid === undefined) throw refuseAward('SUPPLIER_NOT_AWARDED');
  if (bid.answer === answer) return undefined;
  if (bid.answer !== null) throw refuseAward('CONTRACT_ALREADY_ANSWERED');
  if (step?.name !== 'contract') throw refuseAward('NOTHING_TO_SIGN');
  requireInTime(step, now);
  if (answer === 'declined') return { kind: 'replace', out: [{ bidId: bid.bidId, reason: 'DECLINED' }] };
  const others = bids.filter((each) => each !== bid);
  return others.every((each) => each.answer === 'signed') ? { kind: 'contract' } : { kind: 'stay' };
};
