import { refuseAward } from '../refusals.js';
import type { Course, Objection } from './course.js';

export interface Objecting {
  readonly partyId: string;
  /** A member of the pool, or a bidder for the lot. */
  readonly isConcerned: boolean;
  readonly bidId: string | null;
  readonly reason: string;
}

/**
 * Judges an objection: once per party and attempt, by those concerned, until the window's end.
 * @returns the same objection where it is sent again; undefined: it is new and to be kept.
 * @throws Refusal
 */
export const objectToAward = (course: Course, objecting: Objecting, now: Date): Objection | undefined => {
  const { partyId, bidId, reason } = objecting;
  if (!objecting.isConcerned) throw refuseAward('ONLY_THOSE_CONCERNED_OBJECT');
  const made = course.objections.find((objection) => objection.partyId === partyId);
  if (made !== undefined) {
    if (made.bidId !== bidId || made.reason !== reason) throw refuseAward('OBJECTION_ALREADY_MADE');
    return made;
  }
  if (course.step?.name !== 'objection' || now.getTime() >= course.step.dueAt.getTime())
    throw refuseAward('NO_OBJECTION_WINDOW_OPEN');
  if (bidId !== null && !course.bids.some((bid) => bid.bidId === bidId))
    throw refuseAward('BID_NOT_AWARDED', {}, 'bidId');
  return undefined;
};
